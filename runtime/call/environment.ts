import type { Authentication } from "../auth/index.js";
import type { NetSuiteSchema } from "../codegen-v1/index.js";
import type { Endpoint } from "../endpoint/index.js";
import type { Governor } from "../governor/index.js";
import type { CallLog } from "../log/index.js";
import type { Secrecy } from "../redact/index.js";
import type { Backoff, RetryBucket } from "../retry/index.js";
import type { Sleep } from "../wait/index.js";
import type { ServerClock } from "./server-clock.js";
import type { HeaderDefaults } from "./soap-headers.js";
import type { Transport } from "./transport.js";

/** What all calls of one client share. It holds secrets: it is kept in private fields, and never shown. */
export interface CallEnvironment {
  readonly schema: NetSuiteSchema;
  readonly authentication: Authentication;
  readonly endpoint: Endpoint;
  readonly defaults: HeaderDefaults;
  readonly attemptTimeoutMs: number;
  /** In milliseconds, or undefined for no limit. */
  readonly totalTimeoutMs: number | undefined;
  readonly maxRetries: number;
  readonly governor: Governor;
  readonly retryBucket: RetryBucket;
  readonly backoff: Backoff;
  readonly serverClock: ServerClock;
  readonly transport: Transport;
  readonly log: CallLog;
  readonly secrecy: Secrecy;
  readonly sleep: Sleep;
  /** The clock, in milliseconds since 1970. */
  readonly now: () => number;
  readonly nonce: () => string;
}
