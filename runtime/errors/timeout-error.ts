import { brand, NetSuiteError } from "./netsuite-error.js";

/** No whole response came within the time that was allowed. NetSuite may have carried the request out, or still does. */
export class NetSuiteTimeoutError extends NetSuiteError {
  static override readonly [brand] = "timeout";
  override readonly code = "timeout";

  override get name(): string {
    return "NetSuiteTimeoutError";
  }
}
