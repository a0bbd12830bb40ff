import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sampleWsdl } from "../../wsdl-sets.js";
import { generatePackage, type GeneratedFolder } from "../generated-client.js";
import {
  collect,
  done,
  failure,
  openAccount,
  refusal,
  type Answer,
  type AnyRecord,
  type Request,
} from "./account.js";

let folder: GeneratedFolder;
beforeAll(async () => {
  folder = await generatePackage(sampleWsdl);
});
afterAll(() => folder.remove());

const customer = (internalId: number): AnyRecord => ({
  $type: "Customer",
  internalId: String(internalId),
});

/** Answers with these pages, of records or of rows. */
function pagesOf(
  pages: readonly (readonly AnyRecord[])[],
  list: "recordList" | "searchRowList" = "recordList",
): (request: Request) => Answer {
  return ({ body: { pageIndex = 1 } }) => {
    const items = pages[pageIndex - 1] ?? [];
    const element = list === "recordList" ? "record" : "searchRow";
    return {
      value: {
        searchResult: {
          status: done,
          totalRecords: pages.flat().length,
          totalPages: pages.length,
          pageIndex,
          searchId: "WEBSERVICES_1",
          ...(items.length > 0 && { [list]: { [element]: items } }),
        },
      },
    };
  };
}

const lost: Answer = { fault: "asyncFault", code: "INVALID_JOB_ID" };
const ids = (items: readonly AnyRecord[]): unknown[] =>
  items.map(({ internalId }) => internalId);

