import type { Untyped } from "../facades/index.js";
import type { SearchOptions, SearchResults } from "../paging/index.js";

/** A search by its criteria, which gives records. */
export interface RecordSearches<Found, Search, Options> {
  /** Finds records. In a shared search, such as that of transactions, `$type` tells them apart. */
  records(
    search: Untyped<Search>,
    options?: SearchOptions<Options>,
  ): SearchResults<Found>;
}

/** A saved search, with criteria that it must meet besides. */
export type SavedSearch<Advanced> = Omit<Advanced, "$type" | "columns">;

/** A search that can also be a saved one, and give rows of columns. */
export interface RowSearches<Found, Search, Advanced, Row, Options> {
  /** Finds records, by criteria or by a saved search. In a shared search, such as that of transactions, `$type` tells them apart. */
  records(
    search: Untyped<Search> | SavedSearch<Advanced>,
    options?: SearchOptions<Options>,
  ): SearchResults<Found>;
  /**
   * Finds rows: the `columns` that are asked for, or those of a saved search. `criteria` given with a saved search must
   * be met besides its own, and `columns` take the place of its own.
   *
   * @throws NetSuiteConfigurationError when neither columns nor a saved search are given
   */
  rows(
    search: Untyped<Advanced>,
    options?: SearchOptions<Options>,
  ): SearchResults<Row>;
}
