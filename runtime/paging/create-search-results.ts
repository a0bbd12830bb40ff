import { fetchFirstPage, type FetchedPage } from "./fetch-page.js";
import { readPages } from "./read-pages.js";
import type { FoundItem, SearchPlan } from "./search-plan.js";
import type { SearchResults } from "./search-results.js";

/** Makes the results of a search. Nothing is sent before they are asked for. */
export function createSearchResults(
  plan: SearchPlan,
): SearchResults<FoundItem> {
  let first: Promise<FetchedPage> | null = null;
  let total: number | null | undefined;

  async function takeFirst(): Promise<FetchedPage> {
    const page = first ?? fetchFirstPage(plan);
    first = null;
    const { totalRecords } = await page;
    total = totalRecords;
    return page;
  }

  async function* pages(): ReturnType<typeof readPages> {
    yield* readPages(plan, await takeFirst());
  }

  async function* items(): AsyncGenerator<FoundItem, void, undefined> {
    for await (const page of pages()) yield* page.items;
  }

  return {
    pages,
    [Symbol.asyncIterator]: items,
    async toArray({ limit = Infinity } = {}) {
      const found: FoundItem[] = [];
      if (limit <= 0) return found;
      for await (const item of items()) {
        found.push(item);
        if (found.length >= limit) break;
      }
      return found;
    },
    async total() {
      if (total !== undefined) return total;
      first ??= fetchFirstPage(plan);
      try {
        ({ totalRecords: total } = await first);
        return total;
      } catch (error) {
        first = null;
        throw error;
      }
    },
  };
}
