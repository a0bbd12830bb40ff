import type { TokenCredentials } from "../auth/index.js";
import type { NetSuiteSchema } from "../codegen-v1/index.js";
import type { HeaderDefaults } from "./soap-headers.js";
import type { Transport } from "./transport.js";

/** What all calls of one client share. It holds secrets: it is kept in private fields, and never shown. */
export interface CallEnvironment {
  readonly schema: NetSuiteSchema;
  readonly credentials: TokenCredentials;
  readonly url: URL;
  readonly defaults: HeaderDefaults;
  readonly attemptTimeoutMs: number;
  readonly transport: Transport;
  /** The clock, in milliseconds since 1970. */
  readonly now: () => number;
  readonly nonce: () => string;
}
