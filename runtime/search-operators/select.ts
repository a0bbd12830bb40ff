import type { ValueCriterion } from "./criterion.js";

/** A record or a list's entry, as a select field is compared with it: `RecordRef` or `ListOrRecordRef`. */
export interface Reference {
  readonly internalId?: string;
  readonly externalId?: string;
}

/**
 * The field holds one of these: values of its enumeration, or references.
 *
 * @example
 * { type: anyOf("_salesOrder", "_invoice"), customer: anyOf({ internalId: "42" }) }
 *
 * @throws RangeError where there is none: NetSuite would be asked nothing, and might answer with everything
 */
export function anyOf<const Value extends Reference | string>(
  ...values: readonly Value[]
): ValueCriterion<"anyOf", Value[]> {
  return { operator: "anyOf", searchValue: oneOrMore("anyOf", values) };
}

/**
 * The field holds none of these, as with {@link anyOf}.
 *
 * @throws RangeError where there is none
 */
export function noneOf<const Value extends Reference | string>(
  ...values: readonly Value[]
): ValueCriterion<"noneOf", Value[]> {
  return { operator: "noneOf", searchValue: oneOrMore("noneOf", values) };
}

function oneOrMore<Value>(operator: string, values: readonly Value[]): Value[] {
  if (values.length === 0)
    throw new RangeError(
      `${operator} was given no value: leave the criterion out, or the search where nothing can match`,
    );
  return [...values];
}
