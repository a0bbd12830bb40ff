import {
  brand,
  NetSuiteError,
  type NetSuiteErrorOptions,
} from "./netsuite-error.js";

export interface NetSuiteFaultErrorOptions extends NetSuiteErrorOptions {
  readonly fault?: string | null;
  readonly faultCode?: string | null;
  readonly faultString?: string | null;
  readonly detail?: unknown;
}

/**
 * NetSuite answered with a SOAP fault: it refused the request as a whole.
 *
 * Judge by `netsuiteCode` first, then by `fault`: NetSuite puts `UNEXPECTED_ERROR` into any fault element.
 */
export class NetSuiteFaultError extends NetSuiteError {
  static override readonly [brand] = "fault";
  override readonly code = "fault";
  /** The element in the fault's detail, such as `invalidCredentialsFault`, or null where the detail has none that is typed. */
  readonly fault: string | null;
  /** SOAP's faultcode, such as `soapenv:Server.userException`. */
  readonly faultCode: string | null;
  /** SOAP's faultstring. */
  readonly faultString: string | null;
  /** The fault's detail as decoded, or null. */
  readonly detail: unknown;

  constructor(message: string, options: NetSuiteFaultErrorOptions = {}) {
    super(message, options);
    this.fault = options.fault ?? null;
    this.faultCode = options.faultCode ?? null;
    this.faultString = options.faultString ?? null;
    this.detail = options.detail ?? null;
  }

  override get name(): string {
    return "NetSuiteFaultError";
  }
}
