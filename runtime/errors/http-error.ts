import {
  brand,
  NetSuiteError,
  type NetSuiteErrorOptions,
} from "./netsuite-error.js";

export interface NetSuiteHttpErrorOptions extends NetSuiteErrorOptions {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly bodyExcerpt?: string | null;
}

/** An HTTP response that is no SOAP message: a maintenance page, a proxy's answer, a redirect. */
export class NetSuiteHttpError extends NetSuiteError {
  static override readonly [brand] = "http";
  override readonly code = "http";
  readonly status: number;
  /** The response headers that help to find the cause, under lower-case names; never cookies. */
  readonly headers: Readonly<Record<string, string>>;
  /** The beginning of the body's visible text, without secrets, or null where it has none. */
  readonly bodyExcerpt: string | null;

  constructor(message: string, options: NetSuiteHttpErrorOptions) {
    super(message, options);
    this.status = options.status;
    this.headers = options.headers ?? {};
    this.bodyExcerpt = options.bodyExcerpt ?? null;
  }

  override get name(): string {
    return "NetSuiteHttpError";
  }
}
