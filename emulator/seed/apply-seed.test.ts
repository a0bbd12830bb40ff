import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import {
  NetSuiteClient,
  schema,
} from "../../generated/netsuite-2025-2/index.js";
import {
  NetSuiteClient as SampleClient,
  schema as sample,
} from "../../generated/sample/index.js";
import { startEmulator } from "../index.js";
import type { Seed } from "./seed.js";

const folder = await mkdtemp(join(tmpdir(), "nsgen-seed-"));
afterAll(() => rm(folder, { recursive: true }));

const ACME: Seed = {
  records: [
    {
      $type: "SalesOrder",
      internalId: "50",
      entity: { externalId: "crm-7" },
      itemList: { item: [{ item: { internalId: "9" }, quantity: 2 }] },
    },
    {
      $type: "Customer",
      externalId: "crm-7",
      companyName: "Acme",
      balance: 12.5,
      lastModifiedDate: "2024-05-06T07:08:09.000-07:00",
    },
    { $type: "Contact", entityId: "Ann" },
    { $type: "Contact", entityId: "Ann" },
  ],
};

test("records get ids, beyond those that were given, and references their records", async () => {
  await using emulator = await startEmulator({ schema, seed: ACME });
  await using client = new NetSuiteClient(emulator.connection);
  const customer = await client.records.customer.get({ externalId: "crm-7" });
  expect(customer).toMatchObject({
    companyName: "Acme",
    balance: 12.5,
    lastModifiedDate: "2024-05-06T07:08:09.000-07:00",
  });
  expect(Number(customer.internalId)).toBeGreaterThan(50);
  const order = await client.records.salesOrder.get("50");
  expect(order.entity?.internalId).toBe(customer.internalId);
  // What has no number is named after its own id.
  expect(order.tranId).toBe("50");
  const added = await client.records.customer.add({ companyName: "Other" });
  expect(Number(added.internalId)).toBeGreaterThan(Number(customer.internalId));
});

test("bytes, which JSON writes as base64 text", async () => {
  const seed: Seed = {
    records: [
      { $type: "Folder", internalId: "5", name: "texts" },
      {
        $type: "File",
        internalId: "6",
        name: "hello.txt",
        folder: { internalId: "5" },
        content: "aGVsbG8=",
      },
    ],
  };
  await using emulator = await startEmulator({ schema, seed });
  await using client = new NetSuiteClient(emulator.connection);
  const file = await client.records.file.get("6");
  expect(Buffer.from(file.content ?? []).toString()).toBe("hello");
});

test("a restart with the same seed undoes no write", async () => {
  const state = join(folder, "restart.nsgen");
  {
    await using emulator = await startEmulator({ schema, seed: ACME, state });
    await using client = new NetSuiteClient(emulator.connection);
    await client.records.customer.update({
      externalId: "crm-7",
      companyName: "Acme Ltd",
    });
    await client.records.salesOrder.delete("50");
  }
  const longer: Seed = {
    records: [
      { $type: "Contact", internalId: "77", entityId: "Bob" },
      ...(ACME.records ?? []),
    ],
  };
  await using emulator = await startEmulator({ schema, seed: longer, state });
  await using client = new NetSuiteClient(emulator.connection);
  const customer = await client.records.customer.get({ externalId: "crm-7" });
  expect(customer.companyName).toBe("Acme Ltd");
  expect(await client.records.salesOrder.get("50").catch(String)).toContain(
    "That record does not exist.",
  );
  expect((await client.records.contact.get("77")).entityId).toBe("Bob");
  const contacts = emulator.records.list("contact");
  expect(contacts.map(({ entityId }) => entityId)).toEqual([
    "Ann",
    "Ann",
    "Bob",
  ]);
});

test("the account's rules do not count for the seed itself", async () => {
  const seed: Seed = {
    records: [{ $type: "Customer", internalId: "3", phone: "1" }],
    rules: { requiredFields: { customer: ["companyName"] } },
  };
  await using emulator = await startEmulator({ schema, seed });
  await using client = new NetSuiteClient(emulator.connection);
  expect((await client.records.customer.get("3")).phone).toBe("1");
  await expect(client.records.customer.add({ phone: "2" })).rejects.toThrow(
    "Please enter value(s) for: Company Name",
  );
});

test("a seed serves endpoints of all versions", async () => {
  const seed: Seed = {
    records: [
      { $type: "Job", internalId: "4", companyName: "Only in the newer one" },
      { $type: "Customer", internalId: "3", companyName: "In both" },
    ],
  };
  await using emulator = await startEmulator({
    schema: [sample, schema],
    seed,
  });
  await using older = new SampleClient(emulator.connection);
  await using newer = new NetSuiteClient(emulator.connection);
  expect((await older.records.customer.get("3")).companyName).toBe("In both");
  expect((await newer.records.job.get("4")).companyName).toBe(
    "Only in the newer one",
  );
});

test("a seed that is wrong starts nothing, and leaves the state file alone", async () => {
  const state = join(folder, "wrong.nsgen");
  const start = (seed: Seed) => startEmulator({ schema, seed, state });
  await expect(
    start({ records: [{ $type: "Customer", companyNam: "Acme" }] }),
  ).rejects.toThrow(
    "seed.records[0].companyNam: is no property of Customer; did you mean companyName?",
  );
  await expect(
    start({ records: [{ $type: "CustomRecord", name: "loose" }] }),
  ).rejects.toThrow(
    "seed.records[0]: The type of the custom record is required.",
  );
  await (await start(ACME)).close();
});