describe("paging", () => {
  test.each<[string, number[][]]>([
    ["one page", [[1, 2]]],
    ["nothing", [[]]],
    ["an empty page in the middle", [[1, 2], [], [3]]],
    ["short pages", [[1, 2], [3], [4, 5], [6]]],
    ["an empty last page", [[1], []]],
  ])("%s is read to the end, in order", async (_, pages) => {
    for (const prefetch of [0, 1, 5]) {
      const { client, requests } = await openAccount(
        folder.package,
        pagesOf(pages.map((page) => page.map(customer))),
      );
      const results = client.records.customer?.search({}, { prefetch });
      expect(ids((await results?.toArray()) ?? [])).toEqual(
        pages.flat().map(String),
      );
      expect(requests).toHaveLength(pages.length);
    }
  });

  test("pages fetched ahead stay in order, whichever is answered first", async () => {
    const answer = pagesOf(
      [[1], [2], [3], [4]].map((page) => page.map(customer)),
    );
    const waiting = new Map<number, () => void>();
    const { client } = await openAccount(folder.package, async (request) => {
      const { pageIndex = 1 } = request.body;
      if (pageIndex === 2)
        await new Promise<void>((resolve) => waiting.set(2, resolve));
      if (pageIndex === 4) waiting.get(2)?.();
      return answer(request);
    });
    const results = client.records.customer?.search({}, { prefetch: 3 });
    expect(ids((await results?.toArray()) ?? [])).toEqual(["1", "2", "3", "4"]);
  });

  test("breaking off sends nothing more", async () => {
    const pages = [
      [1, 2],
      [3, 4],
      [5, 6],
    ].map((page) => page.map(customer));
    const { client, requests } = await openAccount(
      folder.package,
      pagesOf(pages),
    );
    const results = client.records.customer?.search({});
    expect(ids((await results?.toArray({ limit: 3 })) ?? [])).toEqual([
      "1",
      "2",
      "3",
    ]);
    await new Promise(setImmediate);
    expect(requests).toHaveLength(2);
  });

  test("total reads the first page, which the next iteration takes over", async () => {
    const { client, requests } = await openAccount(
      folder.package,
      pagesOf([[customer(1)], [customer(2)]]),
    );
    const results = client.records.customer?.search({});
    expect(await results?.total()).toBe(2);
    expect(await results?.toArray()).toHaveLength(2);
    expect(await results?.total()).toBe(2);
    expect(requests).toHaveLength(2);
    expect(await results?.toArray()).toHaveLength(2);
    expect(requests).toHaveLength(4);
  });

  test("a response without totals is all that there is", async () => {
    const { client } = await openAccount(folder.package, () => ({
      value: {
        searchResult: { status: done, recordList: { record: [customer(1)] } },
      },
    }));
    const results = client.records.customer?.search({});
    expect(await results?.total()).toBeNull();
    expect(await results?.toArray()).toHaveLength(1);
  });

  test("a search that failed is an error", async () => {
    const { client } = await openAccount(folder.package, () => ({
      value: { searchResult: { status: refusal("INVALID_SEARCH", "No.") } },
    }));
    expect(
      await failure(
        client.records.customer?.search({}).toArray() ?? Promise.resolve(),
      ),
    ).toMatchObject({
      name: "NetSuiteStatusError",
      message: "records.customer.search failed: INVALID_SEARCH: No.",
    });
  });

  test("a lost search is an error that says where it stopped", async () => {
    const answer = pagesOf([[customer(1)], [customer(2)], [customer(3)]]);
    const { client } = await openAccount(folder.package, (request) =>
      request.body.pageIndex === 3 ? lost : answer(request),
    );
    const error = await failure(
      client.records.customer?.search({}).toArray() ?? Promise.resolve(),
    );
    expect(error.netsuiteCode).toBe("INVALID_JOB_ID");
    expect(error.message).toMatch(
      /It stopped at page 3 of 3, after 2 items\. Search again, or set onLostSearch: "restart"\.$/,
    );
  });

  test.each<[string, Answer]>([
    ["a fault", { fault: "asyncFault", code: "INVALID_JOB_ID" }],
    [
      "the code as it is documented",
      { fault: "asyncFault", code: "INVALID_JOBID" },
    ],
    [
      "a status",
      {
        value: {
          searchResult: { status: refusal("SSS_INVALID_SRCH_ID", "No.") },
        },
      },
    ],
    [
      "another status",
      {
        value: {
          searchResult: { status: refusal("INVALID_SEARCH_MORE", "No.") },
        },
      },
    ],
  ])(
    "%s by which NetSuite says that a search is lost begins it anew",
    async (_, answerOfLost) => {
      const answer = pagesOf([[customer(1)], [customer(2)]]);
      let losses = 1;
      const { client, requests } = await openAccount(
        folder.package,
        (request) =>
          request.body.pageIndex === 2 && losses-- > 0
            ? answerOfLost
            : answer(request),
      );
      const results = client.records.customer?.search(
        {},
        { onLostSearch: "restart" },
      );
      expect(ids((await results?.toArray()) ?? [])).toEqual(["1", "2"]);
      expect(requests).toHaveLength(4);
    },
  );

  test("a lost search begins anew, and gives nothing twice", async () => {
    const answer = pagesOf(
      [[1, 2], [3, 4], [5]].map((page) => page.map(customer)),
    );
    let losses = 1;
    const { client, requests } = await openAccount(folder.package, (request) =>
      request.body.pageIndex === 3 && losses-- > 0 ? lost : answer(request),
    );
    const results = client.records.customer?.search(
      {},
      { onLostSearch: "restart" },
    );
    expect(ids((await results?.toArray()) ?? [])).toEqual([
      "1",
      "2",
      "3",
      "4",
      "5",
    ]);
    expect(requests.map(({ operation }) => operation)).toEqual([
      "search",
      "searchMoreWithId",
      "searchMoreWithId",
      "search",
      "searchMoreWithId",
      "searchMoreWithId",
    ]);
  });

  test("rows that are alike are all given, also after a restart", async () => {
    const row = { $type: "TransactionSearchRow", basic: { internalId: [{}] } };
    const answer = pagesOf([[row, row], [row]], "searchRowList");
    let losses = 1;
    const { client } = await openAccount(folder.package, (request) =>
      request.body.pageIndex === 2 && losses-- > 0 ? lost : answer(request),
    );
    const results = client.searches.transaction?.rows(
      { columns: { basic: { internalId: [{}] } } },
      { onLostSearch: "restart" },
    );
    expect(await results?.toArray()).toHaveLength(3);
  });

  test("a search that is lost again and again is an error", async () => {
    const answer = pagesOf([[customer(1)], [customer(2)]]);
    const { client, requests } = await openAccount(folder.package, (request) =>
      request.body.pageIndex === 2 ? lost : answer(request),
    );
    const results = client.records.customer?.search(
      {},
      { onLostSearch: "restart" },
    );
    const error = await failure(results?.toArray() ?? Promise.resolve());
    expect(error.netsuiteCode).toBe("INVALID_JOB_ID");
    expect(requests).toHaveLength(4);
  });

  test("records that drift from page to page are given once where that is asked for", async () => {
    const { client } = await openAccount(
      folder.package,
      pagesOf(
        [
          [1, 2],
          [2, 3],
        ].map((page) => page.map(customer)),
      ),
    );
    const search = (deduplicate: boolean): Promise<AnyRecord[]> | undefined =>
      client.records.customer?.search({}, { deduplicate }).toArray();
    expect(ids((await search(false)) ?? [])).toEqual(["1", "2", "2", "3"]);
    expect(ids((await search(true)) ?? [])).toEqual(["1", "2", "3"]);
  });

  test("the page size goes with every page", async () => {
    const { client, requests } = await openAccount(
      folder.package,
      pagesOf([[customer(1)], [customer(2)]]),
    );
    const options = {
      pageSize: 50,
      searchPreferences: { bodyFieldsOnly: false },
    };
    await client.records.customer?.search({}, options).toArray();
    expect(requests.map(({ header }) => header.searchPreferences)).toEqual([
      { bodyFieldsOnly: false, pageSize: 50 },
      { bodyFieldsOnly: false, pageSize: 50 },
    ]);
  });
});

