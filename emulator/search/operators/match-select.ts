import type { Account } from "../../account/account.js";
import type { StoredRecord } from "../../records/stored-record.js";
import {
  isProperties,
  textIn,
  type Properties,
} from "../../schema/properties.js";
import { textOf } from "./values.js";

/**
 * Whether what a field holds is one of those that are asked for.
 *
 * The internal ids `@NONE@` and `@ANY@` ask for an empty field, and for one that is not.
 */
export function matchesAny(
  values: readonly unknown[],
  wanted: readonly unknown[],
  account: Account,
): boolean {
  return wanted.some((each) => {
    const special = specialOf(each);
    if (special === "@NONE@") return values.length === 0;
    if (special === "@ANY@") return values.length > 0;
    return values.some((value) => isSame(value, each, account));
  });
}

function specialOf(wanted: unknown): string | undefined {
  const id = isProperties(wanted) ? textIn(wanted, "internalId") : wanted;
  return typeof id === "string" ? id.toUpperCase() : undefined;
}

function isSame(value: unknown, wanted: unknown, account: Account): boolean {
  if (!isProperties(wanted)) return idOf(value) === String(wanted);
  const internalId = textIn(wanted, "internalId");
  if (internalId !== undefined) return idOf(value) === internalId;
  const externalId = textIn(wanted, "externalId")?.toLowerCase();
  if (externalId !== undefined)
    return idsOf(value, "externalId", account).has(externalId);
  const scriptId = textIn(wanted, "scriptId")?.toLowerCase();
  if (scriptId !== undefined)
    return idsOf(value, "scriptId", account).has(scriptId);
  return textOf(value) === textIn(wanted, "name");
}

function idOf(value: unknown): string {
  return isProperties(value)
    ? (textIn(value, "internalId") ?? textOf(value))
    : String(value);
}

/** The ids of a kind that a reference itself gives, or the record that it refers to. */
function idsOf(
  value: unknown,
  kind: "externalId" | "scriptId",
  account: Account,
): ReadonlySet<string> {
  const ids = new Set<string>();
  if (!isProperties(value)) return ids;
  const internalId = textIn(value, "internalId");
  const records: Iterable<StoredRecord> =
    internalId === undefined ? [] : account.records.withInternalId(internalId);
  const holders: readonly Properties[] = [
    value,
    ...[...records].map((record) => record.value),
  ];
  for (const holder of holders) {
    const id = textIn(holder, kind);
    if (id !== undefined) ids.add(id.toLowerCase());
  }
  return ids;
}
