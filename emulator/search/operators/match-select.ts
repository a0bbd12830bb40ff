import type { Account } from "../../account/account.js";
import type { StoredRecord } from "../../records/stored-record.js";
import {
  isProperties,
  textIn,
  type Properties,
} from "../../schema/properties.js";
import { textOf } from "./values.js";

/** Ids, or names, of what is asked for, by what they are. */
interface Wanted {
  readonly ids: Set<string>;
  readonly externalIds: Set<string>;
  readonly scriptIds: Set<string>;
  readonly names: Set<string>;
}

/**
 * Says whether what a field holds is one of those that are asked for, however many these are.
 *
 * The internal ids `@NONE@` and `@ANY@` ask for an empty field, and for one that is not.
 */
export function createMatch(
  asked: readonly unknown[],
  account: Account,
): (values: readonly unknown[]) => boolean {
  const wanted: Wanted = {
    ids: new Set(),
    externalIds: new Set(),
    scriptIds: new Set(),
    names: new Set(),
  };
  for (const each of asked) want(wanted, each);
  const specials = new Set([...wanted.ids].map((id) => id.toUpperCase()));
  const isNone = specials.has("@NONE@");
  const isAny = specials.has("@ANY@");
  return (values) =>
    values.length === 0
      ? isNone
      : isAny || values.some((value) => isWanted(value, wanted, account));
}

/** Of several ids the internal one counts, then the external one. */
function want(wanted: Wanted, asked: unknown): void {
  if (!isProperties(asked)) {
    wanted.ids.add(String(asked));
    return;
  }
  const internalId = textIn(asked, "internalId");
  const externalId = textIn(asked, "externalId");
  const scriptId = textIn(asked, "scriptId");
  const name = textIn(asked, "name");
  if (internalId !== undefined) wanted.ids.add(internalId);
  else if (externalId !== undefined)
    wanted.externalIds.add(externalId.toLowerCase());
  else if (scriptId !== undefined) wanted.scriptIds.add(scriptId.toLowerCase());
  else if (name !== undefined) wanted.names.add(name);
}

function isWanted(
  value: unknown,
  { ids, externalIds, scriptIds, names }: Wanted,
  account: Account,
): boolean {
  return (
    ids.has(idOf(value)) ||
    names.has(textOf(value)) ||
    hasOne(value, "externalId", externalIds, account) ||
    hasOne(value, "scriptId", scriptIds, account)
  );
}

function idOf(value: unknown): string {
  return isProperties(value)
    ? (textIn(value, "internalId") ?? textOf(value))
    : String(value);
}

/** Whether a reference, or the record that it refers to, has one of some ids of a kind. */
function hasOne(
  value: unknown,
  kind: "externalId" | "scriptId",
  ids: ReadonlySet<string>,
  account: Account,
): boolean {
  if (ids.size === 0 || !isProperties(value)) return false;
  const internalId = textIn(value, "internalId");
  const records: Iterable<StoredRecord> =
    internalId === undefined ? [] : account.records.withInternalId(internalId);
  const holders: readonly Properties[] = [
    value,
    ...Array.from(records, (record) => record.value),
  ];
  return holders.some((holder) => {
    const id = textIn(holder, kind)?.toLowerCase();
    return id !== undefined && ids.has(id);
  });
}
