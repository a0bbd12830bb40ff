const DATE = /^(-?(?:\d{4}|[1-9]\d{4,}))-(\d\d)-(\d\d)$/;
const TIME =
  /^(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?|24:00:00(?:\.0+)?)$/;
const OFFSET = /(?:Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))$/;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether a text is an `xsd:dateTime`, with or without an offset: of XSD 1.0, which has no year 0. */
export function isDateTime(text: string): boolean {
  const separator = text.indexOf("T");
  return (
    separator > 0 &&
    isDay(text.slice(0, separator)) &&
    isTime(text.slice(separator + 1))
  );
}

/** Whether a text is an `xsd:date`, with or without an offset. */
export function isDate(text: string): boolean {
  return isDay(text) || isDay(text.replace(OFFSET, ""));
}

/** Whether a text is an `xsd:time`, with or without an offset. */
export function isTime(text: string): boolean {
  return TIME.test(text.replace(OFFSET, ""));
}

function isDay(text: string): boolean {
  const match = DATE.exec(text);
  if (!match) return false;
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number);
  if (year === 0) return false;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = (DAYS[month - 1] ?? 0) + (month === 2 && isLeap ? 1 : 0);
  return day >= 1 && day <= days;
}
