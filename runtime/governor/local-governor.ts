import type { CallSignal } from "../wait/index.js";
import type { Governor, Release, SlotResult } from "./governor.js";

/** Where no member gives a limit: one less than the 5 of the smallest account, which leaves one to people's own tools. */
const DEFAULT_LIMIT = 4;

/** A governor with members, each of which may give a limit. The lowest holds. */
export interface LocalGovernor extends Governor {
  /** Adds a member, or changes its limit; `undefined` is no limit of its own. */
  readonly setLimit: (member: object, limit: number | undefined) => void;
  /** Takes a member out, and returns how many are left. */
  readonly leave: (member: object) => number;
}

/**
 * Makes a governor for this process: first come, first served.
 *
 * It halves its limit when NetSuite refuses for concurrency, once for all requests that were under way at the time, and
 * never below 1. It adds 1 again after as many served requests as the limit counts, up to the members' limit.
 */
export function createLocalGovernor(): LocalGovernor {
  const members = new Map<object, number | undefined>();
  const waiting = new Set<() => void>();
  let inFlight = 0;
  /** The limit while it is below the members', or null. */
  let lowered: number | null = null;
  let servedSinceChange = 0;
  let lowerings = 0;

  const ceiling = (): number => {
    const given = [...members.values()].filter((each) => each !== undefined);
    return given.length === 0 ? DEFAULT_LIMIT : Math.min(...given);
  };
  const limit = (): number => Math.min(lowered ?? Infinity, ceiling());

  const admit = (): void => {
    for (const start of waiting) {
      if (inFlight >= limit()) return;
      waiting.delete(start);
      start();
    }
  };

  const adapt = (result: SlotResult, loweringsAtStart: number): void => {
    if (result === "throttled" && lowerings === loweringsAtStart) {
      lowered = Math.max(1, Math.floor(limit() / 2));
      lowerings += 1;
      servedSinceChange = 0;
    } else if (result === "served" && lowered !== null) {
      servedSinceChange += 1;
      if (servedSinceChange < limit()) return;
      servedSinceChange = 0;
      lowered = limit() + 1;
      if (lowered >= ceiling()) lowered = null;
    }
  };

  const take = (): Release => {
    inFlight += 1;
    const loweringsAtStart = lowerings;
    let isHeld = true;
    return (result) => {
      if (!isHeld) return;
      isHeld = false;
      inFlight -= 1;
      adapt(result, loweringsAtStart);
      admit();
    };
  };

  const acquire = (signal?: CallSignal): Promise<Release> =>
    new Promise((resolve, reject) => {
      const abort = (): void => {
        waiting.delete(start);
        signal?.removeEventListener("abort", abort);
        reject(
          new Error("The wait for a slot was aborted.", {
            cause: signal?.reason,
          }),
        );
      };
      const start = (): void => {
        signal?.removeEventListener("abort", abort);
        resolve(take());
      };
      if (signal?.aborted) {
        abort();
        return;
      }
      signal?.addEventListener("abort", abort);
      waiting.add(start);
      admit();
    });

  return {
    acquire,
    metrics: () => ({ inFlight, waiting: waiting.size, limit: limit() }),
    setLimit(member, given) {
      members.set(member, given);
      admit();
    },
    leave(member) {
      members.delete(member);
      admit();
      return members.size;
    },
  };
}
