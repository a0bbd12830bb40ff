import type { Account } from "../account/account.js";
import type { Authenticator } from "../auth/authenticator.js";
import type { Concurrency } from "../governance/concurrency.js";
import type { FaultRules } from "../injection/fault-rules.js";
import type { Endpoints } from "./endpoints.js";
import type { InFlight } from "./in-flight.js";
import type { RequestLog } from "./request-log.js";

/** What a server serves, and how: all that an exchange works with. */
export interface Service {
  readonly endpoints: Endpoints;
  /** Another one after each reset. */
  readonly account: Account;
  /** What new requests wait for: a reset, or for ever where the server closes. Those that came before are cut off. */
  readonly pause: Promise<void> | undefined;
  readonly authenticator: Authenticator;
  readonly concurrency: Concurrency;
  readonly faults: FaultRules;
  readonly requests: RequestLog;
  readonly inFlight: InFlight;
  /** Whether requests are read that the XSDs do not allow. */
  readonly isLenient: boolean;
  /** How long each request takes while it holds its place. */
  readonly latencyMs: number;
  /** Writes the text of an answer in another way, or as it is. */
  readonly vary: (xml: string) => string;
  /** Waits for some milliseconds, or until a reset or the server's end. */
  readonly wait: (ms: number) => Promise<void>;
  /** Told of errors of the emulator's own. */
  readonly onError: (error: unknown, errorId: string) => void;
  /** Puts the account back to what it began with. */
  readonly reset: () => Promise<void>;
}
