import { fetchFirstPage, fetchPage, type FetchedPage } from "./fetch-page.js";
import { createGivenItems, type GivenItems } from "./given-items.js";
import { isLostSearch, tellWhereItStopped } from "./lost-search.js";
import type { FoundItem, SearchPlan } from "./search-plan.js";
import type { SearchPage } from "./search-results.js";

/** A page that could not be read. */
interface PageFailure {
  readonly error: unknown;
  readonly pageIndex: number;
  readonly totalPages: number;
}

/**
 * Reads the pages of a search in order, from the first to the last that the first announces.
 *
 * @throws NetSuiteError whose message says where it stopped
 */
export async function* readPages(
  plan: SearchPlan,
  first: FetchedPage,
): AsyncGenerator<SearchPage<FoundItem>, void, undefined> {
  const given = createGivenItems(plan);
  const restarts = plan.paging.onLostSearch === "restart";
  for (let start = first, before = -1; ;) {
    const failure = yield* readSearch(plan, start, given);
    if (!failure) return;
    const { error, pageIndex, totalPages } = failure;
    // A search that is lost again before it gave anything more would be lost for ever.
    if (!restarts || !isLostSearch(error) || given.count === before)
      throw tellWhereItStopped(error, pageIndex, totalPages, given.count);
    before = given.count;
    given.restart();
    start = await fetchFirstPage(plan);
  }
}

/** Reads one search, to its end or to the page that could not be read. */
async function* readSearch(
  plan: SearchPlan,
  first: FetchedPage,
  given: GivenItems,
): AsyncGenerator<SearchPage<FoundItem>, PageFailure | null, undefined> {
  const { prefetch = 0 } = plan.paging;
  const { searchId, totalPages, totalRecords } = first;
  const ahead: Promise<FetchedPage>[] = [];
  let next = 2;
  const fetchTo = (last: number): void => {
    for (; next <= Math.min(last, totalPages); next++) {
      const page = fetchPage(plan, searchId ?? "", next);
      // It is awaited when its turn comes, or never when the reader breaks off.
      page.catch(() => undefined);
      ahead.push(page);
    }
  };

  let page: FetchedPage | undefined = first;
  for (let pageIndex = 1; page; pageIndex++) {
    fetchTo(pageIndex + prefetch);
    yield {
      pageIndex,
      totalPages,
      totalRecords,
      items: given.select(page.items),
    };
    fetchTo(pageIndex + 1);
    try {
      page = await ahead.shift();
    } catch (error) {
      return { error, pageIndex: pageIndex + 1, totalPages };
    }
  }
  return null;
}
