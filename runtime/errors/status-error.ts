import { brand, NetSuiteError } from "./netsuite-error.js";

/** NetSuite answered, and the response's status is not success. `outcome` is `done` and `ref` set when the record was saved all the same. */
export class NetSuiteStatusError extends NetSuiteError {
  static override readonly [brand] = "status";
  override readonly code = "status";

  override get name(): string {
    return "NetSuiteStatusError";
  }
}
