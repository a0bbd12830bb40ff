import type { ServerResponse } from "node:http";

/** How long the end of a connection may take to be seen after what its client sent next over another. */
const SEEN_LATE_MS = 100;

interface UnderWay {
  isGivenUp: boolean;
}

/** The requests that clients wait for: not yet answered, and not given up. */
export class InFlight {
  readonly #underWay = new Set<UnderWay>();
  #max = 0;

  get count(): number {
    return this.#underWay.size;
  }

  /** The most at a time, which is certain a tenth of a second later: a request that was given up is not counted. */
  get max(): number {
    return this.#max;
  }

  /** Counts a request until the returned function is called, or its client gives up. */
  begin(response: ServerResponse): () => void {
    const request: UnderWay = { isGivenUp: false };
    this.#underWay.add(request);
    if (this.count > this.#max) this.#judgeLater();
    const end = (): void => {
      this.#underWay.delete(request);
    };
    response.once("close", () => {
      request.isGivenUp = this.#underWay.has(request);
      end();
    });
    return end;
  }

  reset(): void {
    this.#max = 0;
  }

  #judgeLater(): void {
    const counted = [...this.#underWay];
    setTimeout(() => {
      const certain = counted.filter((each) => !each.isGivenUp);
      this.#max = Math.max(this.#max, certain.length);
    }, SEEN_LATE_MS).unref();
  }
}
