import type { NetSuiteSchema } from "nsgen-runtime/codegen-v1";
import type { Account } from "../account/account.js";
import { StatusError } from "../faults/status.js";
import type { Call, Role } from "../operations/operation.js";
import { bodyFieldsOnly, readView } from "../records/read-view.js";
import type { StoredRecord } from "../records/stored-record.js";
import type { Properties } from "../schema/properties.js";
import { allOf, type SearchPlace } from "./create-criteria.js";
import { createRows, type Rows } from "./create-row.js";
import { createSearchCriteria } from "./create-search-criteria.js";
import { recordsOf } from "./records-of.js";
import type { SearchPreferences } from "./search-preferences.js";
import { readSearchRequest, type SearchRequest } from "./search-request.js";
import { findSearchedTypes, type SearchedType } from "./searched-types.js";
import { subjectsOf, type Subject } from "./subject.js";

/** What a search found. */
export interface SearchResults {
  /** Whether the results are rows, and not records. */
  readonly areRows: boolean;
  readonly total: number;
  /** Results from one place up to, without, another. */
  read(from: number, to: number): readonly Properties[];
}

/**
 * Finds what a search asks for, in the order of internal ids.
 *
 * @param searchRecord a value of XSearchBasic, XSearch or XSearchAdvanced
 * @throws StatusError where the search is not valid, or the role may not see what it looks for
 */
export function runSearch(
  { account, schema, role }: Pick<Call, "account" | "schema" | "role">,
  searchRecord: Properties,
  preferences: SearchPreferences,
): SearchResults {
  const request = readSearchRequest(
    schema,
    searchRecord,
    preferences,
    account.seed.savedSearches ?? [],
  );
  const types = findAllowed(schema, request.stem, role);
  const found = types
    // What is not valid is said also where there are no records.
    .filter((each, at) => at === 0 || hasRecords(account, each))
    .flatMap((searched) => findIn(account, schema, searched, request))
    .sort(byInternalId);
  return {
    areRows: request.columns !== null,
    total: found.length,
    read: (from, to) =>
      found
        .slice(from, to)
        .map((each) => show(account, schema, each, preferences))
        .filter((each) => each !== undefined),
  };
}

/** One result, before it is shown. */
interface Found {
  readonly searched: SearchedType;
  readonly record: StoredRecord;
  readonly subject: Subject;
  readonly rows: Rows | null;
  readonly order: number;
}

/** Numbers first, by size; ids of a seed that are none behind them, in the order of their creation. */
function byInternalId(left: Found, right: Found): number {
  return left.order === right.order ? 0 : left.order - right.order;
}

function findAllowed(
  schema: NetSuiteSchema,
  stem: string,
  role: Role | null,
): readonly SearchedType[] {
  const types = findSearchedTypes(schema, stem);
  if (types.length === 0)
    throw new StatusError(
      "INVALID_SEARCH_TYPE",
      `Records of ${stem} cannot be searched.`,
    );
  const allowed = types.filter(
    ({ recordType }) => !role?.forbiddenRecords.has(recordType),
  );
  if (allowed.length === 0)
    throw new StatusError(
      "INSUFFICIENT_PERMISSION",
      `Permission Violation: You need permission to view records of ${stem}. Please contact your account administrator.`,
    );
  return allowed;
}

function hasRecords(account: Account, searched: SearchedType): boolean {
  return !recordsOf(account, searched)[Symbol.iterator]().next().done;
}

function findIn(
  account: Account,
  schema: NetSuiteSchema,
  searched: SearchedType,
  { stem, searches, columns }: SearchRequest,
): readonly Found[] {
  const place: SearchPlace = { account, schema, stem, searched };
  const criteria = allOf(
    searches.map((search) => createSearchCriteria(place, search)),
  );
  const rows = columns && createRows(place, columns, searches);
  const hasLines = criteria.areOfLines || (rows?.areOfLines ?? false);
  const found: Found[] = [];
  for (const record of recordsOf(account, searched)) {
    const subjects = subjectsOf(record.value, hasLines);
    const order = orderOf(record);
    for (const subject of subjects) {
      if (!criteria.test(subject)) continue;
      found.push({ searched, record, subject, rows, order });
      if (!rows) break;
    }
  }
  return found;
}

function orderOf({ internalId }: StoredRecord): number {
  const number = Number(internalId);
  return Number.isNaN(number) ? Infinity : number;
}

function show(
  account: Account,
  schema: NetSuiteSchema,
  { record, searched, subject, rows }: Found,
  preferences: SearchPreferences,
): Properties | undefined {
  if (rows) return rows.fill(subject);
  const view = readView(account, schema, record);
  return view && preferences.bodyFieldsOnly
    ? bodyFieldsOnly(schema, searched.type, view)
    : view;
}
