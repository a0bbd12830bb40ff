import { randomBytes, randomInt } from "node:crypto";
import { fromDate } from "nsgen-runtime";
import type { Properties } from "../schema/properties.js";
import type { SearchPreferences } from "./search-preferences.js";

/** A search that was run, and that its id runs again. */
export interface KnownSearch {
  /** `WEBSERVICES_1234567_1122…`. */
  readonly id: string;
  /** The endpoint version that it was sent to. */
  readonly version: string;
  readonly searchRecord: Properties;
  readonly preferences: SearchPreferences;
}

/** A search as it is kept. */
interface Entry {
  readonly search: KnownSearch;
  /** In milliseconds. */
  usedAt: number;
  /** How many pages were there at most. */
  totalPages: number;
}

/** The page that was given last. */
export interface LastPage {
  readonly id: string;
  readonly pageIndex: number;
}

/** What an account's searches are kept by. */
export interface SearchesOptions {
  readonly accountId: string;
  /** How long a search is kept unused. */
  readonly lifetimeMs: number;
  readonly now: () => Date;
}

/** How many searches are kept; NetSuite has no such limit, but the memory of a machine has. */
const MOST = 10_000;

/**
 * The searches of an account whose further pages can be asked for, by their ids.
 *
 * They are not kept beyond the end of the process, and the one that was not used for longest is lost to the 10,001st.
 */
export class Searches {
  readonly #options: SearchesOptions;
  /** In the order of their last use. */
  readonly #entries = new Map<string, Entry>();
  readonly #last = new WeakMap<object, LastPage>();

  constructor(options: SearchesOptions) {
    this.#options = options;
  }

  /** Keeps a search under a new id. */
  add(search: Omit<KnownSearch, "id">): KnownSearch {
    const known = { ...search, id: this.#createId() };
    this.#entries.set(known.id, {
      search: known,
      usedAt: this.#options.now().getTime(),
      totalPages: 0,
    });
    this.#forgetUnused();
    return known;
  }

  /** The search of an id, which counts as its use; undefined where there is none, or it was not used for too long. */
  use(id: string): KnownSearch | undefined {
    this.#forgetUnused();
    const entry = this.#entries.get(id);
    if (!entry) return undefined;
    this.#entries.delete(id);
    this.#entries.set(id, entry);
    entry.usedAt = this.#options.now().getTime();
    return entry.search;
  }

  /** Takes note of how many pages a search has now, and gives how many it ever had. */
  countPages(id: string, totalPages: number): number {
    const entry = this.#entries.get(id);
    if (!entry) return totalPages;
    entry.totalPages = Math.max(entry.totalPages, totalPages);
    return entry.totalPages;
  }

  /** Takes note of the page that a login was given last, which old endpoints have no id for. A login is known by its object. */
  setLast(login: object, page: LastPage): void {
    this.#last.set(login, page);
  }

  /** The page that a login was given last. */
  last(login: object): LastPage | undefined {
    return this.#last.get(login);
  }

  #forgetUnused(): void {
    const { lifetimeMs, now } = this.#options;
    const earliest = now().getTime() - lifetimeMs;
    for (const [id, { usedAt }] of this.#entries) {
      if (usedAt >= earliest && this.#entries.size <= MOST) break;
      this.#entries.delete(id);
    }
  }

  /** As NetSuite's: the day, digits, and six more characters. */
  #createId(): string {
    const { accountId, now } = this.#options;
    const [year = "", month = "", day = ""] = fromDate(now())
      .slice(0, 10)
      .split("-");
    const digits = Array.from({ length: 2 }, () =>
      String(randomInt(1e12)).padStart(12, "0"),
    ).join("");
    return `WEBSERVICES_${accountId}_${month}${day}${year}${digits}_${randomBytes(3).toString("hex")}`;
  }
}
