import { expect, test } from "vitest";
import type { NetSuiteClient } from "../../generated/netsuite-2025-2/index.js";
import { openClient } from "../operations/fixtures/open-client.js";
import { accountData } from "./fixtures/account-data.js";
import type { foundBy } from "./fixtures/found-by.js";

type Search = Parameters<typeof foundBy>[1];

const is = (searchValue: string) => ({ operator: "is" as const, searchValue });

async function rowsOf(
  client: NetSuiteClient,
  searchRecord: Search,
): Promise<readonly object[]> {
  const { searchResult } = await client.search({ searchRecord });
  expect(searchResult.status).toEqual({ isSuccess: true });
  expect(searchResult.recordList).toBeUndefined();
  return searchResult.searchRowList?.searchRow ?? [];
}

test("each kind of column is filled", async () => {
  const { client } = await openClient(accountData);
  const rows = await rowsOf(client, {
    $type: "CustomerSearchAdvanced",
    columns: {
      basic: {
        internalId: [{}],
        externalId: [{}],
        entityId: [{ customLabel: "Id" }, { customLabel: "Again" }],
        salesRep: [{}],
        stage: [{}],
        balance: [{}],
        isInactive: [{}],
        dateCreated: [{}],
        city: [{}],
        customFieldList: {
          customField: [
            {
              $type: "SearchColumnStringCustomField",
              scriptId: "custentity_region",
              customLabel: "Region",
            },
            {
              $type: "SearchColumnLongCustomField",
              scriptId: "custentity_score",
            },
            {
              $type: "SearchColumnSelectCustomField",
              scriptId: "custentity_buddy",
            },
            {
              $type: "SearchColumnMultiSelectCustomField",
              scriptId: "custentity_tags",
            },
            {
              $type: "SearchColumnBooleanCustomField",
              scriptId: "custentity_vip",
            },
          ],
        },
      },
    },
  });
  expect(rows).toEqual([
    {
      $type: "CustomerSearchRow",
      basic: {
        internalId: [
          { searchValue: { internalId: "21", externalId: "crm-21" } },
        ],
        externalId: [
          { searchValue: { internalId: "21", externalId: "crm-21" } },
        ],
        entityId: [
          { searchValue: "ACME", customLabel: "Id" },
          { searchValue: "ACME", customLabel: "Again" },
        ],
        salesRep: [{ searchValue: { internalId: "11" } }],
        stage: [{ searchValue: "_customer" }],
        balance: [{ searchValue: 120.5 }],
        isInactive: [{ searchValue: false }],
        dateCreated: [{ searchValue: "2024-05-13T09:00:00.000-07:00" }],
        city: [{ searchValue: "Portland" }],
        customFieldList: {
          customField: [
            {
              $type: "SearchColumnStringCustomField",
              scriptId: "custentity_region",
              customLabel: "Region",
              searchValue: "North-West",
            },
            {
              $type: "SearchColumnLongCustomField",
              scriptId: "custentity_score",
              searchValue: 42,
            },
            {
              $type: "SearchColumnSelectCustomField",
              scriptId: "custentity_buddy",
              searchValue: { internalId: "11", typeId: "-4" },
            },
            {
              $type: "SearchColumnMultiSelectCustomField",
              scriptId: "custentity_tags",
              searchValue: [{ internalId: "1" }, { internalId: "2" }],
            },
          ],
        },
      },
    },
    {
      $type: "CustomerSearchRow",
      basic: {
        internalId: [{ searchValue: { internalId: "22" } }],
        entityId: [
          { searchValue: "BETA", customLabel: "Id" },
          { searchValue: "BETA", customLabel: "Again" },
        ],
        stage: [{ searchValue: "_lead" }],
        isInactive: [{ searchValue: true }],
        dateCreated: [{ searchValue: "2024-04-02T09:00:00.000-07:00" }],
      },
    },
  ]);
});

