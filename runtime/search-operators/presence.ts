import type { PresenceCriterion } from "./criterion.js";

/** The field has no value. For text, number and date fields. */
export function empty(): PresenceCriterion<"empty"> {
  return { operator: "empty" };
}

/** The field has a value. For text, number and date fields. */
export function notEmpty(): PresenceCriterion<"notEmpty"> {
  return { operator: "notEmpty" };
}
