import { expect, test } from "vitest";
import { fromDate, toDate } from "./index.js";

test.each([
  ["2017-02-20T22:00:00.000-08:00", "2017-02-21T06:00:00.000Z"],
  ["2014-01-27T19:43:19.665Z", "2014-01-27T19:43:19.665Z"],
  ["2017-02-21T00:00:00-06:00", "2017-02-21T06:00:00.000Z"],
  ["2017-02-21T05:45:00+05:45", "2017-02-21T00:00:00.000Z"],
  ["2017-02-21T00:00:00.5Z", "2017-02-21T00:00:00.500Z"],
  ["2017-02-21T00:00:00.123999Z", "2017-02-21T00:00:00.123Z"],
  ["2017-02-21T24:00:00Z", "2017-02-22T00:00:00.000Z"],
  ["2016-02-29T00:00:00Z", "2016-02-29T00:00:00.000Z"],
  ["0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000Z"],
  ["0099-12-31T00:00:00Z", "0099-12-31T00:00:00.000Z"],
  ["9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z"],
])("%s is %s", (given, want) => {
  expect(toDate(given).toISOString()).toBe(want);
});

test.each([
  ["winter", "2013-10-30T20:01:24.405", "2013-10-31T03:01:24.405Z"],
  ["standard time", "2013-11-30T20:01:24.405", "2013-12-01T04:01:24.405Z"],
  ["before the gap", "2024-03-10T01:59:59", "2024-03-10T09:59:59.000Z"],
  ["in the gap", "2024-03-10T02:30:00", "2024-03-10T10:30:00.000Z"],
  ["after the gap", "2024-03-10T03:00:00", "2024-03-10T10:00:00.000Z"],
  ["first of two", "2024-11-03T01:30:00", "2024-11-03T08:30:00.000Z"],
  ["after the overlap", "2024-11-03T02:00:00", "2024-11-03T10:00:00.000Z"],
])("without an offset it is Pacific time: %s", (_, given, want) => {
  expect(toDate(given).toISOString()).toBe(want);
});

test.each([
  "",
  "2017-02-21",
  "2017-02-21 00:00:00",
  "2017-02-30T00:00:00Z",
  "2017-13-01T00:00:00Z",
  "0000-01-01T00:00:00Z",
  "2017-02-21T24:00:01Z",
  "2017-02-21T24:00:00.5Z",
  "2017-02-21T12:60:00Z",
  "2017-02-21T00:00:00+14:01",
  "2017-02-21T00:00:00-0800",
  "2017-02-21T00:00:00.Z",
])("%j is no dateTime", (given) => {
  expect(() => toDate(given)).toThrow(
    new RangeError(
      `${JSON.stringify(given)} is no xsd:dateTime: give one such as 2017-02-20T22:00:00.000-08:00`,
    ),
  );
});

test.each([
  ["2017-02-21T06:00:00Z", undefined, "2017-02-20T22:00:00.000-08:00"],
  ["2017-08-21T00:00:00Z", undefined, "2017-08-20T17:00:00.000-07:00"],
  ["2017-08-21T00:00:00Z", "UTC", "2017-08-21T00:00:00.000+00:00"],
  ["2017-08-21T00:00:00Z", "Asia/Kathmandu", "2017-08-21T05:45:00.000+05:45"],
  [
    "2017-08-21T00:00:00Z",
    "Pacific/Kiritimati",
    "2017-08-21T14:00:00.000+14:00",
  ],
  ["2024-03-10T09:59:59Z", undefined, "2024-03-10T01:59:59.000-08:00"],
  ["2024-03-10T10:00:00Z", undefined, "2024-03-10T03:00:00.000-07:00"],
  ["2024-11-03T08:30:00Z", undefined, "2024-11-03T01:30:00.000-07:00"],
  ["2024-11-03T09:30:00Z", undefined, "2024-11-03T01:30:00.000-08:00"],
  ["9999-12-31T00:00:00Z", "UTC", "9999-12-31T00:00:00.000+00:00"],
  // Los Angeles was 7:52:58 behind Greenwich; an offset has no seconds.
  ["1500-06-01T12:00:00Z", undefined, "1500-06-01T04:07:00.000-07:53"],
])("%s in %s is written %s", (given, timeZone, want) => {
  const text = fromDate(new Date(given), timeZone ? { timeZone } : {});
  expect(text).toBe(want);
  expect(toDate(text).getTime()).toBe(Date.parse(given));
});

test("an invalid date, one out of range and an unknown zone are refused", () => {
  expect(() => fromDate(new Date(NaN))).toThrow(
    new RangeError(
      "The date is invalid (its time is NaN): look at how it was made",
    ),
  );
  for (const [given, shown] of [
    [Date.UTC(10_000, 0, 2), "+010000-01-02T00:00:00.000Z"],
    [Date.UTC(-1, 0, 2), "-000001-01-02T00:00:00.000Z"],
  ] as const)
    expect(() => fromDate(new Date(given))).toThrow(
      new RangeError(
        `${shown} is beyond the years 0001 to 9999, which a dateTime of NetSuite holds`,
      ),
    );
  expect(() => fromDate(new Date(0), { timeZone: "GMT-6" })).toThrow(
    new RangeError(
      '"GMT-6" is no time zone: give its IANA name, such as America/Chicago for (GMT-06:00) Central Time',
    ),
  );
});
