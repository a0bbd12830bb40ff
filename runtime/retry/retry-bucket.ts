/** The retries that a client may spend. A server that fails all the time is so not hammered by all calls at once. */
export interface RetryBucket {
  /** Pays for a retry, and tells whether there was enough for it. */
  readonly pay: (cost: number) => boolean;
  /** Puts back after a success: what its last retry cost, or 1 where it needed none. */
  readonly refund: (cost: number) => void;
}

/** These figures are those of smithy's clients. */
const CAPACITY = 500;
/** What a retry costs. */
export const RETRY_COST = 5;
/** What a retry costs after a time-out, which is dearer for the server too. */
export const TIMEOUT_COST = 10;

/** Makes a full bucket: 100 retries more than succeed, or 50 after time-outs. */
export function createRetryBucket(): RetryBucket {
  let tokens = CAPACITY;
  return {
    pay(cost) {
      if (tokens < cost) return false;
      tokens -= cost;
      return true;
    },
    refund(cost) {
      tokens = Math.min(CAPACITY, tokens + Math.max(1, cost));
    },
  };
}
