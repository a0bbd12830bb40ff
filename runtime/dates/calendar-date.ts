import { fromDate, toDate } from "./date-time.js";
import { parseCalendarDate } from "./parse-date-time.js";
import { instantOf } from "./time-zone.js";

/** Whose days are meant. */
export interface CalendarDateOptions {
  /**
   * IANA name of the zone in the preferences of the user whom the requests are signed for.
   *
   * NetSuite names its zones by their standard time, `(GMT-06:00) Central Time`, and keeps their summer time
   * nevertheless: it is `America/Chicago`, and `Etc/GMT+6` would be a day off for half of the year.
   */
  readonly userTimeZone: string;
}

/**
 * The day, `YYYY-MM-DD`, in a field that holds a date without a time, such as `tranDate`.
 *
 * NetSuite sends such a day as its midnight in the user's time zone, written in Pacific time: the day before, for all
 * who live east of it.
 *
 * @example
 * toCalendarDate("2017-02-20T22:00:00.000-08:00", { userTimeZone: "America/Chicago" }); // "2017-02-21"
 *
 * @throws RangeError where the text is no dateTime, or the zone unknown
 */
export function toCalendarDate(
  dateTime: string,
  { userTimeZone }: CalendarDateOptions,
): string {
  return fromDate(toDate(dateTime), { timeZone: userTimeZone }).slice(0, 10);
}

/**
 * A day, `YYYY-MM-DD`, as a field such as `tranDate` takes it, and as NetSuite itself would send it: midnight in the
 * user's time zone, in Pacific time. Where that zone has no midnight on that day, because summer time begins then,
 * it is the hour after.
 *
 * @example
 * fromCalendarDate("2017-02-21", { userTimeZone: "America/Chicago" }); // "2017-02-20T22:00:00.000-08:00"
 *
 * @throws RangeError where the text is no day, or the zone unknown or without that day
 */
export function fromCalendarDate(
  date: string,
  { userTimeZone }: CalendarDateOptions,
): string {
  const midnight = instantOf(parseCalendarDate(date), userTimeZone);
  const text = fromDate(new Date(midnight));
  if (toCalendarDate(text, { userTimeZone }) !== date)
    throw new RangeError(
      `${userTimeZone} has no ${date}: its calendar skips that day`,
    );
  return text;
}
