const DATE = /^(-?(?:\d{4}|[1-9]\d{4,}))-(\d\d)-(\d\d)$/;
const TIME = /^(\d\d):(\d\d):(\d\d)(?:\.\d+)?$/;
const OFFSET = /(?:Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))$/;

/** A dateTime of a day that every month has: nearly all that is sent. */
const USUAL =
  /^(?!0000)\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))?$/;

/** Whether a text is an `xsd:dateTime`, with or without an offset, of a day that the calendar has. */
export function isDateTime(text: string): boolean {
  if (USUAL.test(text)) return true;
  const separator = text.indexOf("T");
  return (
    separator > 0 &&
    isCalendarDate(text.slice(0, separator)) &&
    isTime(text.slice(separator + 1))
  );
}

/** Whether a text is an `xsd:date`. */
export function isDate(text: string): boolean {
  return isCalendarDate(text) || isCalendarDate(text.replace(OFFSET, ""));
}

/** Whether a text is an `xsd:time`. */
export function isTime(text: string): boolean {
  const match = TIME.exec(text.replace(OFFSET, ""));
  if (!match) return false;
  const [, hour, minute, second] = match.map(Number);
  // The pattern has three groups of two digits each.
  const [h, m, s] = [hour, minute, second] as [number, number, number];
  if (h === 24) return /^24:00:00(?:\.0+)?$/.test(match[0]);
  return h < 24 && m < 60 && s < 60;
}

function isCalendarDate(text: string): boolean {
  const match = DATE.exec(text);
  if (!match) return false;
  const [, year = "", month = "", day = ""] = match;
  if (/^-?0+$/.test(year)) return false;
  return isDay(Number(year), Number(month), Number(day));
}

function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const february = leap ? 29 : 28;
  const long = [1, 3, 5, 7, 8, 10, 12].includes(month);
  return day <= (month === 2 ? february : long ? 31 : 30);
}
