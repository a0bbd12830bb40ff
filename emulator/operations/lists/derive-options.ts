import {
  capitalize,
  type ComplexDescriptor,
  type ElementDescriptor,
  type NetSuiteSchema,
} from "nsgen-runtime/codegen-v1";
import type { Account } from "../../account/account.js";
import { StatusError } from "../../faults/status.js";
import { nameOf } from "../../records/name-of.js";
import { mayReferTo } from "../../records/reference-targets.js";
import { membersOf } from "../../schema/members.js";
import {
  asList,
  numberIn,
  propertiesIn,
  textIn,
  type Properties,
} from "../../schema/properties.js";
import { findRecordType } from "../../schema/record-types.js";
import type { SelectOption } from "../answers.js";
import type { Call } from "../operation.js";
import { isSameRecord, referencesIn } from "../reference.js";

/**
 * What a field that a seed says nothing of can be set to: the values of an enumeration, the records that its references
 * may be to, or the values of a custom field's list.
 *
 * @throws StatusError where there is no such record type, sublist or field, or it is not one of choices
 */
export function deriveOptions(
  { schema, account }: Call,
  description: Properties,
): readonly SelectOption[] {
  const field = textIn(description, "field") ?? "";
  const custom = findCustomField(account, field);
  if (custom) return optionsOfCustomField(account, custom);
  const { element, holder } = findField(schema, description, field);
  const type = schema.type(element.type);
  if (type.kind === "simple" && type.values)
    return type.values.map((value) => ({
      internalId: value,
      name: value.replace(/^_/, ""),
    }));
  const names =
    type.kind === "complex" &&
    (membersOf(schema, type).isReference || type.name === "RecordRefList");
  if (!names)
    throw invalidField(
      `The field ${field} is not one that is chosen from a list.`,
    );
  const filters = asList(
    propertiesIn(description, "filterByValueList")?.["filterBy"],
  );
  return [...account.records.buckets]
    .filter((bucket) => mayReferTo(field, bucket, holder.name))
    .flatMap((bucket) => [...account.records.inBucket(bucket)])
    .filter(
      ({ value }) =>
        value["isInactive"] !== true &&
        filters.every((filter) => isFor(value, filter)),
    )
    .map(({ value }) => optionOf(value));
}

/** Whether a record is for what another field is set to: it is, where it does not say which it is for. */
function isFor(record: Properties, filter: Properties): boolean {
  const field = textIn(filter, "field") ?? "";
  const references = referencesIn(record[field] ?? record[`${field}List`]);
  return (
    references.length === 0 ||
    references.some((each) => isSameRecord(filter, each))
  );
}

function optionOf(record: Properties): SelectOption {
  const internalId = textIn(record, "internalId") ?? "";
  return { internalId, name: nameOf(record) ?? internalId };
}

interface Field {
  readonly element: ElementDescriptor;
  readonly holder: ComplexDescriptor;
}

function findField(
  schema: NetSuiteSchema,
  description: Properties,
  field: string,
): Field {
  const recordType = description["customRecordType"]
    ? "customRecord"
    : description["customTransactionType"]
      ? "customTransaction"
      : (textIn(description, "recordType") ?? "");
  const record = findRecordType(schema, recordType);
  if (!record)
    throw new StatusError(
      "INVALID_RCRD_TYPE",
      `The record type [${recordType}] is invalid.`,
    );
  const sublist = textIn(description, "sublist");
  const holder =
    sublist === undefined ? record : findLine(schema, record, sublist);
  const element = holder && membersOf(schema, holder).elements.get(field);
  if (!element)
    throw invalidField(
      `The record ${recordType} has no field ${[sublist, field].filter(Boolean).join(".")}.`,
    );
  return { element, holder: record };
}

/** The type of a sublist's lines. */
function findLine(
  schema: NetSuiteSchema,
  record: ComplexDescriptor,
  sublist: string,
): ComplexDescriptor | undefined {
  const list = membersOf(schema, record).elements.get(sublist);
  const type = list && schema.type(list.type);
  const line =
    type?.kind === "complex" ? membersOf(schema, type).line : undefined;
  const lineType = line && schema.type(line.type);
  return lineType?.kind === "complex" ? lineType : undefined;
}

/** The definition of a custom field, by its script id. */
function findCustomField(
  { records }: Account,
  scriptId: string,
): Properties | undefined {
  if (!scriptId.startsWith("cust")) return undefined;
  for (const bucket of records.buckets)
    if (bucket.endsWith("CustomField")) {
      const found = records.find({ bucket, scriptId });
      if (found) return found.value;
    }
  return undefined;
}

/** The values of the custom list, or the records of the custom or standard type, that a custom field is chosen from. */
function optionsOfCustomField(
  { records }: Account,
  field: Properties,
): readonly SelectOption[] {
  const target = propertiesIn(field, "selectRecordType") ?? {};
  const internalId = textIn(target, "internalId") ?? "";
  const list = records.find({ bucket: "CustomList", internalId });
  if (list)
    return asList(
      propertiesIn(list.value, "customValueList")?.["customValue"],
    ).map((each, at) => ({
      internalId: String(numberIn(each, "valueId") ?? at + 1),
      name: textIn(each, "value") ?? "",
    }));
  const bucket = records.find({ bucket: "CustomRecordType", internalId })
    ? `CustomRecord/${internalId}`
    : capitalize(textIn(target, "name") ?? "");
  return [...records.inBucket(bucket)].map(({ value }) => optionOf(value));
}

/** Code and words are a guess: the recordings have no such answer. */
function invalidField(message: string): StatusError {
  return new StatusError("INVALID_FLD", message);
}
