import type { CallOptions } from "../call/index.js";
import {
  ask,
  createMissingRecordError,
  createStatusError,
} from "../facades/index.js";
import type { RecordTarget } from "./record-target.js";
import type { ReadResponse } from "./responses.js";

/**
 * Sends the request for one record, and gives it.
 *
 * @param subject how users write it, for messages
 * @throws NetSuiteStatusError when its status is not success, NetSuiteDecodeError when there is no record all the same
 */
export async function readRecord(
  { caller }: RecordTarget,
  subject: string,
  operation: "get" | "initialize",
  request: object,
  options: CallOptions,
): Promise<object> {
  const { value, context } = await ask<{ readResponse: ReadResponse }>(
    caller,
    operation,
    request,
    options,
  );
  const { status, record } = value.readResponse;
  if (status.isSuccess !== true)
    throw createStatusError(subject, status, context);
  if (!record) throw createMissingRecordError(subject, context);
  return record;
}
