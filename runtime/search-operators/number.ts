import type { RangeCriterion, ValueCriterion } from "./criterion.js";

/** What a number field is compared with: a string for `SearchTextNumberField`, a bigint with `--long bigint`. */
export type NumberLike = bigint | number | string;

/** Makes the criterion of a number field against one value. */
export type Comparison<Operator extends string> = <Value extends NumberLike>(
  value: Value,
) => ValueCriterion<Operator, Value>;

/** Makes the criterion of a number field against two bounds. */
export type Interval<Operator extends string> = <Value extends NumberLike>(
  low: Value,
  high: Value,
) => RangeCriterion<Operator, Value>;

/** The number is this one. */
export const equalTo: Comparison<"equalTo"> = comparison("equalTo");

/** The number is another. */
export const notEqualTo: Comparison<"notEqualTo"> = comparison("notEqualTo");

/** The number is above this one. */
export const greaterThan: Comparison<"greaterThan"> = comparison("greaterThan");

/** The number is this one or above. */
export const greaterThanOrEqualTo: Comparison<"greaterThanOrEqualTo"> =
  comparison("greaterThanOrEqualTo");

/** The number is below this one. */
export const lessThan: Comparison<"lessThan"> = comparison("lessThan");

/** The number is this one or below. */
export const lessThanOrEqualTo: Comparison<"lessThanOrEqualTo"> =
  comparison("lessThanOrEqualTo");

/** The number is not above this one. */
export const notGreaterThan: Comparison<"notGreaterThan"> =
  comparison("notGreaterThan");

/** The number is neither this one nor above. */
export const notGreaterThanOrEqualTo: Comparison<"notGreaterThanOrEqualTo"> =
  comparison("notGreaterThanOrEqualTo");

/** The number is not below this one. */
export const notLessThan: Comparison<"notLessThan"> = comparison("notLessThan");

/** The number is neither this one nor below. */
export const notLessThanOrEqualTo: Comparison<"notLessThanOrEqualTo"> =
  comparison("notLessThanOrEqualTo");

/** The number lies between these. */
export const between: Interval<"between"> = interval("between");

/** The number does not lie between these. */
export const notBetween: Interval<"notBetween"> = interval("notBetween");

function comparison<Operator extends string>(
  operator: Operator,
): Comparison<Operator> {
  return (value) => ({ operator, searchValue: value });
}

function interval<Operator extends string>(
  operator: Operator,
): Interval<Operator> {
  return (low, high) => ({ operator, searchValue: low, searchValue2: high });
}
