export { createSearchResults } from "./create-search-results.js";
export type { FoundItem, SearchPlan, SearchResult } from "./search-plan.js";
export type {
  PagingOptions,
  SearchOptions,
  SearchPage,
  SearchResults,
} from "./search-results.js";
