import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { NetSuiteClient, schema } from "../generated/netsuite-2025-2/index.js";
import {
  NetSuiteClient as OlderClient,
  schema as olderSchema,
} from "../generated/netsuite-2022-1/index.js";
import { startEmulator } from "./index.js";

test("a record that was added is read again", async () => {
  await using emulator = await startEmulator({ schema });
  const client = new NetSuiteClient(emulator.connection);
  const added = await client.records.customer.add({
    externalId: "crm-7",
    companyName: "Acme",
  });
  const found = await client.records.customer.get(added.internalId ?? "");
  expect(found).toMatchObject({
    $type: "Customer",
    internalId: added.internalId,
    externalId: "crm-7",
    companyName: "Acme",
  });
  await client.close();
});

test("versions share their records", async () => {
  await using emulator = await startEmulator({
    schema: [olderSchema, schema],
    account: "1234567-sb1",
  });
  expect(emulator.connection.account).toBe("1234567_SB1");
  const older = new OlderClient(emulator.connection);
  const newer = new NetSuiteClient(emulator.connection);
  const { internalId = "" } = await older.records.customer.add({
    companyName: "Acme",
  });
  expect(await newer.records.customer.get(internalId)).toMatchObject({
    companyName: "Acme",
  });
  expect(emulator.requests).toMatchObject([
    {
      operation: "add",
      version: "2022_1",
      user: "token 1",
      recordTypes: ["customer"],
      outcome: "ok",
      httpStatus: 200,
    },
    { operation: "get", version: "2025_2", outcome: "ok" },
  ]);
  await older.close();
  await newer.close();
});

test("tests see and prepare records past the client", async () => {
  await using emulator = await startEmulator({
    schema,
    seed: {
      records: [{ $type: "Customer", internalId: "7", companyName: "Seeded" }],
    },
  });
  const { records } = emulator;
  const id = records.add({ $type: "Customer", companyName: "Added" });
  expect(records.get("customer", id)).toMatchObject({ companyName: "Added" });
  expect(records.get("customer", { externalId: "none" })).toBeUndefined();
  expect(
    records.list("customer").map(({ companyName }) => companyName),
  ).toEqual(["Seeded", "Added"]);
  expect(() =>
    records.add({ $type: "Customer", externalId: "a", companyName: "A" }),
  ).not.toThrow();
  expect(() =>
    records.add({ $type: "Customer", externalId: "a", companyName: "A" }),
  ).toThrow("The emulator does not take the record: DUP_RCRD: ");
  await emulator.reset();
  expect(records.list("customer")).toMatchObject([{ companyName: "Seeded" }]);
});

test.each<[string, object, message: string]>([
  [
    "numbers",
    { port: 70_000, latencyMs: NaN, variation: 1.5 },
    "port is 70000: give a whole number from 0 to 65535.\nlatencyMs is NaN: give a whole number from 0.\nvariation is 1.5: give a whole number from 0.",
  ],
  [
    "an account",
    { account: "a b" },
    'account is "a b", which is not an account id. Give the id from Setup > Company > Company Information, such as 1234567 or 1234567_SB1.',
  ],
  [
    "tokens and users",
    {
      tokens: [
        { consumerKey: "k", consumerSecret: "s", tokenId: "t", tokenSecret: 1 },
        {
          consumerKey: "k",
          consumerSecret: "",
          tokenId: "t",
          tokenSecret: "s",
        },
      ],
      users: [{ email: "a@b.example" }],
    },
    "tokens[0].tokenSecret is missing: give a text.\ntokens[1].consumerSecret is missing: give a text.\ntokens[1].tokenId is that of tokens[0] as well.\nusers[0].password is missing: give a text.",
  ],
  [
    "settings",
    { settings: { concurrency: 3, concurrencyLimit: "3" } },
    "settings.concurrency is no setting: those are ",
  ],
  [
    "limits and features",
    {
      settings: {
        concurrencyLimit: "3",
        recordLimits: { add: -1, search: 1 },
        disabledFeatures: ["SOAP"],
      },
    },
    `settings.concurrencyLimit is "3": give a whole number from 0.
settings.recordLimits.add is -1: give a whole number from 0.
settings.recordLimits.search is no setting: those are add, update, upsert, delete, get, getItemAvailability.
settings.disabledFeatures is ["SOAP"]: give an array of SOAP Web Services, Token-Based Authentication.`,
  ],
  [
    "faults",
    { faults: [{ effect: "explode" }] },
    'faults[0].effect is "explode": give one of fault, wrongDataCenter,',
  ],
])("%s that are wrong are told of", async (_, options, message) => {
  await expect(startEmulator({ schema, ...options })).rejects.toThrow(
    `The emulator cannot start:\n${message}`,
  );
});

test("no schema, and two of one version, are refused", async () => {
  await expect(startEmulator({ schema: [] })).rejects.toThrow(
    "No schema is given. Give that of a generated package.",
  );
  await expect(startEmulator({ schema: [schema, schema] })).rejects.toThrow(
    "Two of the given schemas are of version 2025_2. Give one for each version.",
  );
});

test("a port that is taken is told of", async () => {
  await using emulator = await startEmulator({ schema });
  const port = Number(new URL(emulator.endpoint).port);
  await expect(startEmulator({ schema, port })).rejects.toThrow("EADDRINUSE");
});

test("a state file keeps the records until a reset", async () => {
  const folder = await mkdtemp(join(tmpdir(), "nsgen-emulator-"));
  const options = { schema, state: join(folder, "account.db") };
  const first = await startEmulator(options);
  first.records.add({ $type: "Customer", companyName: "Kept" });
  await first.close();
  const second = await startEmulator(options);
  expect(second.records.list("customer")).toMatchObject([
    { companyName: "Kept" },
  ]);
  await second.reset();
  expect(second.records.list("customer")).toEqual([]);
  second.records.add({ $type: "Customer", companyName: "New" });
  await second.close();
  const third = await startEmulator(options);
  expect(third.records.list("customer")).toMatchObject([
    { companyName: "New" },
  ]);
  await third.close();
  await rm(folder, { recursive: true });
});

test.each([undefined, "account.db"])(
  "resets, one on the other, and the end cut off what is under way: %s",
  async (file) => {
    const folder = await mkdtemp(join(tmpdir(), "nsgen-emulator-"));
    const errors: unknown[] = [];
    const emulator = await startEmulator({
      schema,
      ...(file !== undefined && { state: join(folder, file) }),
      faults: [{ effect: "delay", ms: 3_600_000, nth: 1 }],
      onError: (error) => errors.push(error),
    });
    const client = new NetSuiteClient({
      ...emulator.connection,
      maxRetries: 0,
    });
    const add = (companyName: string): Promise<unknown> =>
      client.records.customer.add({ companyName });
    const first = Promise.allSettled([add("First")]);
    await expect.poll(() => emulator.metrics.inFlight).toBe(1);
    const resets = [emulator.reset(), emulator.reset()];
    await Promise.all(resets);
    const cutOff = [{ status: "rejected", reason: { code: "transport" } }];
    expect(await first).toMatchObject(cutOff);
    expect(emulator.records.list("customer")).toEqual([]);
    // The rule counts anew.
    const second = Promise.allSettled([add("Second")]);
    await expect.poll(() => emulator.metrics.inFlight).toBe(1);
    await Promise.all([emulator.close(), emulator.close()]);
    expect(await second).toMatchObject(cutOff);
    await expect(emulator.reset()).rejects.toThrow("The emulator is closed.");
    expect(errors).toEqual([]);
    await client.close();
    await rm(folder, { recursive: true });
  },
);
