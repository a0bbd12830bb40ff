import { uncapitalize } from "nsgen-runtime/codegen-v1";
import { statusOf, StatusError, SUCCESS } from "../../faults/status.js";
import { readRef } from "../../records/record-id.js";
import { readView } from "../../records/read-view.js";
import {
  transformRecord,
  type TransformSource,
} from "../../records/transform-record.js";
import {
  asList,
  propertiesIn,
  textIn,
  type Properties,
} from "../../schema/properties.js";
import { findRecordType } from "../../schema/record-types.js";
import { checkPermission } from "../check-permission.js";
import { INITIALIZE_PAIRS } from "./initialize-pairs.js";
import type { Call, Operation } from "../operation.js";
import { readList } from "../respond-to-list.js";

/** `initialize`. */
export const initialize: Operation = (call) => ({
  readResponse: initializeRecord(
    call,
    propertiesIn(call.request, "initializeRecord") ?? {},
  ),
});

/** `initializeList`. */
export const initializeList: Operation = (call) =>
  readList(
    call.schema,
    asList(call.request["initializeRecord"]).map((each) =>
      initializeRecord(call, each),
    ),
  );

/** The `readResponse` to an InitializeRecord: a new record that is not stored. */
export function initializeRecord(call: Call, given: Properties): Properties {
  const { account, schema } = call;
  return statusOf<Properties>(
    () => {
      const target = textIn(given, "type") ?? "";
      const type = findRecordType(schema, target);
      const reference = propertiesIn(given, "reference");
      const list = propertiesIn(given, "referenceList");
      const references = reference
        ? [reference]
        : asList(list?.["initializeRef"]);
      const [first, ...others] = references.map((each) =>
        findSource(call, target, each),
      );
      if (!type || !first)
        throw new StatusError(
          "INVALID_INITIALIZE_REF",
          `You can not initialize ${target}: no reference was given.`,
        );
      return {
        status: SUCCESS,
        record: transformRecord(
          schema,
          type,
          [first, ...others],
          account.now(),
          propertiesIn(given, "auxReference"),
        ),
      };
    },
    (status) => ({ status }),
  );
}

function findSource(
  { account, schema, role }: Call,
  target: string,
  reference: Properties,
): TransformSource {
  const type = textIn(reference, "type") ?? "";
  if (!INITIALIZE_PAIRS[target]?.includes(type))
    throw new StatusError(
      "INVALID_INITIALIZE_REF",
      `You can not initialize ${target}: invalid reference ${type}.`,
    );
  const id = readRef(account, schema, reference);
  checkPermission(role, id.bucket);
  checkPermission(role, uncapitalize(target));
  const record = account.records.find(id);
  const view = record && readView(account, schema, record);
  if (!record || !view)
    throw new StatusError(
      "INVALID_INITIALIZE_REF",
      `You have an invalid ${wordsOf(type)} ${id.internalId ?? id.externalId ?? ""} or the order is already closed.`,
    );
  return { record, view };
}

/** `sales order` for `salesOrder`. */
function wordsOf(recordType: string): string {
  return recordType.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