test("joined columns show the first joined record that fulfils the join's criteria", async () => {
  const { client } = await openClient(accountData);
  const columns = {
    basic: { entityId: [{}] },
    salesRepJoin: { email: [{ customLabel: "Rep" }] },
    contactJoin: { entityId: [{}] },
    customSearchJoin: [
      {
        customizationRef: { scriptId: "custentity_buddy" },
        searchRowBasic: {
          $type: "EmployeeSearchRowBasic" as const,
          entityId: [{}],
        },
      },
    ],
  };
  const rowOf = (contact: string) => ({
    $type: "CustomerSearchRow",
    basic: { entityId: [{ searchValue: "ACME" }] },
    salesRepJoin: {
      email: [{ customLabel: "Rep", searchValue: "ann@example.com" }],
    },
    contactJoin: { entityId: [{ searchValue: contact }] },
    customSearchJoin: [
      {
        customizationRef: { scriptId: "custentity_buddy" },
        searchRowBasic: {
          $type: "EmployeeSearchRowBasic",
          entityId: [{ searchValue: "Ann" }],
        },
      },
    ],
  });
  const [first, second] = await rowsOf(client, {
    $type: "CustomerSearchAdvanced",
    columns,
  });
  expect(first).toEqual(rowOf("Cleo"));
  expect(second).toEqual({
    $type: "CustomerSearchRow",
    basic: { entityId: [{ searchValue: "BETA" }] },
  });
  const narrowed = await rowsOf(client, {
    $type: "CustomerSearchAdvanced",
    criteria: { contactJoin: { entityId: is("dan") } },
    columns,
  });
  expect(narrowed).toEqual([rowOf("Dan")]);
});

test("transactions give a row for each line where a field of lines is asked for", async () => {
  const { client } = await openClient(accountData);
  const rowsFor = async (
    criteria: object,
    columns: object,
  ): Promise<readonly object[]> => {
    const rows = await rowsOf(client, {
      $type: "TransactionSearchAdvanced",
      criteria: {
        basic: { tranId: is("SO51"), ...criteria },
      },
      columns: { basic: { tranId: [{}], ...columns } },
    });
    return rows.map((row) => {
      const { basic } = row as { basic: Record<string, Column[]> };
      return Object.fromEntries(
        Object.entries(basic).map(([name, [column]]) => [
          name,
          column?.searchValue,
        ]),
      );
    });
  };
  const lines = [
    { tranId: "SO51", item: { internalId: "41" }, quantity: 3, amount: 15 },
    { tranId: "SO51", item: { internalId: "43" }, quantity: 1, amount: 20 },
  ];
  const columns = { item: [{}], quantity: [{}], amount: [{}] };
  expect(await rowsFor({}, columns)).toEqual([
    { tranId: "SO51", amount: 35 },
    ...lines,
  ]);
  expect(await rowsFor({ mainLine: { searchValue: false } }, columns)).toEqual(
    lines,
  );
  expect(await rowsFor({ mainLine: { searchValue: true } }, columns)).toEqual([
    { tranId: "SO51", amount: 35 },
  ]);
  expect(
    await rowsFor(
      { quantity: { operator: "equalTo", searchValue: 1 } },
      columns,
    ),
  ).toEqual(lines.slice(1));
  expect(await rowsFor({}, { memo: [{}] })).toEqual([
    { tranId: "SO51", memo: "Rush" },
  ]);
});

interface Column {
  readonly searchValue: unknown;
}

test("a saved search runs by either id, with its criteria and columns", async () => {
  const { client } = await openClient(accountData);
  for (const saved of [
    { savedSearchId: "301" },
    { savedSearchScriptId: "CustomSearch_Active" },
  ])
    expect(
      await rowsOf(client, { $type: "CustomerSearchAdvanced", ...saved }),
    ).toEqual([
      {
        $type: "CustomerSearchRow",
        basic: { entityId: [{ customLabel: "Id", searchValue: "ACME" }] },
      },
    ]);
  expect(
    await rowsOf(client, {
      $type: "CustomerSearchAdvanced",
      savedSearchId: "301",
      criteria: { basic: { entityId: is("beta") } },
    }),
  ).toEqual([]);
  expect(
    await rowsOf(client, {
      $type: "CustomerSearchAdvanced",
      savedSearchId: "301",
      columns: { basic: { email: [{}] } },
    }),
  ).toEqual([
    {
      $type: "CustomerSearchRow",
      basic: { email: [{ searchValue: "info@acme.com" }] },
    },
  ]);
  expect(
    await rowsOf(client, {
      $type: "TransactionSearchAdvanced",
      savedSearchScriptId: "customsearch_orders",
    }),
  ).toHaveLength(3);
});

