import { fromDate, toDate } from "nsgen-runtime";
import { uncapitalize } from "nsgen-runtime/codegen-v1";

const DAY_MS = 86_400_000;

/** Days from the first to the last, each as the midnight in UTC of its date, in milliseconds. */
interface Days {
  readonly first: number;
  readonly last: number;
}

/** Instants from the first to the last, in milliseconds. */
export interface DateSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * The days that a value of SearchDate means, such as `lastFiscalQuarterToDate`, in NetSuite's own (Pacific) time.
 *
 * The names are read word by word, so that those of old versions (`startOfTheMonthBeforeLast`,
 * `lastMonthOneYearAgo`) mean the same as today's.
 *
 * @returns null for a name that means nothing
 */
export function findDateSpan(name: string, now: Date): DateSpan | null {
  const today = Date.parse(fromDate(now).slice(0, 10));
  const days = findDays(simplify(name), today);
  return (
    days && {
      start: midnight(days.first),
      end: midnight(days.last + DAY_MS) - 1,
    }
  );
}

/** The Pacific day of an instant, as one that begins and ends. */
export function dayOf(instant: number): DateSpan {
  const day = Date.parse(fromDate(new Date(instant)).slice(0, 10));
  return { start: midnight(day), end: midnight(day + DAY_MS) - 1 };
}

/** An instant without an offset is Pacific. */
function midnight(day: number): number {
  return toDate(
    `${new Date(day).toISOString().slice(0, 10)}T00:00:00`,
  ).getTime();
}

/** Fiscal years are calendar years here; the misspelling is the schema's, in 2013. */
function simplify(name: string): string {
  const simple = name.replaceAll(/[Ff]iscal|The(?=[A-Z])/g, "");
  return uncapitalize(simple.replace("Quarther", "Quarter"));
}

type Unit =
  "day" | "week" | "businessWeek" | "month" | "quarter" | "half" | "year";

/** A unit of time, and the day in it that today becomes. */
interface Period {
  readonly unit: Unit;
  readonly day: number;
}

function findDays(name: string, today: number): Days | null {
  const start = /^startOf(.+)$/.exec(name);
  if (start) {
    const days = findDays(uncapitalize(start[1] ?? ""), today);
    return days && { first: days.first, last: days.first };
  }
  const pointed = /^(.+)ToDate$/.exec(name);
  if (pointed) {
    const period = findPeriod(pointed[1] ?? "", today);
    return period && { first: daysOf(period).first, last: period.day };
  }
  const period = findPeriod(name, today);
  return period ? daysOf(period) : findRun(name, today);
}

const FIXED: ReadonlyMap<string, number> = new Map([
  ["yesterday", -1],
  ["today", 0],
  ["tomorrow", 1],
  ["previousOneDay", -1],
]);

function findPeriod(name: string, today: number): Period | null {
  const fixed = FIXED.get(name);
  if (fixed !== undefined) return { unit: "day", day: today + fixed * DAY_MS };
  const same = /^same([A-Z][a-z]+)(.+)$/.exec(name);
  if (same) {
    const unit = unitOf(same[1]);
    const day = shiftBack(today, same[2] ?? "");
    return unit && day !== null ? { unit, day } : null;
  }
  const near = /^(last|this|next)(BusinessWeek|[A-Z][a-z]+)(.*)$/.exec(name);
  if (near) {
    const unit = unitOf(near[2]);
    const offset = near[1] === "last" ? -1 : near[1] === "next" ? 1 : 0;
    const day = unit && shiftBack(shift(today, unit, offset), near[3] ?? "");
    return unit && day !== null ? { unit, day } : null;
  }
  const beside = /^(.+)(BeforeLast|AfterNext)$/.exec(name);
  const unit = unitOf(beside?.[1]);
  if (unit) {
    const day = shift(today, unit, beside?.[2] === "AfterNext" ? 2 : -2);
    return { unit, day };
  }
  const away = /^([a-z]+)([A-Z][a-z]+?)s(Ago|FromNow)$/.exec(name);
  const count = NUMBERS.get(away?.[1] ?? "");
  const awayUnit = unitOf(away?.[2]);
  if (count === undefined || !awayUnit) return null;
  const day = shift(today, awayUnit, away?.[3] === "Ago" ? -count : count);
  return { unit: awayUnit, day };
}

