import type { CallSignal } from "./call-signal.js";

/** Waits for some milliseconds, or until the signal is aborted, whichever is first. It never rejects. */
export type Sleep = (ms: number, signal?: CallSignal) => Promise<void>;

/** {@link Sleep} by the system's timer. It leaves neither a timer nor a listener behind. */
export const sleep: Sleep = (ms, signal) =>
  new Promise((resolve) => {
    if (signal?.aborted) {
      resolve();
      return;
    }
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal?.addEventListener("abort", end);
  });
