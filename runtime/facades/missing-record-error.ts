import { NetSuiteDecodeError, type CallContext } from "../errors/index.js";

/** The error for an answer of success that lacks the record which it should hold. */
export function createMissingRecordError(
  subject: string,
  context: CallContext,
): NetSuiteDecodeError {
  return new NetSuiteDecodeError(
    `${subject}: NetSuite answered with success, and without a record. Check what answers at the endpoint.`,
    context,
  );
}
