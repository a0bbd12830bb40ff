import { expect, test } from "vitest";
import { openClient } from "../operations/fixtures/open-client.js";
import { accountData, NOON } from "./fixtures/account-data.js";
import { foundBy } from "./fixtures/found-by.js";

type Search = Parameters<typeof foundBy>[1];

const ref = (internalId: string) => ({ internalId });
const is = (searchValue: string) => ({ operator: "is" as const, searchValue });
const anyOf = (...ids: string[]) => ({
  operator: "anyOf" as const,
  searchValue: ids.map(ref),
});
const types = (...searchValue: string[]) => ({
  operator: "anyOf" as const,
  searchValue,
});
const today = { operator: "on", predefinedSearchValue: "today" } as const;

const rows: readonly (readonly [string, Search, string])[] = [
  ["all customers", { $type: "CustomerSearchBasic" }, "21 22"],
  [
    "criteria are ANDed",
    {
      $type: "CustomerSearchBasic",
      email: { operator: "contains", searchValue: "ACME" },
      isInactive: { searchValue: false },
    },
    "21",
  ],
  [
    "internal ids",
    { $type: "CustomerSearchBasic", internalId: anyOf("22", "99") },
    "22",
  ],
  [
    "internal ids as numbers",
    {
      $type: "CustomerSearchBasic",
      internalIdNumber: {
        operator: "between",
        searchValue: 20,
        searchValue2: 21,
      },
    },
    "21",
  ],
  [
    "external ids",
    {
      $type: "CustomerSearchBasic",
      externalId: {
        operator: "anyOf",
        searchValue: [{ externalId: "CRM-21" }],
      },
    },
    "21",
  ],
  [
    "no external id",
    { $type: "CustomerSearchBasic", externalId: anyOf("@NONE@") },
    "22",
  ],
  [
    "external ids as texts",
    { $type: "CustomerSearchBasic", externalIdString: is("crm-21") },
    "21",
  ],
  [
    "references by external id",
    {
      $type: "CustomerSearchBasic",
      salesRep: { operator: "anyOf", searchValue: [{ externalId: "hr-11" }] },
    },
    "21",
  ],
  [
    "no reference",
    { $type: "CustomerSearchBasic", salesRep: anyOf("@NONE@") },
    "22",
  ],
  [
    "an enumeration",
    {
      $type: "CustomerSearchBasic",
      stage: { operator: "noneOf", searchValue: ["_lead"] },
    },
    "21",
  ],
  [
    "predefined dates",
    {
      $type: "CustomerSearchBasic",
      dateCreated: { operator: "within", predefinedSearchValue: "lastMonth" },
    },
    "22",
  ],
  [
    "fields of subrecords in sublists",
    {
      $type: "CustomerSearchBasic",
      city: is("portland"),
      zipCode: is("97201"),
      addressLabel: is("main"),
      isDefaultBilling: { searchValue: true },
    },
    "21",
  ],
  [
    "fields that no record has are empty",
    {
      $type: "CustomerSearchBasic",
      permission: { operator: "noneOf", searchValue: ["_tranSalesOrd"] },
      classBought: anyOf("@NONE@"),
    },
    "21 22",
  ],
  [
    "custom fields by script id",
    {
      $type: "CustomerSearchBasic",
      customFieldList: {
        customField: [
          {
            $type: "SearchStringCustomField",
            scriptId: "custentity_REGION",
            operator: "startsWith",
            searchValue: "north",
          },
          {
            $type: "SearchLongCustomField",
            scriptId: "custentity_score",
            operator: "greaterThan",
            searchValue: 41,
          },
          {
            $type: "SearchMultiSelectCustomField",
            scriptId: "custentity_tags",
            operator: "anyOf",
            searchValue: [ref("2")],
          },
        ],
      },
    },
    "21",
  ],
  [
    "custom fields that are empty",
    {
      $type: "CustomerSearchBasic",
      customFieldList: {
        customField: [
          {
            $type: "SearchBooleanCustomField",
            scriptId: "custentity_vip",
            searchValue: false,
          },
          {
            $type: "SearchStringCustomField",
            scriptId: "custentity_region",
            operator: "empty",
          },
        ],
      },
    },
    "22",
  ],
  [
    "a forward join",
    {
      $type: "CustomerSearch",
      salesRepJoin: { email: is("ann@example.com") },
    },
    "21",
  ],
  [
    "a join to a record of the same type",
    { $type: "CustomerSearch", parentCustomerJoin: { entityId: is("acme") } },
    "22",
  ],
  [
    "the other way round",
    { $type: "CustomerSearch", subCustomerJoin: { entityId: is("beta") } },
    "21",
  ],
  [
    "a join to those that refer to the record",
    { $type: "CustomerSearch", contactJoin: { entityId: is("dan") } },
    "21",
  ],
  [
    "one joined record must fulfil all of a join",
    {
      $type: "CustomerSearch",
      contactJoin: { entityId: is("dan"), email: is("cleo@acme.com") },
    },
    "",
  ],
  [
    "a join without criteria asks for nothing",
    { $type: "CustomerSearch", contactJoin: {} },
    "21 22",
  ],
  [
    "joins and fields together",
    {
      $type: "CustomerSearch",
      basic: { isInactive: { searchValue: false } },
      transactionJoin: { tranDate: today, type: types("_invoice") },
    },
    "21",
  ],
  [
    "a join through a custom field",
    {
      $type: "CustomerSearch",
      customSearchJoin: [
        {
          customizationRef: { scriptId: "custentity_buddy" },
          searchRecordBasic: {
            $type: "EmployeeSearchBasic",
            entityId: is("ann"),
          },
        },
      ],
    },
    "21",
  ],
  [
    "a join through a custom field of the joined records",
    {
      $type: "EmployeeSearch",
      customSearchJoin: [
        {
          customizationRef: { scriptId: "custentity_buddy" },
          searchRecordBasic: {
            $type: "CustomerSearchBasic",
            entityId: is("acme"),
          },
        },
      ],
    },
    "11",
  ],
  ["all transactions", { $type: "TransactionSearchBasic" }, "51 52 53"],
  [
    "transactions of a type",
    { $type: "TransactionSearchBasic", type: types("_invoice", "_journal") },
    "53",
  ],
  [
    "transactions of a status, by orderStatus or by status",
    {
      $type: "TransactionSearchBasic",
      status: types("_salesOrderPendingFulfillment", "_invoicePaidInFull"),
    },
    "51 53",
  ],
  [
    "transactions by amount: the total, or that of a line",
    {
      $type: "TransactionSearchBasic",
      amount: { operator: "equalTo", searchValue: 35 },
    },
    "51 53",
  ],
  [
    "texts with numbers in the order of the numbers",
    {
      $type: "TransactionSearchBasic",
      otherRefNum: { operator: "greaterThan", searchValue: "PO-9" },
    },
    "52",
  ],
  ["any line", { $type: "TransactionSearchBasic", item: anyOf("43") }, "51"],
  [
    "one line must fulfil all",
    {
      $type: "TransactionSearchBasic",
      item: anyOf("41"),
      quantity: { operator: "lessThan", searchValue: 2 },
    },
    "52",
  ],
  [
    "the main line has no item",
    {
      $type: "TransactionSearchBasic",
      item: anyOf("41"),
      mainLine: { searchValue: true },
    },
    "",
  ],
  [
    "addresses of transactions",
    { $type: "TransactionSearchBasic", billCity: is("salem") },
    "51",
  ],
  [
    "a join from a line",
    { $type: "TransactionSearch", itemJoin: { itemId: is("advice") } },
    "51",
  ],
  [
    "a join from an entity's transaction",
    { $type: "TransactionSearch", customerJoin: { entityId: is("beta") } },
    "52",
  ],
  [
    "a join between transactions",
    { $type: "TransactionSearch", createdFromJoin: { tranId: is("so51") } },
    "53",
  ],
  [
    "a join to a subrecord",
    { $type: "TransactionSearch", billingAddressJoin: { city: is("salem") } },
    "51",
  ],
  ["all items", { $type: "ItemSearchBasic" }, "41 42 43 44"],
  [
    "items of a type",
    {
      $type: "ItemSearchBasic",
      type: types("_inventoryItem"),
      isSerialItem: { searchValue: false },
    },
    "41",
  ],
  [
    "serialized items",
    { $type: "ItemSearchBasic", isSerialItem: { searchValue: true } },
    "42",
  ],
  [
    "items by what they are for",
    { $type: "ItemSearchBasic", subType: types("_forPurchase", "_forSale") },
    "43 44",
  ],
  [
    "custom records of a type",
    { $type: "CustomRecordSearchBasic", recType: ref("17") },
    "61",
  ],
  [
    "custom records of a type by its script id",
    {
      $type: "CustomRecordSearchBasic",
      recType: { $type: "CustomizationRef", scriptId: "customrecord_machine" },
    },
    "61",
  ],
  [
    "records that cannot be searched",
    { $type: "GroupMemberSearchBasic", groupId: ref("9") },
    "INVALID_SEARCH_TYPE: Records of GroupMember cannot be searched.",
  ],
  [
    "records whose type has another name, since there are two",
    { $type: "SiteCategorySearchBasic", description: is("tools") },
    "71",
  ],
  [
    "records of several types in one search",
    { $type: "PaymentInstrumentSearchBasic" },
    "72",
  ],
  [
    "a criterion without what it needs",
    {
      $type: "CustomerSearch",
      contactJoin: { email: { operator: "contains" } },
    },
    "INVALID_SEARCH_VALUE: The search field email needs a valid searchValue.",
  ],
  [
    "a criterion without what it needs, of records that are not there",
    { $type: "VendorSearchBasic", email: { searchValue: "x" } },
    "INVALID_SEARCH_OPERATOR: The search field email needs an operator.",
  ],
];

