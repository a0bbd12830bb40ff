import { quote } from "./parse-date-time.js";

/** NetSuite's own time zone: that of each dateTime that it sends, and of one that it gets without an offset. */
export const PACIFIC = "America/Los_Angeles";

const DAY_MS = 86_400_000;

/** Formats that were made already: making one takes longer than ten uses. */
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * How far a zone's clocks are ahead of UTC at an instant, in milliseconds.
 *
 * @param timeZone IANA name, such as `America/Chicago`
 * @throws RangeError where there is no such zone
 */
export function offsetAt(instantMs: number, timeZone: string): number {
  const name = formatOf(timeZone)
    .formatToParts(instantMs)
    .find(({ type }) => type === "timeZoneName")?.value;
  // `GMT`, `GMT-08:00`, and to the second before there were standard times: `GMT-07:52:58`.
  const match = /^GMT([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(name ?? "");
  if (!match) return 0;
  const [, sign, hours, minutes, seconds = 0] = match;
  const total = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  return (sign === "-" ? -total : total) * 1000;
}

/**
 * The instant at which a zone's clocks show a reading.
 *
 * Where they show it twice, as summer time ends, it is the first; where they skip it, as summer time begins, it is
 * read by the offset before, as if nobody had moved the clock yet.
 *
 * @param localMs the reading, as milliseconds that it would be in UTC
 * @throws RangeError where there is no such zone
 */
export function instantOf(localMs: number, timeZone: string): number {
  const before = offsetAt(localMs - DAY_MS, timeZone);
  const after = offsetAt(localMs + DAY_MS, timeZone);
  const shown = [localMs - before, localMs - after].filter(
    (instant) => instant + offsetAt(instant, timeZone) === localMs,
  );
  return shown.length > 0 ? Math.min(...shown) : localMs - before;
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const made = formats.get(timeZone);
  if (made) return made;
  const format = createFormat(timeZone);
  formats.set(timeZone, format);
  return format;
}

function createFormat(timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat("en-US", {
      timeZone,
      timeZoneName: "longOffset",
    });
  } catch (cause) {
    throw new RangeError(
      `${quote(timeZone)} is no time zone: give its IANA name, such as America/Chicago for (GMT-06:00) Central Time`,
      { cause },
    );
  }
}
