import type { Account } from "../account/account.js";
import type { StoredRecord } from "../records/stored-record.js";
import type { SearchedType } from "./searched-types.js";

/** The buckets that hold the records of a searched type: one, but for custom records. */
export function bucketsOf(
  { records }: Account,
  { type: { name } }: SearchedType,
): readonly string[] {
  return name === "CustomRecord"
    ? [...records.buckets].filter((bucket) => bucket.startsWith(`${name}/`))
    : [name];
}

/** The records of a searched type, in the order of their creation. */
export function* recordsOf(
  account: Account,
  searched: SearchedType,
): Iterable<StoredRecord> {
  for (const bucket of bucketsOf(account, searched))
    yield* account.records.inBucket(bucket);
}
