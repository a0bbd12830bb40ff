import type { CallSignal, Sleep } from "../wait/index.js";
import { TimeOver } from "./interruption.js";

/** What may end a call from outside. */
export interface Limits {
  readonly signal: CallSignal | undefined;
  /** In milliseconds; undefined is no limit. */
  readonly totalTimeoutMs: number | undefined;
}

/**
 * Runs something under a signal that is aborted when the given one is, or when the time is over; then its reason is a
 * {@link TimeOver}. When the run is over neither a timer nor a listener is left.
 */
export async function withDeadline<T>(
  { signal, totalTimeoutMs }: Limits,
  sleep: Sleep,
  run: (signal: CallSignal | undefined) => Promise<T>,
): Promise<T> {
  if (totalTimeoutMs === undefined) return run(signal);
  const ended = new AbortController();
  const finished = new AbortController();
  const abort = (): void => {
    ended.abort(signal?.reason);
  };
  if (signal?.aborted) abort();
  signal?.addEventListener("abort", abort);
  void sleep(totalTimeoutMs, finished.signal).then(() => {
    ended.abort(new TimeOver(totalTimeoutMs));
  });
  try {
    return await run(ended.signal);
  } finally {
    finished.abort();
    signal?.removeEventListener("abort", abort);
  }
}
