import type { ComplexDescriptor } from "nsgen-runtime/codegen-v1";
import { StatusError } from "../../faults/status.js";
import { baseRefOf, bucketOf, readIds } from "../../records/record-id.js";
import { prepareRecord } from "../../records/save-record.js";
import type { StoredRecord } from "../../records/stored-record.js";
import { membersOf } from "../../schema/members.js";
import {
  asList,
  propertiesIn,
  textIn,
  type Properties,
} from "../../schema/properties.js";
import { isKindOf } from "../../schema/record-types.js";
import { checkPermission } from "../check-permission.js";
import { findRecord } from "../find-record.js";
import type { Call, Operation } from "../operation.js";
import { writeList } from "../respond-to-list.js";
import {
  refuseWarnings,
  savedResponse,
  writeResponseOf,
} from "./write-response.js";

/** Gives the `writeResponse` to one record. */
type Write = (call: Call, record: Properties) => Properties;

/** The `writeResponse` to a record that is to be added. */
export const addRecord: Write = (call, record) =>
  write(call, record, ({ internalId }) => {
    if (internalId !== undefined)
      throw new StatusError(
        "INVALID_INTERNALID",
        "The specified internal id is not allowed.",
      );
    return undefined;
  });

/** The `writeResponse` to a record that is to be changed. */
export const updateRecord: Write = (call, record) =>
  write(call, record, (ids, bucket) => {
    if (ids.internalId === undefined && ids.externalId === undefined)
      throw new StatusError(
        "KEY_REQD",
        "An internal id or external id is required to match the record.",
      );
    return findRecord(call, { bucket, ...ids });
  });

/** The `writeResponse` to a record that is to be added, or changed where its external id is there. */
export const upsertRecord: Write = (call, record) =>
  write(call, record, ({ internalId, externalId }, bucket, type) => {
    if (internalId !== undefined)
      throw new StatusError(
        "USER_ERROR",
        "The internal id cannot be given with upsert: records are matched by their external id.",
      );
    if (!membersOf(call.schema, type).attributes.has("externalId"))
      throw new StatusError(
        "INVALID_RCRD_TYPE",
        "The record type is invalid: its records have no external id.",
      );
    if (externalId === undefined)
      throw new StatusError("EXTERNALID_REQD", "The external id is required.");
    return call.account.records.find({ bucket, externalId });
  });

/** `add`. */
export const add = forOne(addRecord);
/** `addList`. */
export const addList = forList(addRecord);
/** `update`. */
export const update = forOne(updateRecord);
/** `updateList`. */
export const updateList = forList(updateRecord);
/** `upsert`. */
export const upsert = forOne(upsertRecord);
/** `upsertList`. */
export const upsertList = forList(upsertRecord);

function forOne(one: Write): Operation {
  return (call) => ({
    writeResponse: one(call, propertiesIn(call.request, "record") ?? {}),
  });
}

function forList(one: Write): Operation {
  return (call) =>
    writeList(
      call.schema,
      asList(call.request["record"]).map((record) => one(call, record)),
    );
}

/** Finds the record that is changed, or none where there is to be a new one. */
type Find = (
  ids: ReturnType<typeof readIds>,
  bucket: string,
  type: ComplexDescriptor,
) => StoredRecord | undefined;

function write(call: Call, given: Properties, find: Find): Properties {
  const { account, schema, header } = call;
  const ids = readIds(given);
  return writeResponseOf(
    () => {
      const type = typeOfRecord(call, given);
      const bucket = bucketOf(account, schema, given);
      checkPermission(call.role, bucket);
      const before = find(ids, bucket, type);
      const record = prepareRecord(
        { account, schema, preferences: propertiesIn(header, "preferences") },
        { bucket, type, given, before },
      );
      refuseWarnings(call, bucket);
      if (record !== before) account.records.put(record);
      return savedResponse(call, record);
    },
    () =>
      ids.internalId === undefined && ids.externalId === undefined
        ? undefined
        : baseRefOf(schema, {
            bucket: bucketOf(account, schema, given),
            ...ids,
          }),
  );
}

function typeOfRecord({ schema }: Call, given: Properties): ComplexDescriptor {
  const name = textIn(given, "$type") ?? "";
  const type = schema.typeOf(name);
  if (!type || type.abstract || !isKindOf(schema, type, "Record"))
    throw new StatusError(
      "INVALID_RCRD_TYPE",
      `The record type [${name}] is invalid.`,
    );
  return type;
}
