export { createSearches, findItems } from "./create-searches.js";
export type {
  RecordSearches,
  RowSearches,
  SavedSearch,
} from "./search-methods.js";
