import { fromDate } from "nsgen-runtime";
import { expect, test } from "vitest";
import { schema } from "../../../generated/netsuite-2025-2/index.js";
import { valuesNamed } from "../fixtures/values-named.js";
import { dayOf, findDateSpan } from "./date-span.js";

/** A Tuesday; in UTC it is the day after already. */
const now = new Date("2024-05-14T20:00:00-07:00");

function daysOf(name: string): string {
  const span = findDateSpan(name, now);
  if (!span) return "nothing";
  const [first, last] = [span.start, span.end].map((each) =>
    fromDate(new Date(each)).slice(0, 10),
  );
  return first === last ? String(first) : `${first} ${last}`;
}

test.each([
  ["today", "2024-05-14"],
  ["yesterday", "2024-05-13"],
  ["tomorrow", "2024-05-15"],
  ["twoDaysAgo", "2024-05-12"],
  ["ninetyDaysFromNow", "2024-08-12"],
  ["previousOneDay", "2024-05-13"],
  ["thisWeek", "2024-05-12 2024-05-18"],
  ["thisWeekToDate", "2024-05-12 2024-05-14"],
  ["lastWeekToDate", "2024-05-05 2024-05-07"],
  ["weekBeforeLast", "2024-04-28 2024-05-04"],
  ["weekAfterNext", "2024-05-26 2024-06-01"],
  ["thisBusinessWeek", "2024-05-13 2024-05-19"],
  ["startOfNextBusinessWeek", "2024-05-20"],
  ["lastMonth", "2024-04-01 2024-04-30"],
  ["lastMonthToDate", "2024-04-01 2024-04-14"],
  ["monthAfterNextToDate", "2024-07-01 2024-07-14"],
  ["lastMonthOneFiscalQuarterAgo", "2024-01-01 2024-01-31"],
  ["lastMonthTwoFiscalYearsAgo", "2022-04-01 2022-04-30"],
  ["threeMonthsAgo", "2024-02-01 2024-02-29"],
  ["thisFiscalQuarter", "2024-04-01 2024-06-30"],
  ["fiscalQuarterBeforeLast", "2023-10-01 2023-12-31"],
  ["lastFiscalQuarterOneFiscalYearAgo", "2023-01-01 2023-03-31"],
  ["lastFiscalQuarterToDate", "2024-01-01 2024-02-14"],
  ["threeFiscalQuartersAgoToDate", "2023-07-01 2023-08-14"],
  ["thisFiscalHalf", "2024-01-01 2024-06-30"],
  ["nextFiscalHalf", "2024-07-01 2024-12-31"],
  ["lastFiscalHalfOneFiscalYearAgo", "2022-07-01 2022-12-31"],
  ["lastFiscalYear", "2023-01-01 2023-12-31"],
  ["thisYear", "2024-01-01 2024-12-31"],
  ["startOfFiscalYearBeforeLast", "2022-01-01"],
  ["sameDayLastFiscalQuarter", "2024-02-14"],
  ["sameDayFiscalYearBeforeLast", "2022-05-14"],
  ["sameWeekLastFiscalYear", "2023-05-14 2023-05-20"],
  ["sameMonthFiscalQuarterBeforeLast", "2023-11-01 2023-11-30"],
  ["sameFiscalQuarterLastFiscalYearToDate", "2023-04-01 2023-05-14"],
  ["nextFourWeeks", "2024-05-19 2024-06-15"],
  ["fourWeeksStartingThisWeek", "2024-05-12 2024-06-08"],
  ["nextOneWeek", "2024-05-15 2024-05-21"],
  ["nextOneYear", "2024-05-15 2025-05-14"],
  ["previousOneMonth", "2024-04-15 2024-05-14"],
  ["previousOneHalf", "2023-11-15 2024-05-14"],
  ["oneYearBeforeLast", "2022-05-15 2023-05-14"],
  ["lastRollingQuarter", "2024-02-01 2024-04-30"],
  ["previousRollingQuarter", "2024-03-01 2024-05-31"],
  ["thisRollingHalf", "2024-05-01 2024-10-31"],
  ["startOfLastRollingYear", "2023-05-01"],
  ["previousMonthsThisFiscalQuarter", "2024-04-01 2024-04-30"],
  ["previousMonthsLastFiscalYear", "2023-01-01 2023-04-30"],
  ["previousMonthsSameFiscalHalfLastFiscalYear", "2023-01-01 2023-04-30"],
  ["previousFiscalQuartersThisFiscalYear", "2024-01-01 2024-03-31"],
  // As older versions write them.
  ["lastMonthOneYearAgo", "2023-04-01 2023-04-30"],
  ["startOfTheHalfBeforeLast", "2023-01-01"],
  ["previousMonthsSameFiscalQuartherLastFiscalYear", "2023-04-01 2023-04-30"],
  ["sameHalfLastFiscalYearToDate", "2023-01-01 2023-05-14"],
])("%s is %s", (name, want) => {
  expect(daysOf(name)).toBe(want);
});

test("every value of SearchDate means something", () => {
  const names = valuesNamed(schema, "SearchDate");
  expect(names.length).toBeGreaterThan(150);
  expect(names.filter((name) => !findDateSpan(name, now))).toEqual([]);
});

test("other names mean nothing", () => {
  for (const name of ["", "lastFortnight", "startOfX", "sameDay", "__proto__"])
    expect(findDateSpan(name, now)).toBeNull();
});

test("a day that a month does not have is its last", () => {
  const endOfMay = new Date("2024-05-31T12:00:00-07:00");
  const span = findDateSpan("sameDayLastMonth", endOfMay);
  expect(span && fromDate(new Date(span.start))).toBe(
    "2024-04-30T00:00:00.000-07:00",
  );
});

test("days are Pacific, also where clocks change", () => {
  const { start, end } = dayOf(Date.parse("2024-03-10T23:00:00-07:00"));
  expect(new Date(start).toISOString()).toBe("2024-03-10T08:00:00.000Z");
  expect(new Date(end).toISOString()).toBe("2024-03-11T06:59:59.999Z");
});
