export type {
  BooleanCriterion,
  PeriodCriterion,
  PresenceCriterion,
  RangeCriterion,
  ValueCriterion,
} from "./criterion.js";
export {
  customCriterion,
  type CustomCriteria,
  type CustomCriterion,
} from "./custom-criterion.js";
export {
  after,
  before,
  notAfter,
  notBefore,
  notOn,
  notOnOrAfter,
  notOnOrBefore,
  notWithin,
  on,
  onOrAfter,
  onOrBefore,
  within,
  type DateCriterion,
} from "./date.js";
export {
  between,
  equalTo,
  greaterThan,
  greaterThanOrEqualTo,
  lessThan,
  lessThanOrEqualTo,
  notBetween,
  notEqualTo,
  notGreaterThan,
  notGreaterThanOrEqualTo,
  notLessThan,
  notLessThanOrEqualTo,
} from "./number.js";
export { empty, notEmpty } from "./presence.js";
export { anyOf, noneOf } from "./select.js";
export {
  contains,
  doesNotContain,
  doesNotStartWith,
  hasKeywords,
  is,
  isNot,
  startsWith,
} from "./text.js";
