import { isDeepStrictEqual } from "node:util";
import { fromDate } from "nsgen-runtime";
import type {
  ComplexDescriptor,
  NetSuiteSchema,
} from "nsgen-runtime/codegen-v1";
import type { Account } from "../account/account.js";
import { StatusError } from "../faults/status.js";
import { membersOf } from "../schema/members.js";
import { textIn, type Properties } from "../schema/properties.js";
import { applyChanges } from "./apply-changes.js";
import { checkRecord } from "./check-record.js";
import { nameRecord } from "./name-record.js";
import { omitReadOnly } from "./read-only-fields.js";
import { readIds } from "./record-id.js";
import { withResolvedReferences } from "./resolve-references.js";
import type { StoredRecord } from "./stored-record.js";
import { toStored } from "./to-stored.js";

/** What a record is written with. */
export interface SaveContext {
  readonly account: Account;
  readonly schema: NetSuiteSchema;
  /** The `preferences` of the request's header. */
  readonly preferences: Properties | undefined;
}

/** What a request says of a record. */
export interface RecordChange {
  readonly bucket: string;
  readonly type: ComplexDescriptor;
  /** The record as it was given. */
  readonly given: Properties;
  /** The record that is changed; undefined where there is to be a new one. */
  readonly before: StoredRecord | undefined;
  /** Internal id of a new record, for those that a seed numbers. Default: the next one. */
  readonly newId?: string | undefined;
}

const CREATED = ["createdDate", "dateCreated", "created"];

/** Elements that say when a record was changed. The first is kept of every record, also where its type does not show it. */
export const MODIFIED = ["lastModifiedDate", "lastModified"] as const;

/**
 * The record as it is after a change; that of before itself where nothing changes. Nothing is stored yet.
 *
 * @throws StatusError where the account's rules, or the ids of other records, refuse it
 */
export function prepareRecord(
  context: SaveContext,
  { bucket, type, given, before, newId }: RecordChange,
): StoredRecord {
  const { account, schema } = context;
  const { records } = account;
  const changes = withResolvedReferences(
    context,
    type,
    omitReadOnly(
      context,
      bucket,
      withoutModified(toStored(schema, type, given)),
    ),
  );
  const internalId = before?.internalId ?? newId ?? records.nextInternalId();
  const externalId = readIds(changes).externalId ?? before?.externalId ?? null;
  const same =
    externalId === null ? undefined : records.find({ bucket, externalId });
  if (same && same.internalId !== internalId)
    throw new StatusError("DUP_RCRD", "This record already exists.");
  const ids = { internalId, ...(externalId !== null && { externalId }) };
  const changed = applyChanges(
    { schema, record: type.name, nextId: () => records.nextInternalId() },
    type,
    before?.value,
    { ...changes, ...ids },
  );
  const value = before ? changed : nameRecord(schema, type, changed);
  checkRecord(context, { bucket, type, value, internalId });
  if (before && isDeepStrictEqual(value, before.value)) return before;
  return {
    bucket,
    internalId,
    externalId,
    version: schema.version,
    value: stamp(context, type, value, before),
  };
}

/** When a record was changed is not a request's to say. */
function withoutModified(given: Properties): Properties {
  return Object.fromEntries(
    Object.entries(given).filter(([name]) => !isModified(name)),
  );
}

function isModified(name: string): boolean {
  return MODIFIED.some((each) => each === name);
}

/** Sets when a record was created and changed: the names of the elements differ by type and version. */
function stamp(
  { account, schema }: SaveContext,
  type: ComplexDescriptor,
  value: Properties,
  before: StoredRecord | undefined,
): Properties {
  const { elements } = membersOf(schema, type);
  const now = fromDate(account.now());
  const isDate = (name: string): boolean => {
    const element = elements.get(name);
    const held = element && schema.type(element.type);
    return held?.kind === "simple" && held.builtIn === "dateTime";
  };
  const created = before
    ? []
    : CREATED.filter((name) => isDate(name) && !textIn(value, name));
  const [always, ...others] = MODIFIED;
  const modified = others.filter(
    (name) => isDate(name) || value[name] !== undefined,
  );
  return {
    ...value,
    ...Object.fromEntries(
      [...created, always, ...modified].map((name) => [name, now]),
    ),
  };
}
