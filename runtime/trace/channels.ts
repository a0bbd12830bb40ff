import { tracingChannel, type TracingChannel } from "node:diagnostics_channel";
import type { Attempt, NetSuiteError } from "../errors/index.js";

/**
 * The message of the tracing channel `nsgen:call`: one object for the whole call, filled in as it goes on.
 *
 * It holds neither request nor response, and no secret.
 *
 * @example
 * import { tracingChannel } from "node:diagnostics_channel";
 * tracingChannel("nsgen:call").subscribe({
 *   asyncEnd(event) {
 *     console.log(event.operation, event.result ?? event.error);
 *   },
 * });
 */
export interface CallEvent {
  /** Its name in the WSDL. */
  readonly operation: string;
  /** The version of the generated package, such as `2025_2`. */
  readonly version: string;
  /** The account id as in TokenPassports. */
  readonly account: string;
  /** At `asyncEnd` of a call that succeeded. */
  readonly result?: {
    readonly nsId: string | null;
    readonly attempts: readonly Attempt[];
  };
  /** At `error`, and at `asyncEnd` of a call that failed: a NetSuiteError, but for errors of interceptors. */
  readonly error?: unknown;
}

/** The message of the tracing channel `nsgen:attempt`: one object for each sending of a call's request. */
export interface AttemptEvent {
  readonly operation: string;
  /** From 1. */
  readonly attempt: number;
  /** Where it is sent. */
  readonly url: string;
  /** At `asyncEnd` of an attempt that NetSuite answered with no fault. */
  readonly result?: AttemptSummary;
  /** At `error`, and at `asyncEnd` of an attempt that failed. */
  readonly error?: NetSuiteError;
}

/** What is told of an attempt that succeeded. */
export interface AttemptSummary {
  readonly nsId: string | null;
  readonly durationMs: number;
  readonly httpStatus: number | null;
}

const CALLS = tracingChannel<unknown, CallEvent>("nsgen:call");
const ATTEMPTS = tracingChannel<unknown, AttemptEvent>("nsgen:attempt");

/** Runs a call and tells the subscribers of `nsgen:call`, where there are any. */
export function traceCall<Result extends NonNullable<CallEvent["result"]>>(
  event: CallEvent,
  run: () => Promise<Result>,
): Promise<Result> {
  return trace(CALLS, event, run, ({ nsId, attempts }) => ({ nsId, attempts }));
}

/**
 * Runs an attempt and tells the subscribers of `nsgen:attempt`, where there are any.
 *
 * @param summarise tells the subscribers of how it ended; throws the error of an attempt whose failure is a result
 */
export function traceAttempt<Result>(
  event: AttemptEvent,
  run: () => Promise<Result>,
  summarise: (result: Result) => AttemptSummary,
): Promise<Result> {
  return trace(ATTEMPTS, event, run, summarise);
}

async function trace<Event extends object, Result>(
  channel: TracingChannel<unknown, Event>,
  event: Event,
  run: () => Promise<Result>,
  summarise: (result: Result) => unknown,
): Promise<Result> {
  if (!channel.hasSubscribers) return run();
  const results: Result[] = [];
  const runAndSummarise = async (): Promise<unknown> => {
    const result = await run();
    results.push(result);
    return summarise(result);
  };
  try {
    // What it resolves with becomes `event.result`: a summary, since results hold whole records.
    await channel.tracePromise(runAndSummarise, event);
  } catch (error) {
    if (results.length === 0) throw error;
  }
  // The run ended without throwing, so there is one.
  return results[0] as Result;
}
