import {
  capitalize,
  uncapitalize,
  type NetSuiteSchema,
} from "nsgen-runtime/codegen-v1";
import type { Account } from "../account/account.js";
import { StatusError } from "../faults/status.js";
import { membersOf } from "../schema/members.js";
import { propertiesIn, textIn, type Properties } from "../schema/properties.js";
import { findRecordType } from "../schema/record-types.js";
import type { DeletedRecord, RecordId, StoredRecord } from "./stored-record.js";

/**
 * What a BaseRef asks for: RecordRef and the like by their `type`, CustomRecordRef by its `typeId` or `scriptId`.
 *
 * @throws StatusError where the ref names no type, or one that is no record
 */
export function readRef(
  account: Account,
  schema: NetSuiteSchema,
  ref: Properties,
): RecordId {
  const bucket = findBucket(account, schema, ref);
  const isCustomRecord = ref["$type"] === "CustomRecordRef";
  return {
    bucket,
    ...readIds(ref),
    scriptId: isCustomRecord ? undefined : idIn(ref, "scriptId"),
  };
}

/** The bucket of a record, by its own value. */
export function bucketOf(
  account: Account,
  schema: NetSuiteSchema,
  record: Properties,
): string {
  const typeName = textIn(record, "$type") ?? "";
  const name = schema.typeOf(typeName)?.name ?? typeName;
  return name === "CustomRecord"
    ? customBucket(account, propertiesIn(record, "recType") ?? {})
    : name;
}

/** The value of RecordType of a bucket's records: `salesOrder`. */
export function recordTypeIn(bucket: string): string {
  return uncapitalize(bucket.split("/")[0] ?? "");
}

/** The ids in the attributes of a record or a reference; an empty one counts as not given. */
export function readIds(
  value: Properties,
): Pick<RecordId, "internalId" | "externalId"> {
  return {
    internalId: idIn(value, "internalId"),
    externalId: idIn(value, "externalId"),
  };
}

/** How a response names a record: with CustomRecordRef where it is a custom record, else with RecordRef. */
export function baseRefOf(
  schema: NetSuiteSchema,
  { bucket, internalId, externalId }: RecordId | StoredRecord | DeletedRecord,
): Properties {
  const typeId = bucket.split("/")[1];
  const ids = {
    ...(internalId !== undefined && { internalId }),
    ...(typeof externalId === "string" && { externalId }),
  };
  const type = schema.typeOf("CustomRecordRef");
  return typeId !== undefined && type
    ? {
        $type: "CustomRecordRef",
        ...ids,
        [membersOf(schema, type).attributes.has("scriptId") &&
        !/^-?\d+$/.test(typeId)
          ? "scriptId"
          : "typeId"]: typeId,
      }
    : { $type: "RecordRef", ...ids, type: recordTypeIn(bucket) };
}

function findBucket(
  account: Account,
  schema: NetSuiteSchema,
  ref: Properties,
): string {
  const $type = textIn(ref, "$type") ?? "RecordRef";
  if ($type === "CustomRecordRef")
    return customBucket(account, {
      internalId: ref["typeId"],
      scriptId: ref["scriptId"],
    });
  if ($type === "CustomTransactionRef") return "CustomTransaction";
  const type = textIn(ref, "type");
  if (type === undefined)
    throw new StatusError("RCRD_TYPE_REQD", "The record type is required.");
  if (!findRecordType(schema, type))
    throw new StatusError(
      "INVALID_RCRD_TYPE",
      `The record type [${type}] is invalid.`,
    );
  return capitalize(type);
}

/** The bucket of a custom record's type, which is named by an id of its own, or by its CustomRecordType's external or script id. */
function customBucket(account: Account, type: Properties): string {
  const scriptId = idIn(type, "scriptId");
  const ids = readIds(type);
  const definition = account.records.find({
    bucket: "CustomRecordType",
    ...ids,
    scriptId,
  });
  const id =
    definition?.internalId ?? ids.internalId ?? scriptId ?? ids.externalId;
  if (id === undefined)
    throw new StatusError(
      "INVALID_CSTM_RCRD_TYPE_KEY",
      "The type of the custom record is required.",
    );
  return `CustomRecord/${id}`;
}

function idIn(value: Properties, name: string): string | undefined {
  return textIn(value, name)?.trim() || undefined;
}
