import { expect, test } from "vitest";
import { isDate, isDateTime, isTime } from "./date-time.js";

const dateTimes: readonly [given: string, want: boolean][] = [
  ["2025-03-31T09:30:00", true],
  ["2025-03-31T09:30:00.000-07:00", true],
  ["2025-03-31T09:30:00.1Z", true],
  ["2024-02-29T00:00:00Z", true],
  ["2000-02-29T00:00:00Z", true],
  ["2025-03-31T24:00:00", true],
  ["2025-03-31T00:00:00+14:00", true],
  ["2025-02-29T00:00:00Z", false],
  ["1900-02-29T00:00:00Z", false],
  ["2025-04-31T00:00:00Z", false],
  ["2025-13-01T00:00:00Z", false],
  ["2025-03-31T24:00:01", false],
  ["2025-03-31T23:60:00", false],
  ["2025-03-31T00:00:00+14:01", false],
  ["2025-03-31", false],
  ["2025-03-31 09:30:00", false],
  ["3/31/2025", false],
  ["0000-01-01T00:00:00", false],
  ["", false],
];

test.each(dateTimes)("dateTime %s: %s", (given, want) => {
  expect(isDateTime(given)).toBe(want);
});

test("date and time", () => {
  expect(["2025-03-31", "2025-03-31Z", "2025-02-30"].map(isDate)).toEqual([
    true,
    true,
    false,
  ]);
  expect(["09:30:00", "09:30:00.5-07:00", "9:30"].map(isTime)).toEqual([
    true,
    true,
    false,
  ]);
});
