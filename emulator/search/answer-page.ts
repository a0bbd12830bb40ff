import { StatusError, SUCCESS } from "../faults/status.js";
import type { Call } from "../operations/operation.js";
import type { Properties } from "../schema/properties.js";
import { runSearch, type SearchResults } from "./run-search.js";
import type { KnownSearch } from "./searches.js";

/**
 * A page of a search, which is run for it: a SearchResult. What was written since an earlier page shifts the results.
 *
 * A page that was there when an earlier one was given, and is not any more, is empty.
 *
 * @param pageIndex from 1
 * @throws StatusError where the search is not valid, or never had such a page
 */
export function answerPage(
  call: Call,
  search: KnownSearch,
  pageIndex: number,
): Properties {
  const found = runSearch(call, search.searchRecord, search.preferences);
  const known = Math.max(
    1,
    call.account.searches.countPages(search.id, countPages(search, found)),
  );
  if (pageIndex < 1 || pageIndex > known)
    throw new StatusError(
      "INVALID_PAGE_INDEX",
      `There is no page ${pageIndex}: the pages are 1 to ${known}.`,
    );
  return showPage(call, search, found, pageIndex);
}

/**
 * All pages of a search that is run once, as that of a job; one where nothing is found.
 *
 * @throws StatusError where the search is not valid
 */
export function answerPages(
  call: Call,
  search: KnownSearch,
): readonly Properties[] {
  const found = runSearch(call, search.searchRecord, search.preferences);
  return Array.from(
    { length: Math.max(1, countPages(search, found)) },
    (_, at) => showPage(call, search, found, at + 1),
  );
}

function countPages(
  { preferences }: KnownSearch,
  { total }: SearchResults,
): number {
  return Math.ceil(total / preferences.pageSize);
}

function showPage(
  { effects }: Call,
  search: KnownSearch,
  found: SearchResults,
  pageIndex: number,
): Properties {
  const { total, areRows } = found;
  const { pageSize } = search.preferences;
  const from = (pageIndex - 1) * pageSize;
  const results = found.read(
    from,
    from + Math.min(pageSize, effects?.keepOfPage ?? pageSize),
  );
  return {
    status: SUCCESS,
    totalRecords: total,
    // NetSuite leaves both out where it found nothing.
    ...(total > 0 && { pageSize }),
    totalPages: countPages(search, found),
    ...(total > 0 && { pageIndex }),
    searchId: search.id,
    ...(areRows
      ? { searchRowList: results.length > 0 ? { searchRow: results } : {} }
      : { recordList: results.length > 0 ? { record: results } : {} }),
  };
}
