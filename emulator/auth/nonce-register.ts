/** How often nonces are forgotten. */
const SWEEP_MS = 1000;

/**
 * The signed requests that were taken, so that none is taken twice.
 *
 * One is kept as long as its timestamp would be accepted: after that the timestamp itself refuses it. Times are in
 * milliseconds since 1970.
 */
export class NonceRegister {
  readonly #windowMs: number;
  /** Signatures by the timestamp that they are of. */
  readonly #taken = new Map<number, Set<string>>();
  #nextSweepMs = -Infinity;

  /** @param windowMs how far a timestamp may be from the server's clock, to either side */
  constructor(windowMs: number) {
    this.#windowMs = windowMs;
  }

  /** Notes a signature, whose timestamp was accepted at `nowMs`; false where it came before. */
  add(signature: string, timestampMs: number, nowMs: number): boolean {
    this.#sweep(nowMs);
    const taken = this.#taken.get(timestampMs) ?? new Set();
    this.#taken.set(timestampMs, taken);
    if (taken.has(signature)) return false;
    taken.add(signature);
    return true;
  }

  clear(): void {
    this.#taken.clear();
  }

  #sweep(nowMs: number): void {
    if (nowMs < this.#nextSweepMs) return;
    this.#nextSweepMs = nowMs + SWEEP_MS;
    for (const timestampMs of this.#taken.keys())
      if (timestampMs + this.#windowMs < nowMs) this.#taken.delete(timestampMs);
  }
}
