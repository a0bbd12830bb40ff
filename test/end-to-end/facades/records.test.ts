import { afterAll, beforeAll, expect, test } from "vitest";
import { sampleWsdl } from "../../wsdl-sets.js";
import { generatePackage, type GeneratedFolder } from "../generated-client.js";
import { done, failure, openAccount, refusal, type Answer } from "./account.js";

let folder: GeneratedFolder;
beforeAll(async () => {
  folder = await generatePackage(sampleWsdl);
});
afterAll(() => folder.remove());

const ref = { $type: "RecordRef", type: "customer", internalId: "42" };
const written = (
  status: object = done,
  baseRef: object | null = ref,
): Answer => ({
  value: { writeResponse: { status, ...(baseRef && { baseRef }) } },
});
const read = (record: object): Answer => ({
  value: { readResponse: { status: done, record } },
});

test.each<[string, unknown, object]>([
  ["customer", "42", ref],
  ["customer", { internalId: "42" }, ref],
  [
    "customer",
    { externalId: "crm-7" },
    { $type: "RecordRef", type: "customer", externalId: "crm-7" },
  ],
  [
    "customRecord",
    { internalId: "1", typeId: "12" },
    { $type: "CustomRecordRef", internalId: "1", typeId: "12" },
  ],
  [
    "entityCustomField",
    { scriptId: "custentity_a" },
    {
      $type: "CustomizationRef",
      type: "entityCustomField",
      scriptId: "custentity_a",
    },
  ],
])("%s.get(%j) asks by the right reference", async (record, id, want) => {
  const { client, requests } = await openAccount(folder.package, () =>
    read({ $type: "Customer", internalId: "42" }),
  );
  expect(await client.records[record]?.get(id as string)).toEqual({
    $type: "Customer",
    internalId: "42",
  });
  expect(requests[0]?.body).toEqual({ baseRef: want });
});

test.each<[string, unknown, string]>([
  [
    "customer",
    42,
    "records.customer.get was given 42; give the internal id as a text, or an object with internalId or externalId.",
  ],
  [
    "customer",
    "",
    "records.customer.get was given an empty id. Check where it comes from: it would name no record.",
  ],
  [
    "customer",
    { internalId: "" },
    "records.customer.get was given an empty id. Check where it comes from: it would name no record.",
  ],
  [
    "customer",
    {},
    "records.customer.get was given a reference without internalId and externalId; give one of them.",
  ],
  [
    "customer",
    { type: "contact", internalId: "1" },
    "records.customer.get was given a reference to a contact. Use client.records.contact.",
  ],
  [
    "customRecord",
    "42",
    'records.customRecord.get was given "42"; give an object with internalId or externalId, and typeId or scriptId of the record\'s type.',
  ],
])("%s.get(%j) is refused before it is sent", async (record, id, message) => {
  const { client, requests } = await openAccount(folder.package, () => "reset");
  const error = await failure(
    client.records[record]?.get(id as string) ?? Promise.resolve(),
  );
  expect(error.message).toBe(message);
  expect(error.code).toBe("configuration");
  expect(requests).toEqual([]);
});

test("upsert sends the fields as its type, and gives the reference", async () => {
  const { client, requests } = await openAccount(folder.package, () =>
    written(),
  );
  expect(
    await client.records.customer?.upsert({
      externalId: "crm-7",
      companyName: "Acme",
      phone: null,
    }),
  ).toEqual(ref);
  expect(requests[0]).toMatchObject({
    operation: "upsert",
    body: {
      record: {
        $type: "Customer",
        externalId: "crm-7",
        companyName: "Acme",
        nullFieldList: { name: ["phone"] },
      },
    },
  });
});

test("a status that is not success is an error", async () => {
  const { client } = await openAccount(folder.package, () =>
    written(refusal("USER_ERROR", "Please enter value(s) for: Name"), null),
  );
  const error = await failure(
    client.records.customer?.add({}) ?? Promise.resolve(),
  );
  expect(error).toMatchObject({
    name: "NetSuiteStatusError",
    message:
      "records.customer.add failed: USER_ERROR: Please enter value(s) for: Name",
    netsuiteCode: "USER_ERROR",
    operation: "add",
    outcome: "notDone",
    ref: null,
  });
  expect(error.attempts).toHaveLength(1);
});

