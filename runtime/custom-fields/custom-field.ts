import { findCustomField } from "./find-custom-field.js";
import type {
  CustomFieldId,
  CustomFieldLike,
  FieldOfKind,
  HasCustomFields,
  KindOf,
  ValueOf,
} from "./field-types.js";

/**
 * The value of a custom field, or undefined where there is none.
 *
 * Works on records, lines of sublists and parts of search rows (`row.basic`); on undefined and null too, so that
 * optional parts need no check. Name the kind, and the value has its type; without it, it has any kind's.
 *
 * @example
 * customField(customer, "custentity_vip", "boolean"); // true, false or undefined
 * customField(row.basic, "custentity_region", "select")?.name;
 *
 * @param id script id; the attribute `internalId` is looked at as well
 * @throws TypeError where the field is of another kind than was asked for
 */
export function customField<Field extends CustomFieldLike>(
  from: HasCustomFields<Field> | null | undefined,
  id: CustomFieldId,
): ValueOf<Field> | undefined;
export function customField<
  Field extends CustomFieldLike,
  const Kind extends KindOf<Field>,
>(
  from: HasCustomFields<Field> | null | undefined,
  id: CustomFieldId,
  kind: Kind,
): ValueOf<FieldOfKind<Field, Kind>> | undefined;
export function customField(
  from: HasCustomFields<CustomFieldLike> | null | undefined,
  id: CustomFieldId,
  kind?: string,
): unknown {
  const field = findCustomField(from, id);
  if (!field) return undefined;
  if (kind !== undefined && kindOf(field) !== kind)
    throw otherKind(field, kind);
  if ("value" in field) return field.value;
  return "searchValue" in field ? field.searchValue : undefined;
}

function kindOf({ $type }: CustomFieldLike): string {
  const kind = $type
    .replace(/^SearchColumn(.+)CustomField$/, "$1")
    .replace(/CustomFieldRef$/, "");
  return kind.charAt(0).toLowerCase() + kind.slice(1);
}

function otherKind(field: CustomFieldLike, kind: string): TypeError {
  const { scriptId, internalId } = field;
  return new TypeError(
    `${scriptId ?? internalId ?? "the custom field"} is a ${field.$type}, of kind "${kindOf(field)}", not "${kind}": ask for that kind, or for none`,
  );
}
