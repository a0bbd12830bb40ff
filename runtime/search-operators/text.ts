import type { BooleanCriterion, ValueCriterion } from "./criterion.js";

/**
 * The text is this one. With a boolean, for boolean fields: the field is ticked or not.
 *
 * @example
 * { entityId: is("Acme"), isInactive: is(false) }
 */
export function is(value: boolean): BooleanCriterion;
export function is(value: string): ValueCriterion<"is", string>;
export function is(
  value: boolean | string,
): BooleanCriterion | ValueCriterion<"is", string> {
  return typeof value === "boolean"
    ? { searchValue: value }
    : { operator: "is", searchValue: value };
}

/** The text is not this one. */
export function isNot(text: string): ValueCriterion<"isNot", string> {
  return { operator: "isNot", searchValue: text };
}

/** The text has this in it. */
export function contains(text: string): ValueCriterion<"contains", string> {
  return { operator: "contains", searchValue: text };
}

/** The text does not have this in it. */
export function doesNotContain(
  text: string,
): ValueCriterion<"doesNotContain", string> {
  return { operator: "doesNotContain", searchValue: text };
}

/** The text begins with this. */
export function startsWith(text: string): ValueCriterion<"startsWith", string> {
  return { operator: "startsWith", searchValue: text };
}

/** The text does not begin with this. */
export function doesNotStartWith(
  text: string,
): ValueCriterion<"doesNotStartWith", string> {
  return { operator: "doesNotStartWith", searchValue: text };
}

/** The text has these words in it. */
export function hasKeywords(
  text: string,
): ValueCriterion<"hasKeywords", string> {
  return { operator: "hasKeywords", searchValue: text };
}
