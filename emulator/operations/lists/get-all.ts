import { capitalize } from "nsgen-runtime/codegen-v1";
import { statusOf, StatusError, SUCCESS } from "../../faults/status.js";
import { readView } from "../../records/read-view.js";
import {
  propertiesIn,
  textIn,
  type Properties,
} from "../../schema/properties.js";
import { findRecordType } from "../../schema/record-types.js";
import { checkPermission } from "../check-permission.js";
import type { Call, Operation } from "../operation.js";

/** `getAll`: all records of a type that has few of them, such as currency. */
export const getAll: Operation = (call) => ({
  getAllResult: statusOf<Properties>(
    () => readAll(call),
    (status) => ({ status }),
  ),
});

function readAll({ schema, account, request, role }: Call): Properties {
  const recordType =
    textIn(propertiesIn(request, "record"), "recordType") ?? "";
  if (!findRecordType(schema, recordType))
    throw new StatusError(
      "INVALID_RCRD_TYPE",
      `The record type [${recordType}] is invalid.`,
    );
  checkPermission(role, capitalize(recordType));
  const record = [...account.records.inBucket(capitalize(recordType))].flatMap(
    (each) => readView(account, schema, each) ?? [],
  );
  return {
    status: SUCCESS,
    totalRecords: record.length,
    recordList: { record },
  };
}
