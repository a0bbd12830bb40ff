import type { Verdict } from "./verdict.js";

/** Milliseconds to wait before a retry; `retry` counts from 1. */
export type Backoff = (
  retry: number,
  wait: Extract<Verdict, { kind: "retry" }>["wait"],
) => number;

/** The most that the first wait may take, doubled for each that follows. An account in maintenance takes longer to come back. */
const BASE_MS = { short: 500, long: 5_000 } as const;
const MAX_MS = 30_000;

/**
 * Makes the exponential backoff with full jitter: a random time between 0 and the most that it may be, so that clients
 * that failed together do not come back together.
 *
 * @param random from 0 to below 1
 */
export function createBackoff(random: () => number): Backoff {
  return (retry, wait) =>
    Math.floor(random() * Math.min(MAX_MS, BASE_MS[wait] * 2 ** (retry - 1)));
}
