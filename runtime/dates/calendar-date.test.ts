import { expect, test } from "vitest";
import { fromCalendarDate, toCalendarDate } from "./index.js";

test.each([
  // Oracle's table of examples, "Datetime Fields": set, the user's zone, date shown, got.
  [
    "2017-02-21T00:00:00.000-06:00",
    "America/Chicago",
    "2017-02-21",
    "2017-02-20T22:00:00.000-08:00",
  ],
  [
    "2017-08-21T00:00:00.000-05:00",
    "America/Chicago",
    "2017-08-21",
    "2017-08-20T22:00:00.000-07:00",
  ],
  [
    "2017-02-21T00:00:00.000-05:00",
    "America/Los_Angeles",
    "2017-02-20",
    "2017-02-20T00:00:00.000-08:00",
  ],
  [
    "2017-08-21T00:00:00.000-07:00",
    "America/Chicago",
    "2017-08-21",
    "2017-08-20T22:00:00.000-07:00",
  ],
])("%s by a user in %s is %s, sent as %s", (set, userTimeZone, day, got) => {
  expect(toCalendarDate(set, { userTimeZone })).toBe(day);
  expect(toCalendarDate(got, { userTimeZone })).toBe(day);
  expect(fromCalendarDate(day, { userTimeZone })).toBe(got);
});

test("a fixed offset takes summer's midnight for the day before", () => {
  const july = "2017-07-20T22:00:00.000-07:00";
  const dayIn = (userTimeZone: string) =>
    toCalendarDate(july, { userTimeZone });
  expect(dayIn("America/Chicago")).toBe("2017-07-21");
  expect(dayIn("Etc/GMT+6")).toBe("2017-07-20");
});

test.each([
  ["Asia/Tokyo", "2024-05-01", "2024-04-30T08:00:00.000-07:00"],
  ["Pacific/Honolulu", "2024-01-01", "2024-01-01T02:00:00.000-08:00"],
  ["UTC", "9999-12-31", "9999-12-30T16:00:00.000-08:00"],
  // The day on which Pacific time itself changes.
  ["America/Los_Angeles", "2024-03-10", "2024-03-10T00:00:00.000-08:00"],
  ["America/Los_Angeles", "2024-03-11", "2024-03-11T00:00:00.000-07:00"],
  ["Europe/Berlin", "2024-03-31", "2024-03-30T16:00:00.000-07:00"],
  // Summer time begins at midnight: the day begins at one.
  ["America/Sao_Paulo", "2018-11-04", "2018-11-03T20:00:00.000-07:00"],
  // Summer time ends at one, so that midnight is there twice.
  ["America/Havana", "2024-11-03", "2024-11-02T21:00:00.000-07:00"],
])("in %s, %s begins at %s", (userTimeZone, day, want) => {
  expect(fromCalendarDate(day, { userTimeZone })).toBe(want);
  expect(toCalendarDate(want, { userTimeZone })).toBe(day);
});

test("each day of two years comes back in every zone", () => {
  const zones = Intl.supportedValuesOf("timeZone").filter(
    (_, at) => at % 7 === 0,
  );
  const wrong: string[] = [];
  for (const userTimeZone of zones)
    for (let at = 0; at < 731; at += 3) {
      const day = new Date(Date.UTC(2024, 0, 1 + at))
        .toISOString()
        .slice(0, 10);
      const text = fromCalendarDate(day, { userTimeZone });
      if (toCalendarDate(text, { userTimeZone }) !== day)
        wrong.push(`${userTimeZone} ${day}`);
    }
  expect(wrong).toEqual([]);
});

test("what is no day is refused", () => {
  const userTimeZone = "Pacific/Apia";
  expect(() => fromCalendarDate("2011-12-30", { userTimeZone })).toThrow(
    new RangeError(
      "Pacific/Apia has no 2011-12-30: its calendar skips that day",
    ),
  );
  for (const given of ["2017-02-29", "2017-2-1", "2017-02-21T00:00:00Z", ""])
    expect(() => fromCalendarDate(given, { userTimeZone })).toThrow(
      new RangeError(
        `${JSON.stringify(given)} is no calendar date: give one such as 2017-02-21`,
      ),
    );
});
