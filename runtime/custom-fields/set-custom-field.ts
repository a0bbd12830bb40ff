import { idAttribute, refType } from "./custom-field-ref.js";
import { findCustomField } from "./find-custom-field.js";
import type {
  CustomFieldId,
  CustomFieldLike,
  FieldOfKind,
  HasCustomFields,
  KindOf,
  ValueOf,
} from "./field-types.js";
import { dropNull } from "./null-fields.js";

/** By script id, but where the schema's custom fields have none. */
type IdFor<Field> = "scriptId" extends keyof Field
  ? CustomFieldId
  : Exclude<CustomFieldId, string>;

/** A custom field that can be sent: those of search rows can not. */
type SentField = CustomFieldLike & {
  readonly $type: `${string}CustomFieldRef`;
};

/**
 * Sets a custom field of a record or of a line, whether it was there or not, and takes back a `clearCustomField`.
 *
 * Changes the record that it is given, but no list that another record may share: `customFieldList` is replaced.
 *
 * @example
 * setCustomField(customer, "custentity_vip", "boolean", true);
 * setCustomField(line, "custcol_colours", "multiSelect", [{ internalId: "1" }]);
 *
 * @param id script id; `{ internalId }` where the schema has none, before 2013.2
 */
export function setCustomField<
  Field extends SentField,
  const Kind extends KindOf<Field>,
>(
  on: HasCustomFields<Field>,
  id: IdFor<Field>,
  kind: Kind,
  value: ValueOf<FieldOfKind<Field, Kind>>,
): void {
  const old = findCustomField(on, id);
  const { internalId, scriptId }: { internalId?: string; scriptId?: string } =
    old ?? idAttribute(id);
  // The kind is one of the schema's, and the value is what the schema declares for it.
  const set = {
    $type: refType(kind),
    ...(internalId !== undefined && { internalId }),
    ...(scriptId !== undefined && { scriptId }),
    value,
  } as unknown as Field;
  const list = on.customFieldList?.customField ?? [];
  on.customFieldList = {
    ...on.customFieldList,
    customField: old
      ? list.map((field) => (field === old ? set : field))
      : [...list, set],
  };
  dropNull(on, id);
}
