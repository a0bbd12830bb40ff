import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { serialize } from "node:v8";
import type {
  ComplexDescriptor,
  NetSuiteSchema,
} from "nsgen-runtime/codegen-v1";
import type { Account } from "../account/account.js";
import { StatusError } from "../faults/status.js";
import { bucketOf, readIds } from "../records/record-id.js";
import { withResolvedReferences } from "../records/resolve-references.js";
import {
  MODIFIED,
  prepareRecord,
  type SaveContext,
} from "../records/save-record.js";
import type { StoredRecord } from "../records/stored-record.js";
import { toStored } from "../records/to-stored.js";
import { isProperties, textIn, type Properties } from "../schema/properties.js";
import { schemaWith } from "./seed-check.js";
import type { Seed } from "./seed.js";

/** Ids beyond this are not counted up to: numbers that follow must stay exact. */
const LARGEST_COUNTED = 10 ** 15;

/** A record of a seed with where it stands and what it is. */
interface SeedRecord {
  readonly path: string;
  readonly value: Properties;
  readonly context: SaveContext;
  readonly type: ComplexDescriptor;
}

/**
 * Puts the records of a checked seed into an account, each once for good: a state that had a record already keeps it as
 * it is now, changed or deleted, whenever the emulator starts again with the same seed. A record is the same one while
 * its ids are; one without ids, while it is the same whole.
 *
 * The account's rules do not count here. References may name records of the seed by external id, in any order.
 *
 * @throws Error with the path of a record that cannot be put
 */
export function applySeed(
  account: Account,
  seed: Seed,
  schemas: readonly NetSuiteSchema[],
): void {
  const records = readRecords(account, seed, schemas);
  for (const { value } of records) {
    const number = Number(textIn(value, "internalId"));
    if (Number.isInteger(number) && number <= LARGEST_COUNTED)
      account.state.skipNumbers(number);
  }
  const keys = new Set<string>();
  const put = records.flatMap((record) => {
    try {
      return putOnce(account, record, keys) ?? [];
    } catch (error) {
      if (!(error instanceof StatusError)) throw error;
      throw new Error(`${record.path}: ${error.message}`, { cause: error });
    }
  });
  for (const each of put) resolveAgain(account, each);
}

function readRecords(
  account: Account,
  { records = [] }: Seed,
  schemas: readonly NetSuiteSchema[],
): readonly SeedRecord[] {
  const withoutRules = { ...account, seed: {} };
  const read = records.filter(isProperties).flatMap((value, at) => {
    const typeName = textIn(value, "$type") ?? "";
    const schema = schemaWith(schemas, typeName);
    const type = schema?.typeOf(typeName);
    if (!schema || !type) return [];
    const context = { account: withoutRules, schema, preferences: undefined };
    return [{ path: `seed.records[${at}]`, value, context, type }];
  });
  // The type of a custom record may be one of the seed's.
  const isOfCustomType = ({ value }: SeedRecord): number =>
    value["recType"] === undefined ? 0 : 1;
  return read.toSorted((a, b) => isOfCustomType(a) - isOfCustomType(b));
}

/** A record that is in the state now. */
interface PutRecord {
  readonly stored: StoredRecord;
  readonly context: SaveContext;
  readonly type: ComplexDescriptor;
}

/** Puts a record that the state never had; undefined where it had. `keys` are those of the records before it. */
function putOnce(
  account: Account,
  { value, context, type }: SeedRecord,
  keys: Set<string>,
): PutRecord | undefined {
  const { records, state } = account;
  const bucket = bucketOf(account, context.schema, value);
  const { internalId, externalId } = readIds(value);
  let key = `${bucket}/${internalId ?? externalId?.toLowerCase() ?? digest(value)}`;
  // Records without ids that are the same whole are told apart by their number.
  while (keys.has(key)) key += "+";
  keys.add(key);
  const seeded = state.table<string>("seeded");
  if (seeded.get(key) !== undefined) return undefined;
  const known =
    (internalId !== undefined && records.find({ bucket, internalId })) ||
    (externalId !== undefined && records.find({ bucket, externalId }));
  const stored = known || newRecord(context, { bucket, type, value });
  seeded.put(key, stored.internalId);
  if (known) return undefined;
  records.put(stored);
  return { stored, context, type };
}

function newRecord(
  context: SaveContext,
  {
    bucket,
    type,
    value,
  }: Pick<SeedRecord, "type" | "value"> & { readonly bucket: string },
): StoredRecord {
  const prepared = prepareRecord(context, {
    bucket,
    type,
    given: value,
    before: undefined,
    newId: readIds(value).internalId,
  });
  const given = toStored(context.schema, type, value);
  // As the seed gives it, so that searches can tell records apart by it.
  const modified = MODIFIED.filter((name) => textIn(given, name));
  return {
    ...prepared,
    value: {
      ...prepared.value,
      ...Object.fromEntries(modified.map((name) => [name, given[name]])),
    },
  };
}

/** Resolves references to records that came after the one that has them. */
function resolveAgain(
  { records }: Account,
  { stored, context, type }: PutRecord,
): void {
  const value = withResolvedReferences(context, type, stored.value);
  if (!isDeepStrictEqual(value, stored.value))
    records.put({ ...stored, value });
}

function digest(value: Properties): string {
  return createHash("sha256").update(serialize(value)).digest("base64");
}
