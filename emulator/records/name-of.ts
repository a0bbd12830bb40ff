import { textIn, type Properties } from "../schema/properties.js";

/** Elements that name a record, the most telling first. */
const NAMES = [
  "entityId",
  "tranId",
  "itemId",
  "name",
  "acctName",
  "companyName",
  "title",
  "label",
  "displayName",
  "recordName",
  "periodName",
] as const;

/** What a record is called: the `name` of references to it; null where nothing in it names it. */
export function nameOf(record: Properties): string | null {
  for (const each of NAMES) {
    const name = textIn(record, each);
    if (name) return name;
  }
  return null;
}
