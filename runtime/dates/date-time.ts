import { parseDateTime } from "./parse-date-time.js";
import { instantOf, offsetAt, PACIFIC } from "./time-zone.js";

/** How a dateTime is written. */
export interface FromDateOptions {
  /** IANA name of the zone whose clocks it shows; default `America/Los_Angeles`, as NetSuite writes. */
  readonly timeZone?: string;
}

/**
 * The instant that an `xsd:dateTime` names. Without an offset it is Pacific time, as NetSuite reads it, never UTC.
 *
 * For fields that hold an instant (`lastModifiedDate`); those that hold a day (`tranDate`) are for `toCalendarDate`.
 * What is finer than a millisecond is cut off.
 *
 * @example
 * toDate("2017-02-20T22:00:00.000-08:00"); // 2017-02-21T06:00:00Z
 *
 * @throws RangeError where the text is no dateTime of the years 0001 to 9999
 */
export function toDate(dateTime: string): Date {
  const { localMs, offsetMs } = parseDateTime(dateTime);
  return new Date(
    offsetMs === null ? instantOf(localMs, PACIFIC) : localMs - offsetMs,
  );
}

/**
 * An instant as `xsd:dateTime`, always with milliseconds and offset.
 *
 * @example
 * fromDate(new Date(Date.UTC(2017, 7, 21))); // "2017-08-20T17:00:00.000-07:00"
 *
 * @throws RangeError where the date is invalid or beyond the years 0001 to 9999, or the zone unknown
 */
export function fromDate(date: Date, options: FromDateOptions = {}): string {
  const instant = date.getTime();
  if (Number.isNaN(instant))
    throw new RangeError(
      "The date is invalid (its time is NaN): look at how it was made",
    );
  const { timeZone = PACIFIC } = options;
  // XSD knows no seconds in an offset, which clocks had before there were standard times.
  const offsetMinutes = Math.round(offsetAt(instant, timeZone) / 60_000);
  const local = new Date(instant + offsetMinutes * 60_000).toISOString();
  if (!/^\d{4}-/.test(local) || local.startsWith("0000"))
    throw new RangeError(
      `${date.toISOString()} is beyond the years 0001 to 9999, which a dateTime of NetSuite holds`,
    );
  return local.slice(0, -1) + formatOffset(offsetMinutes);
}

function formatOffset(minutes: number): string {
  const twoDigits = (value: number): string => String(value).padStart(2, "0");
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${twoDigits(Math.trunc(size / 60))}:${twoDigits(size % 60)}`;
}
