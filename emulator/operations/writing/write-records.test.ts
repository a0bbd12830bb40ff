import { expect, test } from "vitest";
import type { NetSuiteRecord } from "../../../generated/netsuite-2025-2/index.js";
import type { EmulatorOptions } from "../../index.js";
import type { Seed } from "../../seed/seed.js";
import { openClient } from "../fixtures/open-client.js";

const SAVED = {
  isSuccess: true,
  statusDetail: [{ afterSubmitFailed: false }],
};

test("an add answers with the new record's reference, and refuses ids that are taken or given", async () => {
  const { client } = await openClient();
  const customer = { $type: "Customer", companyName: "Acme" } as const;
  const { writeResponse } = await client.add({
    record: { ...customer, externalId: "crm-7" },
  });
  const internalId = refOf(writeResponse).internalId;
  expect(writeResponse).toEqual({
    status: SAVED,
    baseRef: {
      $type: "RecordRef",
      internalId,
      externalId: "crm-7",
      type: "customer",
    },
  });
  const rows: [NetSuiteRecord, string, string, object | undefined][] = [
    [
      { ...customer, externalId: "CRM-7" },
      "DUP_RCRD",
      "This record already exists.",
      { $type: "RecordRef", externalId: "CRM-7", type: "customer" },
    ],
    [
      { ...customer, internalId: "1225" },
      "INVALID_INTERNALID",
      "The specified internal id is not allowed.",
      { $type: "RecordRef", internalId: "1225", type: "customer" },
    ],
  ];
  for (const [record, code, message, baseRef] of rows)
    expect((await client.add({ record })).writeResponse).toEqual({
      status: {
        isSuccess: false,
        statusDetail: [{ type: "ERROR", code, message }],
      },
      baseRef,
    });
  // External ids are unique within a type.
  const vendor = await client.add({
    record: { $type: "Vendor", companyName: "Acme", externalId: "crm-7" },
  });
  expect(vendor.writeResponse.status.isSuccess).toBe(true);
});

test("a list keeps its order, and one refusal does not touch the others", async () => {
  const { client } = await openClient();
  const { writeResponseList } = await client.upsertList({
    record: ["a", "", "b", "A"].map((externalId) => ({
      $type: "Customer",
      companyName: "Acme",
      ...(externalId && { externalId }),
    })),
  });
  const { status, writeResponse } = writeResponseList;
  expect(status).toEqual({ isSuccess: true });
  expect(
    writeResponse.map((each) => each.status.statusDetail?.[0]?.code ?? "saved"),
  ).toEqual(["saved", "EXTERNALID_REQD", "saved", "saved"]);
  expect(refOf(writeResponse[3]).internalId).toBe(
    refOf(writeResponse[0]).internalId,
  );
});

test("an upsert is refused with an internal id, and for records that have no external id", async () => {
  const { client } = await openClient();
  const rows: [NetSuiteRecord, string][] = [
    [{ $type: "Customer", internalId: "1", externalId: "x" }, "USER_ERROR"],
    [{ $type: "State", shortname: "CA" }, "INVALID_RCRD_TYPE"],
  ];
  for (const [record, code] of rows) {
    const { writeResponse } = await client.upsert({ record });
    expect(writeResponse.status.statusDetail?.[0]?.code).toBe(code);
  }
});

test("an update changes what it gives, clears what it nulls, and keeps the rest", async () => {
  let aheadMs = 0;
  const { client } = await openClient(
    {},
    {
      now: () => new Date(Date.now() + aheadMs),
    },
  );
  const { customer } = client.records;
  const { internalId = "" } = await customer.add({
    companyName: "Acme",
    phone: "1",
    comments: "old",
    email: "a@example.com",
    customFieldList: {
      customField: [
        { $type: "StringCustomFieldRef", scriptId: "custentity_a", value: "a" },
        { $type: "StringCustomFieldRef", scriptId: "custentity_b", value: "b" },
      ],
    },
  });
  const before = await customer.get(internalId);
  expect(before.entityId).toBe("Acme");
  expect(before.lastModifiedDate).toBe(before.dateCreated);
  aheadMs = 60_000;
  await client.update({
    record: { ...before, lastModifiedDate: "2001-01-01T00:00:00Z" },
  });
  expect(await customer.get(internalId)).toEqual(before);
  await client.update({
    record: {
      $type: "Customer",
      internalId,
      phone: null,
      comments: "",
      nullFieldList: { name: ["custentity_a", "custentity_unset"] },
      customFieldList: {
        customField: [
          {
            $type: "StringCustomFieldRef",
            scriptId: "custentity_b",
            value: "new",
          },
        ],
      },
    },
  });
  const after = await customer.get(internalId);
  expect(after).toEqual({
    ...before,
    phone: undefined,
    comments: "",
    lastModifiedDate: after.lastModifiedDate,
    customFieldList: {
      customField: [
        {
          $type: "StringCustomFieldRef",
          scriptId: "custentity_b",
          value: "new",
        },
      ],
    },
  });
  expect(after.lastModifiedDate).not.toBe(before.lastModifiedDate);
});

