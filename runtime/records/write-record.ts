import type { CallOptions } from "../call/index.js";
import {
  ask,
  createStatusError,
  splitOptions,
  warningsOf,
} from "../facades/index.js";
import type { DeletionOptions, WriteOptions } from "./record-methods.js";
import type { RecordTarget } from "./record-target.js";
import type { SingleResponse } from "./responses.js";

/** The options of every method that writes one record. */
export type GivenWriteOptions = WriteOptions<CallOptions> & DeletionOptions;

/**
 * Sends the write of one record, and gives its reference.
 *
 * @param subject how users write it, for messages
 * @throws NetSuiteStatusError when its status is not success
 */
export async function writeRecord(
  { caller }: RecordTarget,
  subject: string,
  operation: string,
  request: object,
  options: GivenWriteOptions,
): Promise<unknown> {
  const { own, call } = splitOptions<
    Pick<GivenWriteOptions, "onWarning" | "deletionReason">
  >(options, ["onWarning", "deletionReason"]);
  const { deletionReason, onWarning } = own;
  const { value, context } = await ask<SingleResponse>(
    caller,
    operation,
    { ...request, ...(deletionReason && { deletionReason }) },
    call,
  );
  const { status, baseRef = null } = value.writeResponse;
  if (status.isSuccess !== true)
    throw createStatusError(subject, status, context, baseRef);
  const warnings = warningsOf(status);
  if (warnings.length > 0) onWarning?.(warnings);
  return baseRef;
}