test("a saved search gives records where columns are not to be returned", async () => {
  const { client } = await openClient(accountData);
  const { searchResult } = await client.search(
    {
      searchRecord: { $type: "CustomerSearchAdvanced", savedSearchId: "301" },
    },
    { searchPreferences: { returnSearchColumns: false } },
  );
  expect(searchResult.searchRowList).toBeUndefined();
  expect(searchResult.recordList?.record).toMatchObject([
    { $type: "Customer", internalId: "21" },
  ]);
});

test.each([
  [
    { savedSearchId: "999" },
    true,
    "SSS_INVALID_SRCH_ID: That search or mass update does not exist: there is no customer search 999.",
  ],
  [
    { savedSearchId: "303" },
    true,
    "SSS_INVALID_SRCH_ID: That search or mass update does not exist: there is no customer search 303.",
  ],
  [
    { savedSearchId: "302" },
    true,
    "INVALID_SUMMARY_SRCH: The saved search 302 is a summary search, which web services cannot run.",
  ],
  [
    { criteria: { basic: {} } },
    true,
    "INVALID_SEARCH_PREF: An advanced search needs columns or a saved search while the preference returnSearchColumns is true.",
  ],
  [
    { columns: { basic: { email: [{}] } } },
    false,
    "INVALID_SEARCH_PREF: The preference returnSearchColumns can be false only for a saved search: give savedSearchId or savedSearchScriptId, or set it to true.",
  ],
])("%j with returnSearchColumns %s: %s", async (search, columns, want) => {
  const { client } = await openClient(accountData);
  const { searchResult } = await client.search(
    { searchRecord: { $type: "CustomerSearchAdvanced", ...search } },
    { searchPreferences: { returnSearchColumns: columns } },
  );
  const { status, ...rest } = searchResult;
  const [detail] = status.statusDetail ?? [];
  expect(`${detail?.code ?? ""}: ${detail?.message ?? ""}`).toBe(want);
  expect(rest).toEqual({});
});

test("getSavedSearch tells ids and names of a type", async () => {
  const { client } = await openClient(accountData);
  const { getSavedSearchResult } = await client.getSavedSearch({
    record: { searchType: "customer" },
  });
  expect(getSavedSearchResult).toEqual({
    status: { isSuccess: true },
    totalRecords: 2,
    recordRefList: {
      recordRef: [
        {
          $type: "CustomizationRef",
          internalId: "301",
          scriptId: "customsearch_active",
          name: "Active customers",
        },
        {
          $type: "CustomizationRef",
          internalId: "302",
          scriptId: "customsearch_sums",
          name: "Sums",
        },
      ],
    },
  });
  const { getSavedSearchResult: none } = await client.getSavedSearch({
    record: { searchType: "vendor" },
  });
  expect(none).toMatchObject({ totalRecords: 0, recordRefList: {} });
});

test("what is wrong in a seed's saved search is told", async () => {
  const wrong = {
    internalId: "1",
    scriptId: "customsearch_x",
    name: "X",
    searchType: "customer",
    criteria: { basics: {} },
    isSummary: "no",
  };
  await expect(
    // Seeds may come from JSON, which no types check.
    openClient({ savedSearches: [wrong as never] }),
  ).rejects.toThrow(
    'seed.savedSearches[0].criteria.basics: is no property of CustomerSearch in 2025_2.\nseed.savedSearches[0].isSummary: expects true or false, found "no".',
  );
});
