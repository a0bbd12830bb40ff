import type { CallOptions } from "../call/index.js";
import {
  capitalize,
  parseSearchName,
  uncapitalize,
  type SearchForm,
} from "../codegen-v1/index.js";
import { NetSuiteConfigurationError } from "../errors/index.js";
import {
  createLazyMembers,
  lineage,
  splitOptions,
  type Caller,
} from "../facades/index.js";
import {
  createSearchResults,
  type FoundItem,
  type PagingOptions,
  type SearchResults,
} from "../paging/index.js";

/** What a search's method takes, whichever its form. */
interface GivenSearch {
  readonly $type?: string;
  readonly savedSearchId?: string;
  readonly savedSearchScriptId?: string;
  readonly columns?: object;
}

type GivenOptions = PagingOptions & CallOptions;

const PAGING: readonly (keyof PagingOptions)[] = [
  "pageSize",
  "prefetch",
  "deduplicate",
  "onLostSearch",
];

/** `client.searches`: every X of which the schema has a concrete XSearch, XSearchBasic or XSearchAdvanced. */
export function createSearches(caller: Caller): object {
  return createLazyMembers({
    path: "client.searches",
    names: () => searchNames(caller),
    create: (name) => createSearch(caller, name),
  });
}

/** The results of a search by what `searchRecord` is to hold. */
export function findItems(
  caller: Caller,
  subject: string,
  searchRecord: object,
  options: GivenOptions,
  kind: {
    readonly rows: boolean;
    readonly only: string | null;
    readonly returnSearchColumns?: boolean;
  },
): SearchResults<FoundItem> {
  const { own: paging, call } = splitOptions<PagingOptions>(options, PAGING);
  const { pageSize } = paging;
  const { rows, only, returnSearchColumns } = kind;
  return createSearchResults({
    caller,
    subject,
    searchRecord,
    rows,
    only,
    call: {
      ...call,
      searchPreferences: {
        ...call.searchPreferences,
        ...(pageSize !== undefined && { pageSize }),
        ...(returnSearchColumns !== undefined && { returnSearchColumns }),
      },
    },
    paging,
  });
}

function createSearch(caller: Caller, name: string): object | null {
  const stem = capitalize(name);
  if (uncapitalize(stem) !== name) return null;
  const has = (form: SearchForm): boolean =>
    isSearch(caller, caller.schema.typeOf(`${stem}${form}`));
  const plain = has("Search")
    ? `${stem}Search`
    : has("SearchBasic")
      ? `${stem}SearchBasic`
      : null;
  const advanced = has("SearchAdvanced") ? `${stem}SearchAdvanced` : null;
  if (plain === null && advanced === null) return null;

  function records(
    search: GivenSearch,
    options: GivenOptions = {},
  ): SearchResults<FoundItem> {
    const subject = `searches.${name}.records`;
    const isSaved = isSavedSearch(search);
    const $type = search.$type ?? (isSaved ? advanced : plain);
    if ($type === null)
      throw new NetSuiteConfigurationError([
        isSaved
          ? `${subject}: the schema has no ${stem}SearchAdvanced, so saved searches cannot be used. Give criteria.`
          : `${subject}: the schema has ${String(advanced)} only, which gives records by a saved search. Give savedSearchId or savedSearchScriptId.`,
      ]);
    return findItems(caller, subject, { ...search, $type }, options, {
      rows: false,
      only: null,
      // With columns, a saved search would give rows.
      ...(isSaved && { returnSearchColumns: false }),
    });
  }

  function rows(
    search: GivenSearch,
    options: GivenOptions = {},
  ): SearchResults<FoundItem> {
    const subject = `searches.${name}.rows`;
    if (search.columns === undefined && !isSavedSearch(search))
      throw new NetSuiteConfigurationError([
        `${subject} needs columns, or a saved search that has them. Give columns, savedSearchId or savedSearchScriptId; for whole records call records.`,
      ]);
    const searchRecord = { ...search, $type: advanced };
    return findItems(caller, subject, searchRecord, options, {
      rows: true,
      only: null,
      returnSearchColumns: true,
    });
  }

  return advanced === null ? { records } : { records, rows };
}

function isSavedSearch(search: GivenSearch): boolean {
  return (
    search.savedSearchId !== undefined ||
    search.savedSearchScriptId !== undefined
  );
}

function searchNames({ schema }: Caller): readonly string[] {
  const names = new Set<string>();
  for (let at = schema.firstType; at < schema.typeCount; at++) {
    const type = schema.type(at);
    const parsed = parseSearchName(type.typeName);
    if (parsed && isSearch({ schema }, type))
      names.add(uncapitalize(parsed.stem));
  }
  return [...names].sort();
}

/** Whether a type is a search that can be sent: concrete, and a SearchRecord. */
function isSearch(
  { schema }: Pick<Caller, "schema">,
  type: ReturnType<Caller["schema"]["type"]> | undefined,
): boolean {
  return (
    type?.kind === "complex" &&
    !type.abstract &&
    lineage(schema, type).some(({ name }) => name === "SearchRecord")
  );
}
