import { crc32 } from "node:zlib";
import { createRandom } from "../wire/random.js";

/** What of a request is stored: nothing, the first half of its records, all, or all when the client has given up. */
export type Stored = "nothing" | "half" | "all" | "late";

/** How a request is answered: rightly, with a fault's code, or with something that is no answer. */
export type Answered =
  "rightly" | "reset" | "silence" | "html" | "truncated" | "cut" | FaultCode;

/** Faults that come whatever the request says. */
export type FaultCode =
  | "SESSION_TIMED_OUT"
  | "ACCT_TEMP_UNAVAILABLE"
  | "UNEXPECTED_ERROR"
  | "USER_ERROR";

/** What happens to one request. */
export interface Fate {
  readonly delayMs: number;
  readonly stored: Stored;
  readonly answered: Answered;
  /** Whether a fault comes in another element than its own. */
  readonly isMislabelled: boolean;
  readonly isGzipped: boolean;
}

/** In a thousand requests. A fault means that nothing was stored, but for UNEXPECTED_ERROR, which may come late. */
const MISHAPS: readonly (readonly [number, Stored, Answered])[] = [
  [15, "nothing", "reset"],
  [10, "half", "reset"],
  [15, "all", "reset"],
  [10, "nothing", "html"],
  [10, "all", "html"],
  [10, "nothing", "SESSION_TIMED_OUT"],
  [5, "nothing", "ACCT_TEMP_UNAVAILABLE"],
  [5, "nothing", "UNEXPECTED_ERROR"],
  [5, "half", "UNEXPECTED_ERROR"],
  [5, "all", "UNEXPECTED_ERROR"],
  [5, "nothing", "USER_ERROR"],
  [10, "all", "truncated"],
  [10, "all", "cut"],
  [2, "nothing", "silence"],
  [2, "all", "silence"],
  [3, "late", "silence"],
];

/**
 * What happens to a request: the same for the same seed, call and attempt, whatever else is under way.
 *
 * @param attempt of the call, from 1
 */
export function chooseFate(seed: number, key: string, attempt: number): Fate {
  const random = createRandom(crc32(`${seed} ${key} ${attempt}`));
  let at = random.below(1000);
  const [, stored, answered] = MISHAPS.find(
    ([weight]) => (at -= weight) < 0,
  ) ?? [0, "all", "rightly"];
  return {
    delayMs: random.below(40) === 0 ? random.below(60) : random.below(12),
    stored,
    answered,
    isMislabelled: random.below(2) === 0,
    isGzipped: random.below(4) === 0,
  };
}
