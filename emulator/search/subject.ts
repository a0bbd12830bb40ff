import { asList, isProperties, type Properties } from "../schema/properties.js";

/** What criteria are asked of and columns are read from: a record, or one line of a transaction with its record. */
export interface Subject {
  readonly value: Properties;
  /** Null for a record as a whole: the main line of a transaction. */
  readonly line: Properties | null;
}

/** Sublists whose lines are the lines of a transaction. */
export const LINE_LISTS: readonly string[] = [
  "itemList",
  "expenseList",
  "lineList",
];

/** A record as it is searched: as a whole, and where `hasLines` also by line. */
export function subjectsOf(
  value: Properties,
  hasLines: boolean,
): readonly Subject[] {
  const main: Subject = { value, line: null };
  if (!hasLines) return [main];
  const lines = LINE_LISTS.flatMap((name) => {
    const list = value[name];
    return isProperties(list) ? Object.values(list).flatMap(asList) : [];
  });
  return [main, ...lines.map((line) => ({ value, line }))];
}
