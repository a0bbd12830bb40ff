import { brand, NetSuiteError } from "./netsuite-error.js";

/** The caller's signal ended the call; `cause` is the signal's reason. */
export class NetSuiteAbortedError extends NetSuiteError {
  static override readonly [brand] = "aborted";
  override readonly code = "aborted";

  override get name(): string {
    return "NetSuiteAbortedError";
  }
}