describe("searches", () => {
  const type = { operator: "anyOf", searchValue: ["_salesOrder"] };

  test.each<[string, AnyRecord, object]>([
    ["customer", {}, { $type: "CustomerSearch" }],
    ["salesOrder", {}, { $type: "TransactionSearch", basic: { type } }],
    [
      "salesOrder",
      { basic: { mainLine: { searchValue: true } } },
      {
        $type: "TransactionSearch",
        basic: { type, mainLine: { searchValue: true } },
      },
    ],
    [
      "salesOrder",
      {
        basic: { type: { ...type, searchValue: ["_salesOrder", "_invoice"] } },
      },
      {
        $type: "TransactionSearch",
        basic: { type: { ...type, searchValue: ["_salesOrder", "_invoice"] } },
      },
    ],
    [
      "nonInventorySaleItem",
      {},
      {
        $type: "ItemSearch",
        basic: { type: { ...type, searchValue: ["_nonInventoryItem"] } },
      },
    ],
  ])("%s.search(%j) asks for its type", async (record, search, want) => {
    const { client, requests } = await openAccount(
      folder.package,
      pagesOf([[]]),
    );
    await client.records[record]?.search(search).toArray();
    expect(requests[0]?.body.searchRecord).toEqual(want);
  });

  test("a search for another type is refused", async () => {
    const { client } = await openAccount(folder.package, () => "reset");
    const basic = { type: { operator: "anyOf", searchValue: ["_invoice"] } };
    expect(() => client.records.salesOrder?.search({ basic })).toThrow(
      'records.salesOrder.search finds _salesOrder only, and basic.type is {"operator":"anyOf","searchValue":["_invoice"]}. Leave basic.type out, or call client.searches.transaction.records.',
    );
  });

  test("records of other types are left out; totals are NetSuite's", async () => {
    const { client } = await openAccount(
      folder.package,
      pagesOf([
        [
          { $type: "SalesOrder", internalId: "1" },
          { $type: "Customer", internalId: "2" },
        ],
      ]),
    );
    const results = client.records.salesOrder?.search({});
    expect(await results?.total()).toBe(2);
    expect(ids((await results?.toArray()) ?? [])).toEqual(["1"]);
  });

  test("a saved search gives records, or rows", async () => {
    const { client, requests } = await openAccount(
      folder.package,
      pagesOf([[]]),
    );
    const saved = { savedSearchId: "123", criteria: { basic: {} } };
    await client.searches.customer?.records(saved).toArray();
    await client.searches.customer?.rows(saved).toArray();
    const searchRecord = {
      $type: "CustomerSearchAdvanced",
      savedSearchId: "123",
      criteria: { basic: {} },
    };
    expect(requests).toMatchObject([
      {
        header: { searchPreferences: { returnSearchColumns: false } },
        body: { searchRecord },
      },
      {
        header: { searchPreferences: { returnSearchColumns: true } },
        body: { searchRecord },
      },
    ]);
  });

  test("rows need columns or a saved search", async () => {
    const { client } = await openAccount(folder.package, () => "reset");
    expect(() => client.searches.customer?.rows({})).toThrow(
      "searches.customer.rows needs columns, or a saved search that has them. Give columns, savedSearchId or savedSearchScriptId; for whole records call records.",
    );
  });

  test("results are iterated more than once, a search each", async () => {
    const { client, requests } = await openAccount(
      folder.package,
      pagesOf([[customer(1)]]),
    );
    const results = client.searches.customer?.records({});
    if (!results) throw new Error("customer has a search");
    expect(await collect(results)).toEqual(await collect(results));
    expect(requests).toHaveLength(2);
  });
});
