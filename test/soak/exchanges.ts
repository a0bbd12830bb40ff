import type { ServerResponse } from "node:http";
import { setTimeout as delay } from "node:timers/promises";

/** A request that is under way. */
export interface Exchange {
  /** Whether it is carried out: no more are at a time than the account allows. */
  readonly isAdmitted: boolean;
  /** Says that it is answered. */
  readonly end: () => void;
  /** When it was answered, or its client gave up. */
  readonly ended: Promise<void>;
}

/** The requests that a server has under way: read, and neither answered nor given up by the client. */
export interface Exchanges {
  /** @param accountLimit how many are admitted at a time */
  readonly begin: (response: ServerResponse, accountLimit: number) => Exchange;
  /** The most that were under way at a time, admitted or not. */
  readonly maxInFlight: () => number;
  /** Waits until that is certain. */
  readonly judged: () => Promise<void>;
}

interface State {
  readonly isAdmitted: boolean;
  isGivenUp: boolean;
}

/** How long the end of a connection may take to be seen after what its client sent next over another. */
const SEEN_LATE_MS = 100;

/** Makes the exchanges of a server that has none yet. */
export function createExchanges(): Exchanges {
  const underWay = new Set<State>();
  const judgements = new Set<Promise<void>>();
  let max = 0;

  /** Counts those that are under way now, without those whose client turns out to have given up by now. */
  const judge = async (): Promise<void> => {
    const counted = [...underWay];
    await delay(SEEN_LATE_MS);
    const certain = counted.filter((each) => !each.isGivenUp);
    max = Math.max(max, certain.length);
  };

  return {
    begin(response, accountLimit) {
      const admitted = [...underWay].filter((each) => each.isAdmitted).length;
      const isAdmitted = admitted < accountLimit;
      const state = { isAdmitted, isGivenUp: false };
      underWay.add(state);
      if (underWay.size > max) {
        const judgement = judge();
        judgements.add(judgement);
        void judgement.then(() => judgements.delete(judgement));
      }
      let end = (): void => {};
      const ended = new Promise<void>((resolve) => {
        end = () => {
          underWay.delete(state);
          resolve();
        };
      });
      response.once("close", () => {
        state.isGivenUp = underWay.has(state);
        end();
      });
      return { isAdmitted, end, ended };
    },
    maxInFlight: () => max,
    async judged() {
      await Promise.all(judgements);
    },
  };
}
