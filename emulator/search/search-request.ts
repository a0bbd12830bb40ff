import {
  parseSearchName,
  uncapitalize,
  type NetSuiteSchema,
} from "nsgen-runtime/codegen-v1";
import { StatusError } from "../faults/status.js";
import { membersOf } from "../schema/members.js";
import {
  isProperties,
  propertiesIn,
  textIn,
  type Properties,
} from "../schema/properties.js";
import { findSavedSearch, type SavedSearch } from "./saved-search.js";
import type { SearchPreferences } from "./search-preferences.js";

/** A search, whichever of its three forms it was sent in. */
export interface SearchRequest {
  /** `Customer` of CustomerSearch. */
  readonly stem: string;
  /** Values of XSearch, whose criteria must all be fulfilled. */
  readonly searches: readonly Properties[];
  /** The XSearchRow that is asked for; null where records are. */
  readonly columns: Properties | null;
}

/**
 * Reads a value of XSearchBasic, XSearch or XSearchAdvanced.
 *
 * @throws StatusError where it is none, where it names a saved search that there is not, and where the preferences do not
 * go with it
 */
export function readSearchRequest(
  schema: NetSuiteSchema,
  searchRecord: Properties,
  preferences: SearchPreferences,
  savedSearches: readonly SavedSearch[],
): SearchRequest {
  const $type = textIn(searchRecord, "$type") ?? "";
  const name = parseSearchName($type);
  if (!name || !schema.typeOf($type))
    throw new StatusError(
      "INVALID_SEARCH_TYPE",
      `The search record type [${$type}] is invalid.`,
    );
  const { stem, form } = name;
  if (form === "SearchBasic")
    return { stem, searches: [{ basic: searchRecord }], columns: null };
  if (form === "Search")
    return { stem, searches: [searchRecord], columns: null };
  const saved = findSavedSearch(
    savedSearches,
    searchRecord,
    uncapitalize(stem),
  );
  const given = propertiesIn(searchRecord, "criteria");
  return {
    stem,
    searches: [saved?.criteria, given].filter(isProperties),
    columns: findColumns(schema, stem, searchRecord, preferences, saved),
  };
}

function findColumns(
  schema: NetSuiteSchema,
  stem: string,
  searchRecord: Properties,
  { returnSearchColumns }: SearchPreferences,
  saved: SavedSearch | undefined,
): Properties | null {
  if (!returnSearchColumns) {
    if (saved) return null;
    throw new StatusError(
      "INVALID_SEARCH_PREF",
      "The preference returnSearchColumns can be false only for a saved search: give savedSearchId or savedSearchScriptId, or set it to true.",
    );
  }
  const columns = propertiesIn(searchRecord, "columns") ?? saved?.columns;
  if (
    isProperties(columns) &&
    Object.keys(columns).some((key) => key !== "$type")
  )
    return columns;
  if (saved) return defaultColumns(schema, stem);
  throw new StatusError(
    "INVALID_SEARCH_PREF",
    "An advanced search needs columns or a saved search while the preference returnSearchColumns is true.",
  );
}

function defaultColumns(schema: NetSuiteSchema, stem: string): Properties {
  const type = schema.typeOf(`${stem}SearchRowBasic`);
  const hasIds = type && membersOf(schema, type).elements.has("internalId");
  return { basic: hasIds ? { internalId: [{}] } : {} };
}