test("a success without a record is no record", async () => {
  const { client } = await openAccount(folder.package, () => ({
    value: { readResponse: { status: done } },
  }));
  const error = await failure(
    client.records.customer?.get("42") ?? Promise.resolve(),
  );
  expect(error).toMatchObject({
    name: "NetSuiteDecodeError",
    message:
      "records.customer.get: NetSuite answered with success, and without a record. Check what answers at the endpoint.",
    operation: "get",
  });
});

test("a record whose script failed after it was saved is an error with its reference", async () => {
  const { client } = await openAccount(folder.package, () =>
    written(refusal("USER_ERROR", "Oops", { afterSubmitFailed: true })),
  );
  expect(
    await failure(client.records.customer?.add({}) ?? Promise.resolve()),
  ).toMatchObject({
    message:
      "records.customer.add was carried out, and a script failed after that: USER_ERROR: Oops Do not send it again.",
    outcome: "done",
    ref,
  });
});

test("warnings of a success are told", async () => {
  const warning = { type: "WARN", code: "WARNING", message: "Low stock" };
  const { client } = await openAccount(folder.package, () =>
    written({ isSuccess: true, statusDetail: [warning] }),
  );
  const told: unknown[] = [];
  await client.records.customer?.update(
    { internalId: "42" },
    { onWarning: (warnings) => told.push(...warnings) },
  );
  expect(told).toEqual([warning]);
});

test("delete hands the reason on", async () => {
  const { client, requests } = await openAccount(folder.package, () =>
    written(),
  );
  const deletionReason = { deletionReasonCode: { internalId: "3" } };
  await client.records.customer?.delete("42", { deletionReason });
  expect(requests[0]?.body).toMatchObject({ baseRef: ref, deletionReason });
});

test("a record of another type is refused", async () => {
  const { client } = await openAccount(folder.package, () => "reset");
  const error = await failure(
    client.records.customer?.add({ $type: "Contact" }) ?? Promise.resolve(),
  );
  expect(error.message).toBe(
    'records.customer.add was given a record whose $type is "Contact"; here it is "Customer", and can be left out.',
  );
});

test("transformFrom initializes, changes and adds, read-only fields ignored", async () => {
  const draft = { $type: "SalesOrder", memo: "draft" };
  const { client, requests } = await openAccount(
    folder.package,
    ({ operation }) => (operation === "initialize" ? read(draft) : written()),
    { preferences: { warningAsError: true } },
  );
  expect(
    await client.records.salesOrder?.transformFrom(
      { type: "customer", internalId: "5" },
      (order) => {
        order.memo = "changed";
      },
    ),
  ).toEqual(ref);
  expect(requests).toMatchObject([
    {
      operation: "initialize",
      body: {
        initializeRecord: {
          type: "salesOrder",
          reference: { type: "customer", internalId: "5" },
        },
      },
    },
    {
      operation: "add",
      header: {
        preferences: { ignoreReadOnlyFields: true, warningAsError: true },
      },
      body: { record: { $type: "SalesOrder", memo: "changed" } },
    },
  ]);
});

test("what the schema does not have is not there", async () => {
  const { client } = await openAccount(folder.package, () => "reset");
  const { records, searches } = client;
  expect(Object.keys(records)).toEqual(
    Object.keys(
      (folder.package as unknown as { recordTypes: object }).recordTypes,
    ),
  );
  expect(Object.keys(searches)).toEqual([
    "contact",
    "customRecord",
    "customer",
    "file",
    "item",
    "transaction",
  ]);
  expect("customer" in records).toBe(true);
  expect("custmer" in records).toBe(false);
  expect(records.currency && "search" in records.currency).toBe(false);
  expect(records.customer && "transformFrom" in records.customer).toBe(false);
  expect(() => records.custmer).toThrow(
    /^client\.records has no custmer\. The nearest names are customer, /,
  );
  expect(() => searches.Customer).toThrow(
    /^client\.searches has no Customer\. The nearest names are customer, /,
  );
  expect(await Promise.resolve(records)).toBe(records);
  expect(JSON.stringify(client)).not.toContain("customer");
});