test.each(["customForm", "noSuchField"])(
  "%s cannot be set to null",
  async (name) => {
    const { client } = await openClient();
    const { internalId = "" } = await client.records.customer.add({});
    const { writeResponse } = await client.update({
      record: {
        $type: "Customer",
        internalId,
        nullFieldList: { name: [name] },
      },
    });
    expect(writeResponse.status.statusDetail).toEqual([
      {
        type: "ERROR",
        code: "INVALID_FIELD_NAME_FOR_NULL",
        message: `The field ${name} of Customer cannot be set to null.`,
      },
    ]);
  },
);

test("an update finds its record by external id, and may change that", async () => {
  const { client } = await openClient();
  const { customer } = client.records;
  const { internalId = "" } = await customer.add({ externalId: "a" });
  await customer.add({ externalId: "b" });
  const by = async (record: object): Promise<string | undefined> => {
    const { writeResponse } = await client.update({
      record: { $type: "Customer", ...record },
    });
    return writeResponse.status.statusDetail?.[0]?.code;
  };
  expect(await by({ externalId: "A", phone: "2" })).toBeUndefined();
  expect((await customer.get(internalId)).phone).toBe("2");
  expect(await by({ internalId, externalId: "B" })).toBe("DUP_RCRD");
  expect(await by({ internalId, externalId: "c" })).toBeUndefined();
  expect(await by({ externalId: "a" })).toBe("RCRD_DSNT_EXIST");
  expect(await by({})).toBe("KEY_REQD");
});

test("what was deleted is gone", async () => {
  const { client } = await openClient();
  const { internalId = "" } = await client.records.file.add({
    name: "a.txt",
    content: new Uint8Array([1, 2, 3]),
  });
  const file = { $type: "RecordRef", type: "file", internalId } as const;
  const found = await client.get({ baseRef: file });
  expect(found.readResponse.record).toMatchObject({
    content: new Uint8Array([1, 2, 3]),
  });
  const { writeResponseList } = await client.deleteList({
    baseRef: [file, file],
    deletionReason: { deletionReasonCode: { internalId: "1" } },
  });
  expect(writeResponseList.writeResponse).toEqual([
    { status: { isSuccess: true }, baseRef: file },
    {
      status: {
        isSuccess: false,
        statusDetail: [
          {
            type: "ERROR",
            code: "RCRD_DSNT_EXIST",
            message: "That record does not exist.",
          },
        ],
      },
      baseRef: file,
    },
  ]);
});

const RULES: readonly (readonly [
  string,
  NonNullable<Seed["rules"]>,
  NetSuiteRecord,
  string,
  string,
])[] = [
  [
    "a required field",
    {
      requiredFields: { customer: ["companyName", "custentity_sales_region"] },
    },
    { $type: "Customer", phone: "1" },
    "USER_ERROR",
    "Please enter value(s) for: Company Name, Sales Region",
  ],
  [
    "a read-only field",
    { readOnlyFields: { customer: ["balance"] } },
    { $type: "Customer", balance: 1 },
    "INSUFFICIENT_PERMISSION",
    "You do not have permissions to set a value for element balance due to one of the following reasons: 1) The field is read-only; 2) An associated feature is disabled; 3) The field is available either when a record is created or updated, but not in both cases.",
  ],
  [
    "an entity's name",
    { uniqueNames: ["customer"] },
    { $type: "Customer", companyName: "TAKEN" },
    "DUP_ENTITY",
    "This entity already exists.",
  ],
  [
    "an item's name",
    { uniqueNames: ["inventoryItem"] },
    { $type: "InventoryItem", itemId: "Taken" },
    "DUP_ITEM",
    "This item already exists.",
  ],
  [
    "a reference",
    { checkedReferences: ["salesRep"] },
    { $type: "Customer", companyName: "A", salesRep: { internalId: "999" } },
    "INVALID_KEY_OR_REF",
    "Invalid salesRep reference key 999.",
  ],
];

test.each(RULES)(
  "the rules hold a record to %s",
  async (_, rules, record, code, message) => {
    const { client, emulator } = await openClient();
    expect((await client.add({ record })).writeResponse.status).toEqual(SAVED);
    await emulator.close();
    const strict = await openClient({ rules });
    await strict.client.addList({
      record: [
        {
          $type: "Customer",
          companyName: "Taken",
          customFieldList: {
            customField: [
              {
                $type: "StringCustomFieldRef",
                scriptId: "custentity_sales_region",
                value: "EMEA",
              },
            ],
          },
        },
        { $type: "InventoryItem", itemId: "taken" },
      ],
    });
    const { writeResponse } = await strict.client.add({ record });
    expect(writeResponse.status).toEqual({
      isSuccess: false,
      statusDetail: [{ type: "ERROR", code, message }],
    });
  },
);

