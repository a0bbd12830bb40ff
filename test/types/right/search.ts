import type {
  CustomerSearchBasic,
  SearchRecord,
  SearchResponse,
} from "../netsuite/index.js";
import { client, options } from "./client.js";

const basic: CustomerSearchBasic = {
  email: { operator: "contains", searchValue: "@acme.com" },
  lastModifiedDate: {
    operator: "within",
    searchValue: "2024-01-01T00:00:00.000-08:00",
    searchValue2: "2024-02-01T00:00:00.000-08:00",
  },
  isInactive: { searchValue: false },
  salesRep: { operator: "anyOf", searchValue: [{ internalId: "5" }] },
  customFieldList: {
    customField: [
      {
        $type: "SearchStringCustomField",
        scriptId: "custentity_a",
        operator: "is",
        searchValue: "x",
      },
    ],
  },
};

/** The three forms of a search, each of which is a SearchRecord. */
export const forms: SearchRecord[] = [
  { $type: "CustomerSearchBasic", ...basic },
  {
    $type: "CustomerSearch",
    basic,
    contactPrimaryJoin: { email: { operator: "notEmpty" } },
    transactionJoin: {
      lastModifiedDate: {
        operator: "after",
        predefinedSearchValue: "lastMonth",
      },
      type: { operator: "anyOf", searchValue: ["_salesOrder"] },
    },
  },
  {
    $type: "CustomerSearchAdvanced",
    savedSearchScriptId: "customsearch_1",
    criteria: { basic },
    columns: {
      basic: {
        internalId: [{}],
        email: [{ customLabel: "Mail" }],
        salesRep: [{}],
        customFieldList: {
          customField: [
            {
              $type: "SearchColumnStringCustomField",
              scriptId: "custentity_a",
            },
          ],
        },
      },
      contactPrimaryJoin: { email: [{}] },
    },
  },
];

export function search(): Promise<SearchResponse> {
  return client.search(
    { searchRecord: { $type: "CustomerSearch", basic } },
    options,
  );
}

export async function readAll(): Promise<string[]> {
  const found: string[] = [];
  let { searchResult } = await search();
  const { searchId, totalPages = 0 } = searchResult;
  for (let pageIndex = 1; ; pageIndex++) {
    for (const record of searchResult.recordList?.record ?? []) {
      if (record.$type === "Customer") found.push(record.entityId ?? "");
    }
    for (const row of searchResult.searchRowList?.searchRow ?? []) {
      if (row.$type !== "CustomerSearchRow") continue;
      for (const column of row.basic?.email ?? [])
        found.push(column.searchValue ?? "");
      for (const column of row.basic?.salesRep ?? [])
        found.push(column.searchValue?.internalId ?? "");
    }
    if (pageIndex >= totalPages || searchId === undefined) return found;
    ({ searchResult } = await client.searchMoreWithId({
      searchId,
      pageIndex: pageIndex + 1,
    }));
  }
}
