/** A criterion that needs no value: `{ operator: "empty" }`. */
export interface PresenceCriterion<Operator extends string> {
  operator: Operator;
}

/** A criterion of one value, or of several that stand for each other. */
export interface ValueCriterion<Operator extends string, Value> {
  operator: Operator;
  searchValue: Value;
}

/** A criterion of two bounds. */
export interface RangeCriterion<Operator extends string, Value> {
  operator: Operator;
  searchValue: Value;
  searchValue2: Value;
}

/** A criterion of a period that NetSuite knows by name, such as `lastMonth`. */
export interface PeriodCriterion<
  Operator extends string,
  Period extends string,
> {
  operator: Operator;
  predefinedSearchValue: Period;
}

/** A criterion of a boolean field, which has no operator. */
export interface BooleanCriterion {
  searchValue: boolean;
}
