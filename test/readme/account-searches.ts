import type { Request } from "./account.js";
import type { Store, Stored } from "./account-store.js";

/** What a search is sent as, as far as the account looks. */
export interface GivenSearch {
  readonly $type: string;
  readonly basic?: Basic;
  readonly criteria?: { readonly basic?: Basic };
  readonly columns?: { readonly basic?: object };
}

type Basic = Readonly<
  Record<string, { readonly operator?: string; readonly searchValue?: unknown }>
>;

/** The answers to `search` and `searchMoreWithId`. */
export interface Searches {
  readonly search: (request: Request) => object;
  readonly searchMore: (request: Request) => object;
}

/** The records that each search is about. */
const TYPES: Readonly<Record<string, string>> = {
  Contact: "Contact",
  Customer: "Customer",
  Transaction: "SalesOrder",
};

/** The columns of every saved search. */
const SAVED: object = { tranId: [{}] };

/** The answer to a further page of an account's first search, which it has lost by then. */
const LOST: object = {
  status: {
    isSuccess: false,
    statusDetail: [
      {
        type: "ERROR",
        code: "INVALID_SEARCH_MORE",
        message: "The search is not there any more.",
      },
    ],
  },
};

/** Makes the searches of an account: by text fields, in pages, as records or as rows. */
export function createSearches(store: Store): Searches {
  const found: Found[] = [];

  const answerPage = (id: number, pageIndex: number): object => ({
    searchResult: {
      status: { isSuccess: true },
      totalRecords: found[id]?.total,
      totalPages: found[id]?.pages.length,
      pageIndex,
      searchId: `WEBSERVICES_${id}`,
      ...found[id]?.pages[pageIndex - 1],
    },
  });

  return {
    search({ header, content: { searchRecord } }) {
      if (!searchRecord) throw new Error("A search has no searchRecord.");
      const { pageSize = 1000 } = header.searchPreferences ?? {};
      found.push(find(store, searchRecord, pageSize));
      return answerPage(found.length - 1, 1);
    },
    searchMore({ content: { searchId = "", pageIndex = 1 } }) {
      const id = Number(searchId.split("_")[1]);
      return id === 0 ? { searchResult: LOST } : answerPage(id, pageIndex);
    },
  };
}

/** What a search found: lists of records or rows, by page. */
interface Found {
  readonly total: number;
  readonly pages: readonly object[];
}

function find(
  store: Store,
  { $type, basic, criteria, columns }: GivenSearch,
  pageSize: number,
): Found {
  const records = store
    .all(TYPES[$type.replace(/Search.*/, "")] ?? "")
    .filter((record) => meets(record, basic ?? criteria?.basic ?? {}));
  const toRow = (record: Stored): object => ({
    $type: $type.replace("Advanced", "Row"),
    basic: createRow(record, columns?.basic ?? SAVED),
  });
  const pages: object[] = [];
  for (let at = 0; at < records.length; at += pageSize) {
    const record = records.slice(at, at + pageSize);
    pages.push(
      $type.endsWith("Advanced")
        ? { searchRowList: { searchRow: record.map(toRow) } }
        : { recordList: { record } },
    );
  }
  return { total: records.length, pages };
}

/** Whether a record meets the criteria of text fields; others are met by all. */
function meets(record: Stored, basic: Basic): boolean {
  return Object.entries(basic).every(([name, { operator, searchValue }]) => {
    const value = record[name] ?? "";
    if (typeof value !== "string" || typeof searchValue !== "string")
      return true;
    if (operator === "is") return value === searchValue;
    return operator !== "contains" || value.includes(searchValue);
  });
}

function createRow(record: Stored, columns: object): object {
  return Object.fromEntries(
    Object.keys(columns).map((name) => [
      name,
      [
        {
          searchValue:
            name === "internalId"
              ? { internalId: record.internalId }
              : record[name === "amount" ? "total" : name],
        },
      ],
    ]),
  );
}
