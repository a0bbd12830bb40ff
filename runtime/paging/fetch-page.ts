import { ask, createStatusError, type Answer } from "../facades/index.js";
import type { FoundItem, SearchPlan, SearchResult } from "./search-plan.js";

/** One page as NetSuite gave it. */
export interface FetchedPage {
  readonly searchId: string | null;
  readonly totalPages: number;
  readonly totalRecords: number | null;
  readonly items: readonly FoundItem[];
}

/**
 * Searches, and gives the first page.
 *
 * @throws NetSuiteStatusError when the search failed
 */
export async function fetchFirstPage(plan: SearchPlan): Promise<FetchedPage> {
  const { caller, searchRecord, call } = plan;
  return readPage(
    plan,
    await ask<SearchResponse>(caller, "search", { searchRecord }, call),
  );
}

/**
 * Gives a further page of a search.
 *
 * @throws NetSuiteStatusError when it failed
 */
export async function fetchPage(
  plan: SearchPlan,
  searchId: string,
  pageIndex: number,
): Promise<FetchedPage> {
  const { caller, call } = plan;
  const request = { searchId, pageIndex };
  return readPage(
    plan,
    await ask<SearchResponse>(caller, "searchMoreWithId", request, call),
  );
}

interface SearchResponse {
  readonly searchResult: SearchResult;
}

function readPage(
  { subject, rows }: SearchPlan,
  { value, context }: Answer<SearchResponse>,
): FetchedPage {
  const { status, totalRecords, totalPages, searchId, ...lists } =
    value.searchResult;
  if (status.isSuccess !== true)
    throw createStatusError(subject, status, context);
  const items = rows
    ? lists.searchRowList?.searchRow
    : lists.recordList?.record;
  return {
    searchId: searchId ?? null,
    // A response without totals is all that was found.
    totalPages: totalPages ?? 1,
    totalRecords: totalRecords ?? null,
    items: items ?? [],
  };
}
