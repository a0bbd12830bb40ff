/** After so many failures in a row nothing is let in. */
const FAILURES = 5;

const LOCKED_MS = 30 * 60 * 1000;

interface Failures {
  count: number;
  lockedUntilMs: number;
}

/** Who failed to log in how often, and who is locked for it. Times are in milliseconds since 1970. */
export class Lockouts {
  readonly #failures = new Map<string, Failures>();

  /** Whether a login is locked. */
  isLocked(key: string, nowMs: number): boolean {
    return (this.#failures.get(key)?.lockedUntilMs ?? -Infinity) > nowMs;
  }

  /** Counts a failure; the fifth in a row locks. */
  fail(key: string, nowMs: number): void {
    const failures = this.#failures.get(key) ?? {
      count: 0,
      lockedUntilMs: -Infinity,
    };
    this.#failures.set(key, failures);
    failures.count += 1;
    if (failures.count < FAILURES) return;
    failures.count = 0;
    failures.lockedUntilMs = nowMs + LOCKED_MS;
  }

  /** Forgets the failures of a login that came in. */
  succeed(key: string): void {
    this.#failures.delete(key);
  }

  clear(): void {
    this.#failures.clear();
  }
}
