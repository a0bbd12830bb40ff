import type {
  CustomFieldId,
  CustomFieldLike,
  HasCustomFields,
} from "./field-types.js";
import { dropNull, nullName, type HasNullFields } from "./null-fields.js";
import { removeCustomField } from "./remove-custom-field.js";

/** What a line and a search row are told: only records have a `nullFieldList`. */
type RecordsOnly<Target> = "nullFieldList" extends keyof Target
  ? unknown
  : { nullFieldList: "only a record's custom fields can be cleared" };

/**
 * Empties a custom field in NetSuite when the record is sent: takes it out of the list and names it in `nullFieldList`,
 * which is the only way that NetSuite has. Lines of sublists have none.
 *
 * Changes the record that it is given, as `setCustomField` does.
 *
 * @example
 * clearCustomField(customer, "custentity_vip");
 *
 * @param id script id
 */
export function clearCustomField<
  Target extends HasCustomFields<CustomFieldLike> & HasNullFields,
>(on: Target & RecordsOnly<Target>, id: CustomFieldId): void {
  removeCustomField(on, id);
  dropNull(on, id);
  on.nullFieldList = {
    ...on.nullFieldList,
    name: [...(on.nullFieldList?.name ?? []), nullName(id)],
  };
}