test("searches find records", async () => {
  const { client } = await openClient(accountData, { now: () => NOON });
  const found: [string, string][] = [];
  for (const [name, search] of rows)
    found.push([name, await foundBy(client, search)]);
  expect(found).toEqual(rows.map(([name, , want]) => [name, want]));
});

test("a role does not find what it may not see", async () => {
  const token = {
    consumerKey: "key",
    consumerSecret: "secret",
    tokenId: "token",
    tokenSecret: "token secret",
  };
  const { client } = await openClient(accountData, {
    tokens: [
      {
        ...token,
        role: {
          isAdministrator: false,
          forbiddenRecords: ["salesOrder", "customer"],
        },
      },
    ],
  });
  expect(await foundBy(client, { $type: "TransactionSearchBasic" })).toBe("53");
  expect(await foundBy(client, { $type: "CustomerSearchBasic" })).toBe(
    "INSUFFICIENT_PERMISSION: Permission Violation: You need permission to view records of Customer. Please contact your account administrator.",
  );
});

test("sublists come only when they are asked for", async () => {
  const { client } = await openClient(accountData);
  const search = {
    searchRecord: {
      $type: "TransactionSearchBasic",
      internalId: anyOf("51"),
    } as const,
  };
  const body = await client.search(search);
  const whole = await client.search(search, {
    searchPreferences: { bodyFieldsOnly: false },
  });
  const [bodyOnly] = body.searchResult.recordList?.record ?? [];
  const [all] = whole.searchResult.recordList?.record ?? [];
  expect(bodyOnly).toMatchObject({ $type: "SalesOrder", memo: "Rush" });
  expect(bodyOnly).not.toHaveProperty("itemList");
  expect(all).toMatchObject({
    itemList: { item: [{ quantity: 3 }, { quantity: 1 }] },
  });
});

