/**
 * The nonces that were used, so that no signed request is taken twice.
 *
 * A nonce is kept as long as its timestamp would be accepted: after that the timestamp itself refuses it.
 */
export class NonceRegister {
  readonly #windowMs: number;
  readonly #expiries = new Map<string, number>();
  #nextSweepMs = -Infinity;

  /** @param windowMs how far a timestamp may be from the server's clock, to either side */
  constructor(windowMs: number) {
    this.#windowMs = windowMs;
  }

  /** Whether the key of user, nonce and timestamp came before. */
  has(key: string): boolean {
    return this.#expiries.has(key);
  }

  /** Notes a key whose timestamp, in milliseconds, was accepted at `nowMs`. */
  add(key: string, timestampMs: number, nowMs: number): void {
    this.#sweep(nowMs);
    this.#expiries.set(key, timestampMs + this.#windowMs);
  }

  clear(): void {
    this.#expiries.clear();
  }

  #sweep(nowMs: number): void {
    if (nowMs < this.#nextSweepMs) return;
    this.#nextSweepMs = nowMs + this.#windowMs;
    for (const [key, expiryMs] of this.#expiries)
      if (expiryMs < nowMs) this.#expiries.delete(key);
  }
}
