import {
  appendToMessage,
  withCallContext,
  type Attempt,
  type NetSuiteError,
} from "../errors/index.js";
import { acceptRepeatedDelete, type OperationClass } from "../retry/index.js";
import { mendAccess } from "./access.js";
import type { SendableCall } from "./attempt.js";
import type { CallOptions } from "./call-options.js";
import type { CallEnvironment } from "./environment.js";
import type { CallResult } from "./interceptor.js";
import { createInterruption } from "./interruption.js";
import { planRetry } from "./plan-retry.js";
import { takeTurn } from "./take-turn.js";

/** A call that is ready to be sent, as often as it takes. */
export interface PreparedCall extends SendableCall {
  readonly operationClass: OperationClass;
  readonly isIdempotent: boolean;
  readonly maxRetries: number;
  readonly onResponse: CallOptions["onResponse"];
}

/**
 * Sends a call until NetSuite answers, or until sending it again would be in vain or could do harm.
 *
 * @throws NetSuiteError of the last attempt, with all attempts and what is known of them together
 */
export async function sendWithRetries(
  environment: CallEnvironment,
  call: PreparedCall,
): Promise<CallResult> {
  const { log, now, retryBucket, sleep } = environment;
  const { onResponse, signal } = call;
  const operation = call.operation.name;
  const attempts: Attempt[] = [];
  let failure: NetSuiteError | undefined;
  let mayBeDone = false;
  let isMended = false;
  let paid = 0;
  let readyAt = now();
  const fail = (error: NetSuiteError): NetSuiteError => {
    if (mayBeDone && error.outcome === "notDone") addDoubt(error);
    return withCallContext(error, { attempts });
  };

  for (;;) {
    if (signal?.aborted)
      throw fail(
        createInterruption(
          signal.reason,
          failure ? "betweenAttempts" : "beforeSending",
          { outcome: mayBeDone ? "unknown" : "notDone", failure },
        ),
      );
    const turn = await takeTurn(environment, call, attempts.length + 1);
    // The signal ended the wait for it.
    if (turn.kind === "interrupted") continue;
    if (turn.kind === "failed") throw fail(turn.error);

    const { attempt, nsId, result } = turn.result;
    attempts.push({ ...attempt, waitedMs: attempt.startedAt - readyAt });
    readyAt = attempt.startedAt + attempt.durationMs;
    log.attempt(operation, attempts, {
      error: result.kind === "error" ? result.error : null,
      nsId,
    });

    if (result.kind === "value") {
      retryBucket.refund(paid);
      const { headers } = result;
      onResponse?.({ nsId, headers, attempts });
      const value = mayBeDone
        ? acceptRepeatedDelete(operation, result.value)
        : result.value;
      return { value, nsId, headers, attempts };
    }

    const { error, headers } = result;
    failure = error;
    if (!isMended && attempts.length <= call.maxRetries) {
      isMended = await mendAccess(environment, turn.access, error, signal);
      if (isMended) {
        log.retry(operation, error, 0);
        continue;
      }
    }
    const plan = planRetry(environment, call, {
      error,
      headers,
      timestampErrorMs: turn.result.timestampErrorMs,
      attempts: attempts.length,
    });
    if (plan.kind === "giveUp") {
      if (headers) onResponse?.({ nsId, headers, attempts });
      if (plan.advice !== null) appendToMessage(error, plan.advice);
      throw withCallContext(fail(error), { nsId });
    }
    mayBeDone ||= failure.outcome !== "notDone";
    paid = plan.cost;
    log.retry(operation, error, plan.waitMs);
    await sleep(plan.waitMs, signal);
  }
}

/** That the last attempt did nothing says nothing about those before. */
function addDoubt(error: NetSuiteError): void {
  withCallContext(
    appendToMessage(
      error,
      "Whether NetSuite carried out an attempt before it is not known.",
    ),
    { outcome: "unknown" },
  );
}
