const DATE_TIME =
  /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)?$/;

/** What an `xsd:dateTime` says. */
export interface ParsedDateTime {
  /** The clock's reading, as milliseconds that it would be in UTC. */
  readonly localMs: number;
  /** Milliseconds that the clock is ahead of UTC, or null where the text does not say. */
  readonly offsetMs: number | null;
}

/**
 * Reads an `xsd:dateTime` of the years 0001 to 9999; what is finer than a millisecond is cut off.
 *
 * @throws RangeError where the text is none, or names a day or an hour that there is not
 */
export function parseDateTime(text: string): ParsedDateTime {
  const match = DATE_TIME.exec(text);
  const localMs = match && readClock(match);
  const offsetMs = match && readOffset(match[8]);
  if (localMs === null || offsetMs === undefined)
    throw new RangeError(
      `${quote(text)} is no xsd:dateTime: give one such as 2017-02-20T22:00:00.000-08:00`,
    );
  return { localMs, offsetMs };
}

/**
 * Reads a calendar date, `YYYY-MM-DD`, of the years 0001 to 9999.
 *
 * @returns the midnight of that day in UTC, in milliseconds
 * @throws RangeError where the text is none, or names a day that there is not
 */
export function parseCalendarDate(text: string): number {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  const midnight = match && readDay(match);
  if (midnight === null)
    throw new RangeError(
      `${quote(text)} is no calendar date: give one such as 2017-02-21`,
    );
  return midnight;
}

/** A text for a message: in quotes, and not longer than a line. */
export function quote(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}

function readClock(match: RegExpExecArray): number | null {
  const day = readDay(match);
  const [hour, minute, second] = match.slice(4, 7).map(Number);
  const fraction = match[7] ?? "";
  if (day === null || hour === undefined) return null;
  if (minute === undefined || second === undefined) return null;
  // 24:00:00 is the end of its day.
  const isEndOfDay =
    hour === 24 && /^0*$/.test(`${minute}${second}${fraction}`);
  if (!isEndOfDay && (hour > 23 || minute > 59 || second > 59)) return null;
  const ms = Number(fraction.slice(0, 3).padEnd(3, "0"));
  return day + ((hour * 60 + minute) * 60 + second) * 1000 + ms;
}

function readDay(match: RegExpExecArray): number | null {
  const [year, month, day] = match.slice(1, 4).map(Number);
  if (!year || !month || !day) return null;
  // The constructor and `Date.UTC` take years under 100 for 1900 and later.
  const midnight = new Date(0).setUTCFullYear(year, month - 1, day);
  const made = new Date(midnight);
  const isReal = made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
  return isReal ? midnight : null;
}

/** Null where there is no offset, undefined where there can be none such. */
function readOffset(text: string | undefined): number | null | undefined {
  if (text === undefined) return null;
  if (text === "Z") return 0;
  const hours = Number(text.slice(1, 3));
  const minutes = Number(text.slice(4, 6));
  const total = hours * 60 + minutes;
  if (minutes > 59 || total > 14 * 60) return undefined;
  return (text.startsWith("-") ? -total : total) * 60_000;
}