test("what was changed is found by its date, also where its type does not show it", async () => {
  let now = NOON;
  const { client } = await openClient(accountData, { now: () => now });
  const { department, folder } = client.records;
  const { internalId: sales = "" } = await folder.add({ name: "Sales" });
  await folder.add({ name: "Support" });
  const { internalId = "" } = await department.add({ name: "East" });
  now = new Date(NOON.getTime() + 60_000);
  await folder.update({ internalId: sales, description: "Leads" });
  await department.update({ internalId, name: "West" });
  const lastModifiedDate = {
    operator: "after",
    searchValue: NOON.toISOString(),
  } as const;
  expect(
    await foundBy(client, { $type: "FolderSearchBasic", lastModifiedDate }),
  ).toBe(sales);
  expect(await department.get(internalId)).not.toHaveProperty(
    "lastModifiedDate",
  );
});

test("results are in the order of their ids' numbers; ids of a seed that are none come last", async () => {
  const { client } = await openClient({
    records: ["b", "10", "a", "9"].map((internalId) => ({
      $type: "Customer",
      internalId,
    })),
  });
  expect(await foundBy(client, { $type: "CustomerSearchBasic" })).toBe(
    "9 10 b a",
  );
});

test("search fields find what records hold under other names", async () => {
  const { client } = await openClient({
    records: [
      {
        $type: "JournalEntry",
        internalId: "1",
        lineList: { line: [{ debit: 7 }, { credit: 7 }] },
      },
      {
        $type: "CustomerPayment",
        internalId: "2",
        applyList: { apply: [{ apply: true, doc: 1 }] },
      },
      {
        $type: "Employee",
        internalId: "3",
        rolesList: { roles: [{ selectedRole: { internalId: "1032" } }] },
      },
      {
        $type: "Account",
        internalId: "4",
        subsidiaryList: { recordRef: [{ internalId: "5" }] },
      },
    ],
  });
  const seven = { operator: "equalTo", searchValue: 7 } as const;
  const found = [
    await foundBy(client, {
      $type: "TransactionSearchBasic",
      debitAmount: seven,
    }),
    await foundBy(client, {
      $type: "TransactionSearchBasic",
      creditAmount: seven,
    }),
    await foundBy(client, {
      $type: "TransactionSearchBasic",
      appliedToTransaction: anyOf("1"),
    }),
    await foundBy(client, {
      $type: "EmployeeSearchBasic",
      role: anyOf("1032"),
    }),
    await foundBy(client, {
      $type: "AccountSearchBasic",
      subsidiary: anyOf("5"),
    }),
  ];
  expect(found).toEqual(["1", "1", "2", "3", "4"]);
});
