import { findCustomField, isNamed } from "./find-custom-field.js";
import type {
  CustomFieldId,
  CustomFieldLike,
  HasCustomFields,
} from "./field-types.js";

/**
 * Takes a custom field out of a record or a line: NetSuite then leaves it as it is, or gives a new record its default.
 * To empty it in NetSuite, use `clearCustomField`.
 *
 * Changes the record that it is given, as `setCustomField` does.
 *
 * @param id script id
 */
export function removeCustomField<Field extends CustomFieldLike>(
  from: HasCustomFields<Field>,
  id: CustomFieldId,
): void {
  if (!findCustomField(from, id)) return;
  const list = from.customFieldList?.customField ?? [];
  from.customFieldList = {
    ...from.customFieldList,
    customField: list.filter((field) => !isNamed(field, id)),
  };
}
