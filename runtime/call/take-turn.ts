import {
  NetSuiteError,
  NetSuiteHttpError,
  NetSuiteTransportError,
} from "../errors/index.js";
import type { Release, SlotResult } from "../governor/index.js";
import { classifyFailure } from "../retry/index.js";
import { traceAttempt, type AttemptSummary } from "../trace/index.js";
import { findAccess, type Access } from "./access.js";
import {
  makeAttempt,
  type AttemptResult,
  type SendableCall,
} from "./attempt.js";
import type { CallEnvironment } from "./environment.js";

/** One turn of a call: an attempt, or that the call's signal ended the wait for it, or that there was none to be made. */
export type Turn =
  | {
      readonly kind: "attempt";
      readonly access: Access;
      readonly result: AttemptResult;
    }
  | { readonly kind: "interrupted" }
  | { readonly kind: "failed"; readonly error: NetSuiteError };

/**
 * Waits for a slot of the governor's and makes one attempt in it, until its response is read.
 *
 * @param number of the attempt, from 1
 */
export async function takeTurn(
  environment: CallEnvironment,
  call: SendableCall,
  number: number,
): Promise<Turn> {
  let access: Access | null;
  try {
    // Before the slot: others need not wait while a vault is asked.
    access = await findAccess(environment, call.signal);
  } catch (error) {
    if (!(error instanceof NetSuiteError)) throw error;
    return { kind: "failed", error };
  }
  if (access === null) return { kind: "interrupted" };
  const { url } = access;
  let release: Release;
  try {
    release = await environment.governor.acquire(call.signal);
  } catch (cause) {
    if (call.signal?.aborted) return { kind: "interrupted" };
    const error = new NetSuiteTransportError(
      `The governor gave no slot: ${cause instanceof Error ? cause.message : String(cause)}. Nothing was sent. Check the governor that the client was given.`,
      { outcome: "notDone", cause },
    );
    return { kind: "failed", error };
  }
  let slotResult: SlotResult = "failed";
  try {
    const attempted = await traceAttempt(
      {
        operation: call.operation.name,
        attempt: number,
        url: url.href,
      },
      () => makeAttempt(environment, call, access),
      summarise,
    );
    const { result } = attempted;
    slotResult = result.kind === "value" ? "served" : failedSlot(result.error);
    return { kind: "attempt", access, result: attempted };
  } finally {
    release(slotResult);
  }
}

function summarise({ attempt, nsId, result }: AttemptResult): AttemptSummary {
  if (result.kind === "error") throw result.error;
  const { durationMs, httpStatus } = attempt;
  return { durationMs, httpStatus, nsId };
}

function failedSlot(error: NetSuiteError): SlotResult {
  const isThrottled =
    classifyFailure(error) === "concurrency" ||
    (error instanceof NetSuiteHttpError && error.status === 429);
  if (isThrottled) return "throttled";
  return error.code === "fault" || error.code === "decode"
    ? "served"
    : "failed";
}
