import { recordRefName } from "../codegen-v1/index.js";
import { NetSuiteConfigurationError } from "../errors/index.js";
import type { Caller } from "../facades/index.js";

/** A record type, and the calls that its methods make. */
export interface RecordTarget {
  readonly caller: Caller;
  /** The value of RecordType: `salesOrder`. */
  readonly recordType: string;
  /** The `$type` of its values. */
  readonly typeName: string;
}

/** The name of the record's complexType, which its `$type` is not where two namespaces have it. */
export function wireName({ caller, typeName }: RecordTarget): string {
  return caller.schema.typeOf(typeName)?.name ?? typeName;
}

/** What names a record. */
interface GivenRef {
  readonly $type?: string;
  readonly type?: string;
  readonly internalId?: string;
  readonly externalId?: string;
  readonly scriptId?: string;
}

/**
 * The value of `baseRef` for an id or a reference.
 *
 * @throws NetSuiteConfigurationError when it names no record, or one of another type
 */
export function createBaseRef(
  target: RecordTarget,
  subject: string,
  given: unknown,
): object {
  const { recordType } = target;
  const { schema } = target.caller;
  if (given === "" || isEmptyRef(given))
    throw new NetSuiteConfigurationError([
      `${subject} was given an empty id. Check where it comes from: it would name no record.`,
    ]);
  const hasType = (name: string): boolean =>
    schema.typeOf(name)?.abstract === false;
  const refType = recordRefName(wireName(target), hasType);
  if (typeof given === "string" && refType === "RecordRef")
    return { $type: refType, type: recordType, internalId: given };
  if (typeof given !== "object" || given === null)
    throw new NetSuiteConfigurationError([
      refType === "RecordRef"
        ? `${subject} was given ${describe(given)}; give the internal id as a text, or an object with internalId or externalId.`
        : `${subject} was given ${describe(given)}; give an object with internalId or externalId, and typeId or scriptId of the record's type.`,
    ]);
  // Its members are checked when it is encoded.
  const ref = given as GivenRef;
  if (
    ref.$type === undefined &&
    ref.type !== undefined &&
    ref.type !== recordType
  )
    throw new NetSuiteConfigurationError([
      `${subject} was given a reference to a ${ref.type}. Use client.records.${ref.type}.`,
    ]);
  if (
    ref.internalId === undefined &&
    ref.externalId === undefined &&
    ref.scriptId === undefined
  )
    throw new NetSuiteConfigurationError([
      `${subject} was given a reference without internalId and externalId; give one of them.`,
    ]);
  if (ref.$type !== undefined) return ref;
  if (refType !== "RecordRef") return { ...ref, $type: refType };
  // Definitions of custom fields and records may be named by their script id.
  const $type =
    ref.scriptId !== undefined && hasType("CustomizationRef")
      ? "CustomizationRef"
      : refType;
  return { ...ref, $type, type: recordType };
}

/**
 * The value of `record` for the fields of one.
 *
 * @throws NetSuiteConfigurationError when they say that they are of another type
 */
export function createRecordValue(
  { typeName, recordType }: RecordTarget,
  subject: string,
  fields: unknown,
): object {
  if (typeof fields !== "object" || fields === null)
    throw new NetSuiteConfigurationError([
      `${subject} was given ${describe(fields)}; give an object with the fields of a ${recordType}.`,
    ]);
  if (
    "$type" in fields &&
    fields.$type !== undefined &&
    fields.$type !== typeName
  )
    throw new NetSuiteConfigurationError([
      `${subject} was given a record whose $type is ${describe(fields.$type)}; here it is ${JSON.stringify(typeName)}, and can be left out.`,
    ]);
  return { ...fields, $type: typeName };
}

function isEmptyRef(given: unknown): boolean {
  if (typeof given !== "object" || given === null) return false;
  const { internalId, externalId }: GivenRef = given;
  return internalId === "" || externalId === "";
}

function describe(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}
