import { expect, test } from "vitest";
import type { SalesOrderItem } from "../../generated/netsuite-2025-2/index.js";
import { openClient } from "../operations/fixtures/open-client.js";

const item = { internalId: "77" };

test("lines of an order are numbered, and replaced unless the request says otherwise", async () => {
  const { client } = await openClient();
  const { salesOrder } = client.records;
  const { internalId = "" } = await salesOrder.add({
    itemList: {
      item: [
        { item, quantity: 1, description: "a" },
        { item, quantity: 2 },
      ],
    },
  });
  const lines = async (): Promise<readonly SalesOrderItem[] | undefined> =>
    (await salesOrder.get(internalId)).itemList?.item;
  expect(await lines()).toEqual([
    { line: 1, item, quantity: 1, description: "a" },
    { line: 2, item, quantity: 2 },
  ]);
  const change = (replaceAll: boolean, ...given: SalesOrderItem[]) =>
    client.update({
      record: {
        $type: "SalesOrder",
        internalId,
        itemList: { replaceAll, item: given },
      },
    });
  await change(false, { line: 1, quantity: 10 }, { item, quantity: 3 });
  expect(await lines()).toEqual([
    { line: 1, item, quantity: 10, description: "a" },
    { line: 2, item, quantity: 2 },
    { line: 3, item, quantity: 3 },
  ]);
  await change(true, { line: 2, item, quantity: 20 });
  expect(await lines()).toEqual([{ line: 2, item, quantity: 20 }]);
  await change(false);
  expect(await lines()).toHaveLength(1);
  await change(true);
  expect(await salesOrder.get(internalId)).not.toHaveProperty("itemList");
});

test("addresses are found by their id, and merged with what is there", async () => {
  const { client } = await openClient();
  const { customer } = client.records;
  const { internalId = "" } = await customer.add({
    addressbookList: {
      addressbook: [
        { label: "home", addressbookAddress: { addr1: "1 Way", city: "Here" } },
      ],
    },
  });
  const [home] =
    (await customer.get(internalId)).addressbookList?.addressbook ?? [];
  await client.update({
    record: {
      $type: "Customer",
      internalId,
      addressbookList: {
        replaceAll: false,
        addressbook: [
          {
            ...(home?.internalId !== undefined && {
              internalId: home.internalId,
            }),
            addressbookAddress: { city: "There", addr1: null },
          },
          { label: "work" },
        ],
      },
    },
  });
  const list = (await customer.get(internalId)).addressbookList;
  expect(list).toEqual({
    addressbook: [
      {
        internalId: home?.internalId,
        label: "home",
        addressbookAddress: { city: "There" },
      },
      { internalId: list?.addressbook?.[1]?.internalId, label: "work" },
    ],
  });
  expect(list?.addressbook?.[1]?.internalId).not.toBe(home?.internalId);
});

test("a reference is a key, and a sublist without one is replaced whole", async () => {
  const { client } = await openClient();
  const { customer } = client.records;
  const { internalId = "" } = await customer.add({
    currencyList: {
      currency: [
        { currency: { internalId: "1" }, balance: 1 },
        { currency: { internalId: "2" }, balance: 2 },
      ],
    },
    groupPricingList: {
      groupPricing: [
        { group: { internalId: "1" }, level: { internalId: "1" } },
        { group: { internalId: "2" }, level: { internalId: "1" } },
      ],
    },
  });
  await client.update({
    record: {
      $type: "Customer",
      internalId,
      currencyList: {
        replaceAll: false,
        currency: [{ currency: { internalId: "2" }, overdueBalance: 5 }],
      },
      groupPricingList: {
        replaceAll: false,
        groupPricing: [
          { group: { internalId: "2" }, level: { internalId: "9" } },
        ],
      },
    },
  });
  const found = await customer.get(internalId);
  expect(found.currencyList).toEqual({
    currency: [
      { currency: { internalId: "1" }, balance: 1 },
      { currency: { internalId: "2" }, balance: 2, overdueBalance: 5 },
    ],
  });
  expect(found.groupPricingList).toEqual({
    groupPricing: [{ group: { internalId: "2" }, level: { internalId: "9" } }],
  });
});

test("where a request does not say, the schema's default counts: false for inventory assignments", async () => {
  const { client } = await openClient();
  const { salesOrder } = client.records;
  const assign = (...inventoryAssignment: { quantity: number }[]) => ({
    itemList: {
      replaceAll: false,
      item: [
        {
          line: 1,
          inventoryDetail: { inventoryAssignmentList: { inventoryAssignment } },
        },
      ],
    },
  });
  const { internalId = "" } = await salesOrder.add(assign({ quantity: 1 }));
  await client.update({
    record: { $type: "SalesOrder", internalId, ...assign({ quantity: 2 }) },
  });
  const found = await salesOrder.get(internalId);
  expect(
    found.itemList?.item?.[0]?.inventoryDetail?.inventoryAssignmentList
      ?.inventoryAssignment,
  ).toMatchObject([{ quantity: 1 }, { quantity: 2 }]);
});
