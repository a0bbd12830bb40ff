/** One request that was answered, without anything secret. */
export interface RequestEntry {
  /** When it came, in ISO 8601. */
  readonly at: string;
  /** Null where it could not be read. */
  readonly operation: string | null;
  /** Endpoint version, such as `2025_2`. */
  readonly version: string;
  /** What the token or user is called; null where nobody logged in. */
  readonly user: string | null;
  /** Values of RecordType that it is about. */
  readonly recordTypes: readonly string[];
  /**
   * `ok`, the code of the first status that is no success, that of the fault (or `fault` where it has none), or the
   * effect of the rule that struck it.
   */
  readonly outcome: string;
  /** HTTP status of the answer; null where there was none. */
  readonly httpStatus: number | null;
  readonly durationMs: number;
  /** The id in the answer's `documentInfo`. */
  readonly nsId: string;
}

/** How many requests are remembered. */
const KEPT = 1000;

/** The requests that a server answered. */
export class RequestLog {
  #entries: RequestEntry[] = [];
  readonly #onEntry: (entry: RequestEntry) => void;

  /** @param onEntry told of each request when it is answered */
  constructor(onEntry: (entry: RequestEntry) => void = () => {}) {
    this.#onEntry = onEntry;
  }

  /** The last thousand at least, the oldest first. */
  get entries(): readonly RequestEntry[] {
    return this.#entries;
  }

  add(entry: RequestEntry): void {
    if (this.#entries.length >= 2 * KEPT)
      this.#entries = this.#entries.slice(-KEPT);
    this.#entries.push(entry);
    this.#onEntry(entry);
  }

  clear(): void {
    this.#entries = [];
  }
}
