import { expect, test } from "vitest";
import type {
  GetDeletedFilter,
  NetSuiteClient,
} from "../../../generated/netsuite-2025-2/index.js";
import { openClient } from "../fixtures/open-client.js";

/** Deletes two customers on the first of May, a car on the second, and a customer on the third; asks on the fourth. */
async function deleteSome(): Promise<NetSuiteClient> {
  let now = new Date("2025-05-01T12:00:00-07:00");
  const { client } = await openClient(
    {
      records: [
        ...[1, 2, 3].map((id) => ({
          $type: "Customer",
          internalId: String(id),
          externalId: `crm-${id}`,
          entityId: `Acme ${id}`,
        })),
        {
          $type: "CustomRecordType",
          internalId: "17",
          scriptId: "customrecord_car",
        },
        {
          $type: "CustomRecord",
          internalId: "4",
          recType: { internalId: "17" },
          name: "Beetle",
        },
      ],
    },
    { now: () => now },
  );
  await client.records.customer.delete("1");
  await client.records.customer.delete("2");
  now = new Date("2025-05-02T12:00:00-07:00");
  await client.delete({
    baseRef: { $type: "CustomRecordRef", internalId: "4", typeId: "17" },
  });
  now = new Date("2025-05-03T12:00:00-07:00");
  await client.records.customer.delete("3");
  now = new Date("2025-05-04T12:00:00-07:00");
  return client;
}

const rows: readonly [GetDeletedFilter, string[]][] = [
  [{}, ["Acme 1", "Acme 2", "Beetle", "Acme 3"]],
  [
    { type: { operator: "anyOf", searchValue: ["customer"] } },
    ["Acme 1", "Acme 2", "Acme 3"],
  ],
  [{ type: { operator: "noneOf", searchValue: ["customer"] } }, ["Beetle"]],
  [
    { scriptId: { operator: "is", searchValue: "customrecord_car" } },
    ["Beetle"],
  ],
  [
    {
      deletedDate: {
        operator: "within",
        searchValue: "2025-05-02T00:00:00-07:00",
        searchValue2: "2025-05-03T23:59:59-07:00",
      },
    },
    ["Beetle", "Acme 3"],
  ],
  [
    { deletedDate: { operator: "on", predefinedSearchValue: "yesterday" } },
    ["Acme 3"],
  ],
  [
    {
      type: { operator: "anyOf", searchValue: ["customer"] },
      deletedDate: {
        operator: "before",
        searchValue: "2025-05-02T00:00:00-07:00",
      },
    },
    ["Acme 1", "Acme 2"],
  ],
];

test.each(rows)("what was deleted by %j", async (getDeletedFilter, want) => {
  const client = await deleteSome();
  const { getDeletedResult } = await client.getDeleted({
    getDeletedFilter,
    pageIndex: 1,
  });
  const found = getDeletedResult.deletedRecordList?.deletedRecord ?? [];
  expect(found.map(({ record }) => record?.name)).toEqual(want);
  expect(getDeletedResult).toMatchObject({
    status: { isSuccess: true },
    totalRecords: want.length,
    pageSize: 1000,
    pageIndex: 1,
  });
});

test("a deleted record is told with its date in Pacific time and its ids", async () => {
  const client = await deleteSome();
  const { getDeletedResult } = await client.getDeleted(
    { getDeletedFilter: {}, pageIndex: 1 },
    { searchPreferences: { pageSize: 5 } },
  );
  expect(getDeletedResult.deletedRecordList?.deletedRecord).toMatchObject([
    {
      deletedDate: "2025-05-01T12:00:00.000-07:00",
      record: {
        $type: "RecordRef",
        type: "customer",
        internalId: "1",
        externalId: "crm-1",
        name: "Acme 1",
      },
    },
    {},
    {
      deletedDate: "2025-05-02T12:00:00.000-07:00",
      record: { $type: "CustomRecordRef", internalId: "4", typeId: "17" },
    },
    {},
  ]);
});

test("a wrong page or operator is refused", async () => {
  const client = await deleteSome();
  const page = await client.getDeleted({ getDeletedFilter: {}, pageIndex: 2 });
  expect(page.getDeletedResult.status).toEqual({
    isSuccess: false,
    statusDetail: [
      {
        type: "ERROR",
        code: "INVALID_PAGE_INDEX",
        message: "There is no page 2: the pages are 1 to 1.",
      },
    ],
  });
});