/** Shifts a day by words such as `LastYear`, `QuarterBeforeLast`, `OneYearAgo`, `LastQuarterLastYear`. */
function shiftBack(day: number, words: string): number | null {
  if (words === "") return day;
  const match =
    /^(?:Last([A-Z][a-z]+)|([A-Z][a-z]+)BeforeLast|(One|Two)([A-Z][a-z]+?)s?Ago)(.*)$/.exec(
      words,
    );
  const unit = unitOf(match?.[1] ?? match?.[2] ?? match?.[4]);
  if (!match || !unit) return null;
  const count = match[2] !== undefined || match[3] === "Two" ? 2 : 1;
  return shiftBack(shift(day, unit, -count), match[5] ?? "");
}

/** What is not one unit: several of them, or some in a row. */
function findRun(name: string, today: number): Days | null {
  const weeks = /^(nextFourWeeks)$|^fourWeeksStartingThisWeek$/.exec(name);
  if (weeks) {
    const begin = shift(today, "week", weeks[1] ? 1 : 0);
    return run("week", begin, shift(begin, "week", 3));
  }
  if (name === "oneYearBeforeLast")
    return {
      first: shift(today, "year", -2) + DAY_MS,
      last: shift(today, "year", -1),
    };
  const one = /^(next|previous)One(.+)$/.exec(name);
  const length = unitOf(one?.[2]);
  if (length)
    return one?.[1] === "next"
      ? { first: today + DAY_MS, last: shift(today, length, 1) }
      : { first: shift(today, length, -1) + DAY_MS, last: today };
  const rolling = /^(last|this|previous)Rolling(.+)$/.exec(name);
  const rolled = unitOf(rolling?.[2]);
  if (rolled) {
    const months = MONTHS[rolled] ?? 1;
    const begin = { last: -months, previous: 1 - months, this: 0 };
    // The pattern has these words only.
    const offset = begin[rolling?.[1] as keyof typeof begin];
    return run(
      "month",
      shift(today, "month", offset),
      shift(today, "month", offset + months - 1),
    );
  }
  const earlier =
    /^previous(Month|Quarter)s(This|Last|Same)([A-Z][a-z]+)(.*)$/.exec(name);
  const part = unitOf(earlier?.[1]);
  const whole = unitOf(earlier?.[3]);
  if (!earlier || !part || !whole) return null;
  const day = shiftBack(
    shift(today, whole, earlier[2] === "Last" ? -1 : 0),
    earlier[4] ?? "",
  );
  // Before the first part there is none: the span then ends before it begins.
  return day === null
    ? null
    : {
        first: daysOf({ unit: whole, day }).first,
        last: daysOf({ unit: part, day }).first - DAY_MS,
      };
}

function run(unit: Unit, from: number, to: number): Days {
  return {
    first: daysOf({ unit, day: from }).first,
    last: daysOf({ unit, day: to }).last,
  };
}

const NUMBERS: ReadonlyMap<string, number> = new Map([
  ["one", 1],
  ["two", 2],
  ["three", 3],
  ["four", 4],
  ["five", 5],
  ["ten", 10],
  ["thirty", 30],
  ["sixty", 60],
  ["ninety", 90],
]);

/** Months in units that are made of them. */
const MONTHS: Readonly<Partial<Record<Unit, number>>> = {
  month: 1,
  quarter: 3,
  half: 6,
  year: 12,
};

const UNITS: ReadonlySet<string> = new Set<Unit>([
  "day",
  "week",
  "businessWeek",
  "month",
  "quarter",
  "half",
  "year",
]);

function unitOf(word: string | undefined): Unit | null {
  const unit = uncapitalize(word ?? "");
  // The set holds units only.
  return UNITS.has(unit) ? (unit as Unit) : null;
}

/** A day some units later; a day that a shorter month does not have is its last. */
function shift(day: number, unit: Unit, count: number): number {
  const months = MONTHS[unit];
  if (months === undefined)
    return day + count * (unit === "day" ? 1 : 7) * DAY_MS;
  const date = new Date(day);
  const month = date.getUTCMonth() + count * months;
  const lastOfMonth = new Date(
    Date.UTC(date.getUTCFullYear(), month + 1, 0),
  ).getUTCDate();
  return Date.UTC(
    date.getUTCFullYear(),
    month,
    Math.min(date.getUTCDate(), lastOfMonth),
  );
}

function daysOf({ unit, day }: Period): Days {
  const date = new Date(day);
  const months = MONTHS[unit];
  if (months !== undefined) {
    const year = date.getUTCFullYear();
    const month = Math.floor(date.getUTCMonth() / months) * months;
    return {
      first: Date.UTC(year, month),
      last: Date.UTC(year, month + months, 0),
    };
  }
  if (unit === "day") return { first: day, last: day };
  const begin = unit === "week" ? 0 : 1;
  const first = day - ((date.getUTCDay() - begin + 7) % 7) * DAY_MS;
  return { first, last: first + 6 * DAY_MS };
}
