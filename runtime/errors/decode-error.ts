import {
  brand,
  NetSuiteError,
  type NetSuiteErrorOptions,
} from "./netsuite-error.js";

export interface NetSuiteDecodeErrorOptions extends NetSuiteErrorOptions {
  readonly path?: string | null;
  readonly line?: number | null;
  readonly column?: number | null;
}

/**
 * A response that cannot be read: not XML, truncated, of another endpoint version, or with a value beyond what its type
 * holds. `retryable` when it ended in the middle: the next one may be whole.
 */
export class NetSuiteDecodeError extends NetSuiteError {
  static override readonly [brand] = "decode";
  override readonly code = "decode";
  /** Where in the message's values, such as `getResponse.readResponse.record`, or null. */
  readonly path: string | null;
  /** Line of the text, from 1, or null. */
  readonly line: number | null;
  /** Column of the text, from 1, or null. */
  readonly column: number | null;

  constructor(message: string, options: NetSuiteDecodeErrorOptions = {}) {
    super(message, options);
    this.path = options.path ?? null;
    this.line = options.line ?? null;
    this.column = options.column ?? null;
  }

  override get name(): string {
    return "NetSuiteDecodeError";
  }
}
