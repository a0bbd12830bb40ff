/** One page of what a search found. */
export interface SearchPage<Item> {
  /** From 1. */
  readonly pageIndex: number;
  readonly totalPages: number;
  /** How many NetSuite found in all, or null where it did not say. Where a search is wider than the record, others are counted in. */
  readonly totalRecords: number | null;
  /** What is on the page; pages in the middle may be short or empty. */
  readonly items: readonly Item[];
}

/**
 * What a search finds, read page by page while it is iterated. Each iteration is a search of its own.
 *
 * Breaking out of an iteration sends nothing more. Errors are those of the call and `NetSuiteStatusError` for a search
 * that failed; from the second page on their message says where it stopped.
 *
 * @example
 * const customers = client.records.customer.search({ basic });
 * for await (const customer of customers) console.log(customer.entityId);
 */
export interface SearchResults<Item> extends AsyncIterable<Item> {
  /** The same in pages. */
  pages(): AsyncIterable<SearchPage<Item>>;
  /** All of it, or the first `limit`. */
  toArray(options?: { readonly limit?: number }): Promise<Item[]>;
  /** How many NetSuite found, or null where it did not say. It reads the first page, which the next iteration then takes over. */
  total(): Promise<number | null>;
}

/** How results are read. */
export interface PagingOptions {
  /** Items on a page, 5 to 1,000. Default: the company's setting, which is 1,000 unless changed. */
  readonly pageSize?: number | undefined;
  /** How many pages are fetched ahead of the one that is read, side by side. Default 0: a page is fetched when it is asked for. */
  readonly prefetch?: number | undefined;
  /** Gives each record once, by type and internal id: pages are searched anew, and may overlap. Default false. Rows are never left out. */
  readonly deduplicate?: boolean | undefined;
  /**
   * What to do when NetSuite no longer knows the search, as after 15 idle minutes. Default `fail`. `restart` searches
   * anew and leaves out what was given already: records by type and internal id, rows by their content.
   */
  readonly onLostSearch?: "fail" | "restart" | undefined;
}

/** The options of a search: those of its calls, and how its results are read. */
export type SearchOptions<Options> = Options & PagingOptions;
