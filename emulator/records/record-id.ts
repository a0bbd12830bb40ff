import { capitalize, type NetSuiteSchema } from "nsgen-runtime/codegen-v1";
import { StatusError } from "../faults/status.js";
import { propertiesIn, textIn, type Properties } from "../schema/properties.js";
import { findRecordType } from "../schema/record-types.js";
import type { RecordId } from "./stored-record.js";

/**
 * What a BaseRef asks for: RecordRef and CustomizationRef by their `type`, CustomRecordRef by its `typeId`, others by
 * their own `$type`.
 *
 * @throws StatusError where the ref names no type, or one that is no record
 */
export function readRef(schema: NetSuiteSchema, ref: Properties): RecordId {
  return { bucket: findBucket(schema, ref), ...readIds(ref) };
}

/** The bucket of a record, by its own value. */
export function bucketOf(record: Properties): string {
  const type = textIn(record, "$type") ?? "";
  const owner =
    type === "CustomRecord" ? propertiesIn(record, "recType") : undefined;
  return owner ? customBucket(textIn(owner, "internalId") ?? "") : type;
}

/** The ids in the attributes of a record or a reference; an empty one counts as not given. */
export function readIds(value: Properties): Omit<RecordId, "bucket"> {
  return {
    internalId: textIn(value, "internalId")?.trim() || undefined,
    externalId: textIn(value, "externalId")?.trim() || undefined,
  };
}

function findBucket(schema: NetSuiteSchema, ref: Properties): string {
  const $type = textIn(ref, "$type") ?? "RecordRef";
  if ($type === "CustomRecordRef")
    return customBucket(textIn(ref, "typeId") ?? "");
  const type = textIn(ref, "type");
  if (type === undefined)
    throw new StatusError("RCRD_TYPE_REQD", "The record type is required.");
  const found = findRecordType(schema, type);
  if (!found)
    throw new StatusError(
      "INVALID_RCRD_TYPE",
      `The record type [${type}] is invalid.`,
    );
  return capitalize(type);
}

function customBucket(typeId: string): string {
  return `CustomRecord/${typeId}`;
}
