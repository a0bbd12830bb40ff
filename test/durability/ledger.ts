/** What a record is: the number of its version, or null where there is none. */
export type Version = number | null;

/** A record as a client finds it. */
export interface FoundRecord {
  readonly version: Version;
  readonly internalId: string | undefined;
}

interface Entry {
  /** As it was acknowledged last. */
  known: Version;
  /** What a write makes of it whose answer has not come. */
  doubtful: Version | undefined;
  internalId: string | undefined;
}

/** A job that was submitted; its id is undefined where the answer did not come. */
export interface SubmittedJob {
  readonly keys: readonly string[];
  id: string | undefined;
}

/**
 * What a client knows of its records by the answers that it got, and what it must find therefore. A key is a record's
 * external id.
 */
export class Ledger {
  readonly #entries = new Map<string, Entry>();
  /** The key of each internal id that was ever given. */
  readonly #owners = new Map<string, string>();
  readonly #lists = new Set<readonly string[]>();
  readonly jobs: SubmittedJob[] = [];
  readonly problems: string[] = [];
  /** How many writes were acknowledged. */
  acknowledged = 0;

  get keys(): readonly string[] {
    return [...this.#entries.keys()];
  }

  known(key: string): Version {
    return this.#entries.get(key)?.known ?? null;
  }

  internalId(key: string): string | undefined {
    return this.#entries.get(key)?.internalId;
  }

  /** Notes that a request goes out which makes these versions of records. */
  begin(keys: readonly string[], version: Version): void {
    for (const key of keys) this.#entry(key).doubtful = version;
    if (keys.length > 1) this.#lists.add(keys);
  }

  /** Notes that a request was answered: what it made is there from now on. */
  acknowledge(
    keys: readonly string[],
    internalIds: readonly (string | undefined)[],
  ): void {
    this.#lists.delete(keys);
    keys.forEach((key, at) => {
      const { doubtful = null } = this.#entry(key);
      this.#settle(key, { version: doubtful, internalId: internalIds[at] });
    });
    this.acknowledged += 1;
  }

  /** Compares what is found after a restart with what must be there; from then on, it is what is known. */
  check(found: ReadonlyMap<string, FoundRecord>): void {
    for (const keys of this.#lists) {
      const there = keys.filter((key) => found.get(key)?.version !== null);
      if (there.length > 0 && there.length < keys.length)
        this.problems.push(
          `Of the list ${keys.join(", ")} only ${there.join(", ")} was written.`,
        );
    }
    this.#lists.clear();
    for (const [key, record] of found) {
      const { known, doubtful } = this.#entry(key);
      if (record.version !== known && record.version !== doubtful)
        this.problems.push(
          `${key} has version ${String(record.version)}: ${String(known)} was acknowledged, ${String(doubtful)} under way.`,
        );
      this.#settle(key, record);
    }
  }

  #settle(key: string, { version, internalId }: FoundRecord): void {
    const entry = this.#entry(key);
    const isNew = entry.known === null && version !== null;
    if (isNew) {
      const owner = internalId && this.#owners.get(internalId);
      if (internalId === undefined || owner !== undefined)
        this.problems.push(
          `The new record ${key} has the id ${String(internalId)}, which was that of ${String(owner)}.`,
        );
      else this.#owners.set(internalId, key);
      entry.internalId = internalId;
    } else if (version !== null && internalId !== entry.internalId)
      this.problems.push(
        `${key} had the id ${String(entry.internalId)}, and has ${String(internalId)}.`,
      );
    entry.known = version;
    entry.doubtful = undefined;
  }

  #entry(key: string): Entry {
    let entry = this.#entries.get(key);
    if (!entry) {
      entry = { known: null, doubtful: undefined, internalId: undefined };
      this.#entries.set(key, entry);
    }
    return entry;
  }
}
