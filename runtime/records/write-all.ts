import {
  runBatch,
  type BatchOptions,
  type BatchSettings,
  type Inputs,
  type Outcome,
} from "../batches/index.js";
import type { CallOptions } from "../call/index.js";
import { NetSuiteConfigurationError } from "../errors/index.js";
import { splitOptions } from "../facades/index.js";
import type { DeletionOptions } from "./record-methods.js";
import type { ListResponse } from "./responses.js";
import {
  createBaseRef,
  createRecordValue,
  type RecordTarget,
} from "./record-target.js";

/** The options of every method for many records. */
export type GivenBatchOptions = BatchOptions<CallOptions> & DeletionOptions;

/** The list operations, and how many inputs NetSuite takes in one list of each. */
const LIMITS = {
  addList: 200,
  updateList: 100,
  upsertList: 100,
  deleteList: 200,
  getList: 1000,
} as const;

const SETTINGS: readonly (keyof (BatchSettings & DeletionOptions))[] = [
  "chunkSize",
  "maxListBytes",
  "listsInFlight",
  "startAt",
  "checkpoint",
  "deletionReason",
];

/** Sends inputs in lists, and yields one outcome for each. */
export function sendAll(
  target: RecordTarget,
  method: string,
  operation: keyof typeof LIMITS,
  inputs: Inputs<unknown>,
  options: GivenBatchOptions = {},
): AsyncGenerator<Outcome<unknown>, void, undefined> {
  const { own, call } = splitOptions<BatchSettings & DeletionOptions>(
    options,
    SETTINGS,
  );
  const { deletionReason, ...settings } = own;
  const subject = `records.${target.recordType}.${method}`;
  // A text is an iterable of its letters.
  if (typeof inputs === "string")
    throw new NetSuiteConfigurationError([
      `${subject} was given a text; give an array or another iterable.`,
    ]);
  const isRef = operation === "getList" || operation === "deleteList";
  const reads = operation === "getList";
  return runBatch(
    {
      caller: target.caller,
      subject,
      operation,
      element: isRef ? "baseRef" : "record",
      request: deletionReason ? { deletionReason } : {},
      limit: LIMITS[operation],
      reads,
      call,
      settings,
      valueOf: (input) =>
        isRef
          ? createBaseRef(target, subject, input)
          : createRecordValue(target, subject, input),
      responsesOf(value) {
        // The schema of every version declares them so.
        const { readResponseList, writeResponseList } = value as ListResponse;
        return {
          status: readResponseList?.status ?? writeResponseList?.status,
          responses:
            readResponseList?.readResponse ??
            writeResponseList?.writeResponse ??
            [],
        };
      },
    },
    inputs,
  );
}
