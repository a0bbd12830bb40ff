import type { Attempt } from "../errors/index.js";
import type { CallSignal } from "../wait/index.js";
import type { CallOptions } from "./call-options.js";

/** A call on its way out. Interceptors hand on another one to change it. */
export interface OutgoingCall {
  /** Its name in the WSDL. */
  readonly operation: string;
  /** The value of the operation's input element. */
  readonly request: object;
  /** Those of the call, which are laid over the client's. */
  readonly options: Omit<CallOptions, "signal">;
  /** Ends the call. */
  readonly signal: CallSignal | undefined;
  /** Room for what interceptors keep about this call. */
  readonly context: Map<unknown, unknown>;
}

/** What a call came back with. */
export interface CallResult {
  /** The value of the operation's output element. */
  readonly value: unknown;
  /** NetSuite's id of the request, or null. */
  readonly nsId: string | null;
  /** The HTTP headers of the last response under lower-case names, without cookies. */
  readonly headers: Readonly<Record<string, string>>;
  /** Every sending of the request, oldest first. */
  readonly attempts: readonly Attempt[];
}

/** Carries a call out. It rejects with a NetSuiteError of whichever kind. */
export type CallHandler = (call: OutgoingCall) => Promise<CallResult>;

/**
 * Stands around every call of a client: it may change the call, answer it itself, look at the result or the error.
 *
 * Deadline, retries and signing are within it: it sees one call, however often that is sent.
 *
 * @example
 * const timed: Interceptor = (next) => async (call) => {
 *   const started = Date.now();
 *   try {
 *     return await next(call);
 *   } finally {
 *     console.log(call.operation, Date.now() - started, "ms");
 *   }
 * };
 */
export type Interceptor = (next: CallHandler) => CallHandler;

/** Puts interceptors around a handler, the first outermost. */
export function intercept(
  interceptors: readonly Interceptor[],
  handler: CallHandler,
): CallHandler {
  return interceptors.reduceRight((next, each) => each(next), handler);
}
