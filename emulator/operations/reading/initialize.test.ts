import { expect, test } from "vitest";
import type { InitializeRecord } from "../../../generated/netsuite-2025-2/index.js";
import { openClient } from "../fixtures/open-client.js";

test("an invoice is made from an order, and can be added", async () => {
  const { client } = await openClient({
    rules: { readOnlyFields: { invoice: ["total"] } },
  });
  const { customer, salesOrder, invoice } = client.records;
  const { internalId: entity = "" } = await customer.add({
    companyName: "Acme",
  });
  const order = await salesOrder.add({
    entity: { internalId: entity },
    tranId: "SO7",
    memo: "soon",
    total: 20,
    orderStatus: "_pendingFulfillment",
    itemList: {
      item: [
        {
          item: { internalId: "77" },
          quantity: 1,
          commitInventory: "_doNotCommit",
        },
        { item: { internalId: "78" }, quantity: 2 },
      ],
    },
  });
  const { readResponse } = await client.initialize({
    initializeRecord: {
      type: "invoice",
      reference: { type: "salesOrder", internalId: order.internalId ?? "" },
    },
  });
  const { record } = readResponse;
  expect(readResponse.status).toEqual({ isSuccess: true });
  expect(record).toEqual({
    $type: "Invoice",
    createdFrom: { internalId: order.internalId, name: "SO7" },
    entity: { internalId: entity, name: "Acme" },
    memo: "soon",
    total: 20,
    tranDate: expect.stringMatching(/T00:00:00\.000-0[78]:00$/) as string,
    itemList: {
      item: [
        { orderLine: 1, item: { internalId: "77" }, quantity: 1 },
        { orderLine: 2, item: { internalId: "78" }, quantity: 2 },
      ],
    },
  });
  if (!record) return;
  const { writeResponse } = await client.add(
    { record },
    { preferences: { ignoreReadOnlyFields: true } },
  );
  expect(writeResponse.status.isSuccess).toBe(true);
  const ref = writeResponse.baseRef;
  const { internalId = "" } = ref?.$type === "RecordRef" ? ref : {};
  const saved = await invoice.get(internalId);
  expect(saved.itemList?.item?.map((each) => each.line)).toEqual([1, 2]);
});

test("a payment is made from a customer or an invoice, which it is applied to", async () => {
  const { client } = await openClient();
  const customer = await client.records.customer.add({ companyName: "Acme" });
  const entity = { internalId: customer.internalId ?? "" };
  const invoice = await client.records.invoice.add({ entity, total: 5 });
  const internalId = invoice.internalId ?? "";
  const { readResponseList } = await client.initializeList({
    initializeRecord: [
      {
        type: "customerPayment",
        reference: { type: "invoice", internalId },
      },
      {
        type: "customerPayment",
        reference: { type: "customer", ...entity },
        auxReference: { type: "arAccount", internalId: "123" },
      },
    ],
  });
  const acme = { ...entity, name: "Acme" };
  expect(
    readResponseList.readResponse?.map(({ record }) => record),
  ).toMatchObject([
    {
      customer: acme,
      applyList: {
        apply: [{ apply: true, doc: Number(internalId), total: 5, amount: 5 }],
      },
    },
    { customer: acme, arAcct: { internalId: "123" } },
  ]);
});

test("a bill takes the lines of several orders", async () => {
  const { client } = await openClient();
  const initializeRef = await Promise.all(
    ["1", "2"].map(async (id) => {
      const order = await client.records.purchaseOrder.add({
        itemList: { item: [{ item: { internalId: id } }] },
      });
      return {
        type: "purchaseOrder",
        internalId: order.internalId ?? "",
      } as const;
    }),
  );
  const { readResponse } = await client.initialize({
    initializeRecord: { type: "vendorBill", referenceList: { initializeRef } },
  });
  expect(readResponse.record).toMatchObject({
    itemList: {
      item: [{ item: { internalId: "1" } }, { item: { internalId: "2" } }],
    },
  });
});

const REFUSED: readonly (readonly [InitializeRecord, string])[] = [
  [
    {
      type: "invoice",
      reference: { type: "salesOrder", internalId: "7281" },
    },
    "You have an invalid sales order 7281 or the order is already closed.",
  ],
  [
    { type: "invoice", reference: { type: "vendor", internalId: "1" } },
    "You can not initialize invoice: invalid reference vendor.",
  ],
  [
    { type: "invoice" },
    "You can not initialize invoice: no reference was given.",
  ],
];

test.each(REFUSED)("%j is refused", async (initializeRecord, message) => {
  const { client } = await openClient();
  const { readResponse } = await client.initialize({ initializeRecord });
  expect(readResponse).toEqual({
    status: {
      isSuccess: false,
      statusDetail: [
        { type: "ERROR", code: "INVALID_INITIALIZE_REF", message },
      ],
    },
  });
});
