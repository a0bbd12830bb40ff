import type {
  CustomFieldId,
  CustomFieldIdAttribute,
  CustomFieldKind,
  SelectValue,
} from "./field-types.js";

/** What a custom field of each kind is given. */
export interface CustomFieldValues {
  boolean: boolean;
  /** `xsd:dateTime`: see `fromDate` and `fromCalendarDate`. */
  date: string;
  double: number;
  long: number;
  multiSelect: SelectValue[];
  select: SelectValue;
  string: string;
}

/** A custom field with its value, as `customFieldList.customField` takes it. */
export type CustomFieldRefOf<
  Kind extends CustomFieldKind,
  Id extends CustomFieldId = string,
  Value = CustomFieldValues[Kind],
> = CustomFieldIdAttribute<Id> & {
  $type: `${Capitalize<Kind>}CustomFieldRef`;
  value: Value;
};

/** A value of a kind, in a package whose longs are `Long`. */
type SentValue<
  Kind extends CustomFieldKind,
  Long extends bigint | number,
> = Kind extends "long" ? Long : CustomFieldValues[Kind];

/**
 * Makes a custom field with its value, for a record or a line that is being made.
 *
 * @example
 * { companyName: "Acme", customFieldList: { customField: [
 *   customFieldRef("custentity_vip", "boolean", true),
 *   customFieldRef("custentity_region", "select", { internalId: "3" }),
 * ] } }
 *
 * @param value of `long`, a bigint where the package was generated with `--long bigint`
 */
export function customFieldRef<
  const Id extends CustomFieldId,
  const Kind extends CustomFieldKind,
  Long extends bigint | number = number,
>(
  id: Id,
  kind: Kind,
  value: SentValue<Kind, Long>,
): CustomFieldRefOf<Kind, Id, SentValue<Kind, Long>> {
  // `$type` is the kind's, and a string's id is its script id: what the type says, which templates cannot show.
  return {
    $type: refType(kind),
    ...idAttribute(id),
    value,
  } as unknown as CustomFieldRefOf<Kind, Id, SentValue<Kind, Long>>;
}

/** `BooleanCustomFieldRef` for `boolean`. */
export function refType(kind: string): string {
  return `${kind.charAt(0).toUpperCase()}${kind.slice(1)}CustomFieldRef`;
}

/** The attribute that an id is sent in. */
export function idAttribute(
  id: CustomFieldId,
): { scriptId: string } | { internalId: string } {
  return typeof id === "string"
    ? { scriptId: id }
    : { internalId: id.internalId };
}
