import { StatusError, SUCCESS } from "../faults/status.js";
import type { Call } from "../operations/operation.js";
import type { Properties } from "../schema/properties.js";
import { runSearch } from "./run-search.js";
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
  { id, searchRecord, preferences }: KnownSearch,
  pageIndex: number,
): Properties {
  const { account, effects } = call;
  const { pageSize } = preferences;
  const found = runSearch(call, searchRecord, preferences);
  const { total, areRows } = found;
  const totalPages = Math.ceil(total / pageSize);
  const known = Math.max(1, account.searches.countPages(id, totalPages));
  if (pageIndex < 1 || pageIndex > known)
    throw new StatusError(
      "INVALID_PAGE_INDEX",
      `There is no page ${pageIndex}: the pages are 1 to ${known}.`,
    );
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
    totalPages,
    ...(total > 0 && { pageIndex }),
    searchId: id,
    ...(areRows
      ? { searchRowList: results.length > 0 ? { searchRow: results } : {} }
      : { recordList: results.length > 0 ? { record: results } : {} }),
  };
}
