import { fromDate } from "../dates/index.js";
import type {
  PeriodCriterion,
  RangeCriterion,
  ValueCriterion,
} from "./criterion.js";

/** A criterion of a dateTime, or of a period by its name. */
export type DateCriterion<
  Operator extends string,
  When extends Date | string,
> = When extends Date
  ? ValueCriterion<Operator, string>
  : string extends When
    ? ValueCriterion<Operator, string>
    : When extends `${number}-${string}`
      ? ValueCriterion<Operator, string>
      : PeriodCriterion<Operator, Extract<When, string>>;

/**
 * Makes the criterion of a date field against a point in time: a `Date`, an `xsd:dateTime` (for a field that holds a
 * day, from `fromCalendarDate`), or a period of the schema's `SearchDate`, such as `today`.
 */
export type DateComparison<Operator extends string> = <
  const When extends Date | string,
>(
  when: When,
) => DateCriterion<Operator, When>;

/** Makes the criterion of a date field against a period: one of the schema's `SearchDate`, or from one point to another. */
export interface DateInterval<Operator extends string> {
  <const Period extends string>(
    period: Period,
  ): PeriodCriterion<Operator, Period>;
  (from: Date | string, to: Date | string): RangeCriterion<Operator, string>;
}

/** The date is that one, or in that period. */
export const on: DateComparison<"on"> = comparison("on");

/** The date is another. */
export const notOn: DateComparison<"notOn"> = comparison("notOn");

/** The date is earlier. */
export const before: DateComparison<"before"> = comparison("before");

/** The date is not earlier. */
export const notBefore: DateComparison<"notBefore"> = comparison("notBefore");

/** The date is later. */
export const after: DateComparison<"after"> = comparison("after");

/** The date is not later. */
export const notAfter: DateComparison<"notAfter"> = comparison("notAfter");

/** The date is that one or later. */
export const onOrAfter: DateComparison<"onOrAfter"> = comparison("onOrAfter");

/** The date is neither that one nor later. */
export const notOnOrAfter: DateComparison<"notOnOrAfter"> =
  comparison("notOnOrAfter");

/** The date is that one or earlier. */
export const onOrBefore: DateComparison<"onOrBefore"> =
  comparison("onOrBefore");

/** The date is neither that one nor earlier. */
export const notOnOrBefore: DateComparison<"notOnOrBefore"> =
  comparison("notOnOrBefore");

/**
 * The date lies in the period.
 *
 * @example
 * { tranDate: within("lastMonth"), lastModifiedDate: within(lastRun, new Date()) }
 */
export const within: DateInterval<"within"> = interval("within");

/** The date does not lie in the period. */
export const notWithin: DateInterval<"notWithin"> = interval("notWithin");

function comparison<Operator extends string>(
  operator: Operator,
): DateComparison<Operator> {
  return <When extends Date | string>(when: When) =>
    // Only the name of a period begins with a letter, which the type tells apart in the same way.
    (typeof when === "string" && /^[A-Za-z]/.test(when)
      ? { operator, predefinedSearchValue: when }
      : { operator, searchValue: toDateTime(when) }) as DateCriterion<
      Operator,
      When
    >;
}

function interval<Operator extends string>(
  operator: Operator,
): DateInterval<Operator> {
  const make = (
    from: Date | string,
    to?: Date | string,
  ): PeriodCriterion<Operator, string> | RangeCriterion<Operator, string> =>
    to === undefined
      ? { operator, predefinedSearchValue: String(from) }
      : {
          operator,
          searchValue: toDateTime(from),
          searchValue2: toDateTime(to),
        };
  // One argument is a period's name, two are bounds: the two signatures of the type.
  return make as DateInterval<Operator>;
}

function toDateTime(when: Date | string): string {
  return typeof when === "string" ? when : fromDate(when);
}
