import { NetSuiteTimeoutError, type NetSuiteError } from "../errors/index.js";
import {
  classifyFailure,
  judgeRetry,
  parseRetryAfter,
  RETRY_COST,
  TIMEOUT_COST,
} from "../retry/index.js";
import type { CallEnvironment } from "./environment.js";
import type { PreparedCall } from "./send-with-retries.js";

/** What follows a failed attempt: another after a wait, or the error, with advice for its message. */
export type RetryPlan =
  | { readonly kind: "retry"; readonly waitMs: number; readonly cost: number }
  | { readonly kind: "giveUp"; readonly advice: string | null };

/** A longer wait that the server asks for is the caller's to make: a call is not held open for it. */
const MAX_RETRY_AFTER_MS = 300_000;

/** A failed attempt. */
export interface Failed {
  readonly error: NetSuiteError;
  /** The HTTP headers of the response, or null where none came. */
  readonly headers: Readonly<Record<string, string>> | null;
  /** How far the timestamp was from the server's clock, in milliseconds. */
  readonly timestampErrorMs: number;
  /** How many there were so far, this one included. */
  readonly attempts: number;
}

/** Plans what follows a failed attempt. A retry is paid for out of the client's bucket. */
export function planRetry(
  { backoff, now, retryBucket, serverClock }: CallEnvironment,
  { operation, operationClass, isIdempotent, maxRetries, signal }: PreparedCall,
  { error, headers, timestampErrorMs, attempts }: Failed,
): RetryPlan {
  if (signal?.aborted) return giveUp(null);
  const verdict = judgeRetry({
    operation: operation.name,
    operationClass,
    isIdempotent,
    failure: classifyFailure(error),
    retries: attempts - 1,
    timestampErrorMs,
  });
  if (verdict.kind === "giveUp") return verdict;
  if (attempts > maxRetries) return giveUp(null);
  const serverNow = now() + serverClock.correctionMs();
  const asked = parseRetryAfter(headers?.["retry-after"], serverNow) ?? 0;
  if (asked > MAX_RETRY_AFTER_MS)
    return giveUp(
      `It asks to wait ${Math.ceil(asked / 1000)} s (Retry-After), longer than a call is held open for: try again then.`,
    );
  const cost =
    error instanceof NetSuiteTimeoutError ? TIMEOUT_COST : RETRY_COST;
  if (!retryBucket.pay(cost))
    return giveUp(
      "It was not sent again: so many of this client's calls fail that its retries are used up. Try later.",
    );
  return {
    kind: "retry",
    waitMs: asked + backoff(attempts, verdict.wait),
    cost,
  };
}

function giveUp(advice: string | null): RetryPlan {
  return { kind: "giveUp", advice };
}
