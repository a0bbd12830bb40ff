import { brand, NetSuiteError } from "./netsuite-error.js";

/**
 * No HTTP response came: the name did not resolve, the connection was refused or broke, TLS failed.
 *
 * `outcome` is `notDone` when nothing had been sent yet, `unknown` after that; `cause` is the system's error.
 */
export class NetSuiteTransportError extends NetSuiteError {
  static override readonly [brand] = "transport";
  override readonly code = "transport";

  override get name(): string {
    return "NetSuiteTransportError";
  }
}