test("preferences soften the rules for read-only and custom fields", async () => {
  const { client, emulator } = await openClient({
    rules: {
      readOnlyFields: { customer: ["balance"] },
      requiredFields: { customer: ["custentity_region"] },
    },
  });
  const { writeResponse } = await client.add(
    { record: { $type: "Customer", companyName: "Acme", balance: 7 } },
    {
      preferences: {
        ignoreReadOnlyFields: true,
        disableMandatoryCustomFieldValidation: true,
      },
    },
  );
  expect(writeResponse.status).toEqual(SAVED);
  const [found] = emulator.records.list("customer");
  expect(found).toMatchObject({ companyName: "Acme" });
  expect(found).not.toHaveProperty("balance");
});

test("a record with a warning is saved, unless warnings are errors", async () => {
  const message = "You have only 0 available at this location.";
  const { client, emulator } = await openClient({
    rules: { warnings: { salesOrder: [message] } },
  });
  const record = { $type: "SalesOrder" } as const;
  const { writeResponse } = await client.add({ record });
  expect(writeResponse.status).toEqual({
    isSuccess: true,
    statusDetail: [{ type: "WARN", code: "WARNING", message }],
  });
  const refused = await client.add(
    { record },
    { preferences: { warningAsError: true } },
  );
  expect(refused.writeResponse.status).toEqual({
    isSuccess: false,
    statusDetail: [{ type: "ERROR", code: "WARNING", message }],
  });
  expect(emulator.records.list("salesOrder")).toHaveLength(1);
});

const FAILING: readonly (readonly [string, Partial<EmulatorOptions>])[] = [
  ["a rule", { seed: { rules: { afterSubmitFailed: ["customer"] } } }],
  ["a fault", { faults: [{ effect: "afterSubmitFailed" }] }],
];

test.each(FAILING)(
  "by %s, a record is saved and reported as failed after that",
  async (_, options) => {
    const { client, emulator } = await openClient({}, options);
    const { writeResponse } = await client.add({
      record: { $type: "Customer", companyName: "Acme" },
    });
    expect(writeResponse.status).toMatchObject({
      isSuccess: false,
      statusDetail: [{ type: "ERROR", afterSubmitFailed: true }],
    });
    const { internalId = "" } = refOf(writeResponse);
    expect(emulator.records.get("customer", internalId)).toMatchObject({
      companyName: "Acme",
    });
  },
);

test("a role's forbidden records are neither written nor read", async () => {
  const token = {
    consumerKey: "key",
    consumerSecret: "secret",
    tokenId: "id",
    tokenSecret: "hidden",
    role: { forbiddenRecords: ["customer"] },
  };
  const { client, emulator } = await openClient({}, { tokens: [token] });
  const internalId = emulator.records.add({ $type: "Customer" });
  const message =
    "Permission Violation: You need a higher level of the 'customer' permission to access this page. Please contact your account administrator.";
  const refused = {
    isSuccess: false,
    statusDetail: [{ type: "ERROR", code: "INSUFFICIENT_PERMISSION", message }],
  };
  const baseRef = { $type: "RecordRef", type: "customer", internalId } as const;
  const { writeResponse } = await client.delete({ baseRef });
  expect(writeResponse).toEqual({ status: refused, baseRef });
  const { readResponse } = await client.get({ baseRef });
  expect(readResponse).toEqual({ status: refused });
});

test("custom records are kept by their type, whichever id names it", async () => {
  const { client, emulator } = await openClient();
  const typeId = emulator.records.add({
    $type: "CustomRecordType",
    recordName: "Car",
    scriptId: "customrecord_car",
  });
  const { writeResponse } = await client.add({
    record: {
      $type: "CustomRecord",
      recType: { $type: "CustomizationRef", scriptId: "customrecord_car" },
      externalId: "x",
      name: "Beetle",
    },
  });
  const { internalId = "" } = refOf(writeResponse);
  expect(writeResponse.baseRef).toEqual({
    $type: "CustomRecordRef",
    internalId,
    externalId: "x",
    typeId,
  });
  for (const type of [{ typeId }, { scriptId: "CUSTOMRECORD_CAR" }]) {
    const { readResponse } = await client.get({
      baseRef: { $type: "CustomRecordRef", ...type, externalId: "X" },
    });
    expect(readResponse.record).toMatchObject({ internalId, name: "Beetle" });
  }
  const other = await client.get({
    baseRef: { $type: "CustomRecordRef", typeId: "999", internalId },
  });
  expect(other.readResponse.status.statusDetail?.[0]?.code).toBe(
    "RCRD_DSNT_EXIST",
  );
});

test("customizations are found by script id", async () => {
  const { client, emulator } = await openClient();
  emulator.records.add({
    $type: "EntityCustomField",
    scriptId: "custentity_region",
    label: "Region",
  });
  const { readResponse } = await client.get({
    baseRef: {
      $type: "CustomizationRef",
      type: "entityCustomField",
      scriptId: "custentity_region",
    },
  });
  expect(readResponse.record).toMatchObject({ label: "Region" });
});

function refOf(
  response: { readonly baseRef?: object | undefined } | undefined,
): { readonly internalId?: string } {
  return response?.baseRef ?? {};
}
