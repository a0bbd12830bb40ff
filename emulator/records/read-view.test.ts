import { expect, onTestFinished, test } from "vitest";
import {
  NetSuiteClient,
  schema,
} from "../../generated/netsuite-2025-2/index.js";
import type { ClientOptions } from "../../runtime/index.js";
import {
  NetSuiteClient as SampleClient,
  schema as sample,
} from "../../generated/sample/index.js";
import { generatePackage } from "../../test/end-to-end/generated-client.js";
import { wsdlSet } from "../../test/wsdl-sets.js";
import { openClient } from "../operations/fixtures/open-client.js";
import { bodyFieldsOnly } from "./read-view.js";

test("dates are Pacific time with milliseconds, and references have their record's name", async () => {
  const { client } = await openClient();
  const customer = await client.records.customer.add({
    externalId: "acme",
    companyName: "Acme",
  });
  const { internalId = "" } = await client.records.salesOrder.add({
    entity: { externalId: "ACME" },
    tranDate: "2017-02-21T06:00:00Z",
    shipDate: "2017-07-01T00:00:00",
    // An id of one of NetSuite's own lists, which is the customer's by chance.
    terms: { internalId: customer.internalId ?? "", name: "Net 30" },
  });
  expect(await client.records.salesOrder.get(internalId)).toMatchObject({
    tranId: internalId,
    tranDate: "2017-02-20T22:00:00.000-08:00",
    shipDate: "2017-07-01T00:00:00.000-07:00",
    entity: {
      internalId: customer.internalId,
      externalId: "ACME",
      name: "Acme",
    },
    terms: { internalId: customer.internalId, name: "Net 30" },
  });
});

test("a version sees of a record what it knows, and its updates keep the rest", async () => {
  const { client, emulator } = await openClient(
    {},
    { schema: [schema, sample] },
  );
  const small = new SampleClient(emulator.connection);
  onTestFinished(() => small.close());
  const { internalId = "" } = await client.records.customer.add({
    companyName: "Acme",
    fax: "1",
    language: "_kannada",
    addressbookList: { addressbook: [{ label: "home" }] },
  });
  const seen = await small.records.customer.get(internalId);
  expect(seen).toMatchObject({
    companyName: "Acme",
    addressbookList: { addressbook: [{ label: "home" }] },
  });
  expect(seen).not.toHaveProperty("fax");
  expect(seen).not.toHaveProperty("language");
  await small.update({
    record: { $type: "Customer", internalId, phone: "2" },
  });
  expect(await client.records.customer.get(internalId)).toMatchObject({
    companyName: "Acme",
    fax: "1",
    phone: "2",
    language: "_kannada",
  });
});

test("a record has one place, whatever its type is called in a version", async () => {
  const { client, emulator } = await openClient();
  const internalId = emulator.records.add({
    $type: "WebsiteSiteCategory",
    itemId: "Toys",
  });
  const { readResponse } = await client.get({
    baseRef: { $type: "RecordRef", type: "siteCategory", internalId },
  });
  expect(readResponse.record).toMatchObject({
    $type: "WebsiteSiteCategory",
    internalId,
    itemId: "Toys",
  });
});

test("the body of a record is all but its sublists", () => {
  const type = schema.typeOf("Customer");
  if (!type) throw new Error("2025.2 has customers");
  const body = {
    $type: "Customer",
    companyName: "Acme",
    salesRep: { internalId: "1" },
    customFieldList: { customField: [] },
  };
  expect(
    bodyFieldsOnly(schema, type, {
      ...body,
      addressbookList: { addressbook: [] },
    }),
  ).toEqual(body);
});

const old = wsdlSet("v2013_2");

test.skipIf(old === null)(
  "2013.2 reads and changes what 2025.2 wrote, and the other way round",
  { timeout: 60_000 },
  async () => {
    const { package: generated, remove } = await generatePackage(old ?? "");
    onTestFinished(remove);
    const user = { email: "a@example.com", password: "secret" };
    const { emulator } = await openClient(
      {},
      {
        schema: [generated.schema, schema],
        users: [user],
      },
    );
    const client = new NetSuiteClient(emulator.connection);
    const { account, endpoint } = emulator.connection;
    // The tests' type of a generated client asks for tokens; that of a version with `passport` takes a user, too.
    const options = { account, endpoint, ...user } as unknown as ClientOptions;
    const older = new generated.NetSuiteClient(options);
    onTestFinished(async () => {
      await older.close();
      await client.close();
    });
    const added = await older.add({
      record: {
        $type: "Customer",
        companyName: "Acme",
        externalId: "x",
        customFieldList: {
          customField: [
            {
              $type: "StringCustomFieldRef",
              scriptId: "custentity_a",
              value: "a",
            },
          ],
        },
      },
    });
    const internalId = emulator.records.list("customer")[0]?.["internalId"];
    const baseRef = { $type: "RecordRef", type: "customer", internalId };
    expect(added).toEqual({
      writeResponse: {
        status: { isSuccess: true },
        baseRef: { ...baseRef, externalId: "x" },
      },
    });
    await client.update({
      record: {
        $type: "Customer",
        externalId: "X",
        phone: "1",
        currencyList: {
          currency: [
            { currency: { internalId: "1" }, depositBalance: 1, balance: 2 },
          ],
        },
      },
    });
    expect(await older.get({ baseRef })).toMatchObject({
      readResponse: {
        record: { companyName: "Acme", phone: "1", entityId: "Acme" },
      },
    });
  },
);
