import {
  brand,
  NetSuiteError,
  type NetSuiteErrorOptions,
} from "./netsuite-error.js";

export interface NetSuiteEncodeErrorOptions extends NetSuiteErrorOptions {
  readonly path?: string | null;
}

/** A value that the schema does not allow. It is found before anything is sent, so `outcome` is `notDone`. */
export class NetSuiteEncodeError extends NetSuiteError {
  static override readonly [brand] = "encode";
  override readonly code = "encode";
  /** Where the value is, such as `addList.record[3].addressbookList`, or null. */
  readonly path: string | null;

  constructor(message: string, options: NetSuiteEncodeErrorOptions = {}) {
    super(message, { outcome: "notDone", ...options });
    this.path = options.path ?? null;
  }

  override get name(): string {
    return "NetSuiteEncodeError";
  }
}
