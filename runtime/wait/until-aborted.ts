import type { CallSignal } from "./call-signal.js";

/** The value of a promise, or null as soon as the signal is aborted: what it stands for goes on, for others who wait for it. */
export async function untilAborted<T>(
  promise: Promise<T>,
  signal: CallSignal | undefined,
): Promise<T | null> {
  let stop = (): void => {};
  const aborted = new Promise<null>((resolve) => {
    stop = () => {
      resolve(null);
    };
  });
  if (signal?.aborted) stop();
  signal?.addEventListener("abort", stop);
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal?.removeEventListener("abort", stop);
  }
}
