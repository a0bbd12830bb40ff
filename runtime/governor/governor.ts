import type { CallSignal } from "../wait/index.js";

/**
 * Holds back requests, so that no more are under way than an account allows.
 *
 * One slot is taken for each attempt, and given back when the response is read; no slot is held while a call waits to
 * try again. The default governor counts in this process; one that counts across machines can take its place by the
 * client option `governor`.
 */
export interface Governor {
  /**
   * Takes a slot, and waits for it where none is free.
   *
   * @param signal ends the wait: the promise then rejects with any error, and no slot is taken
   */
  acquire(signal?: CallSignal): Promise<Release>;
  metrics(): GovernorMetrics;
}

/** Gives a slot back, and says what came of it. Further calls do nothing. */
export type Release = (result: SlotResult) => void;

/**
 * What came of an attempt: `served` where NetSuite took the request, whatever it then said of it; `throttled` where it
 * refused it for concurrency; `failed` where no answer of NetSuite's came.
 */
export type SlotResult = "served" | "throttled" | "failed";

/** A governor at one moment. */
export interface GovernorMetrics {
  /** Requests under way. */
  readonly inFlight: number;
  /** Calls that wait for a slot. */
  readonly waiting: number;
  /** How many requests may be under way at present. */
  readonly limit: number;
}
