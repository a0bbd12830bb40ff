import { expect, onTestFinished, test } from "vitest";
import { createTypeNames } from "../../generator/emit/names.js";
import { formatDescriptor } from "../../generator/model/index.js";
import { readSchema } from "../../generator/read/index.js";
import { NetSuiteClientBase, unknownElements } from "../../runtime/index.js";
import {
  defineSchema,
  type NetSuiteSchema,
} from "../../runtime/codegen-v1/index.js";
import { schema as newest } from "../../generated/netsuite-2025-2/index.js";
import { sampleWsdl, wsdlSet } from "../../test/wsdl-sets.js";
import { startEmulator, type Seed } from "../index.js";

/** A client of any schema. */
class AnyClient extends NetSuiteClientBase {
  ask(operation: string, request: object): Promise<object> {
    return this.call(operation, request);
  }
}

async function describeSet(path: string): Promise<NetSuiteSchema> {
  const model = await readSchema(path);
  const names = createTypeNames(model);
  return defineSchema(formatDescriptor(model, { names, long: "number" }));
}

/** The newest endpoint is served beside it, whose schema the seed may be of. */
async function open(path: string, seed: Seed): Promise<AnyClient> {
  const schema = await describeSet(path);
  const user = { email: "ann@example.com", password: "secret" };
  const hasPassport = schema.elementsNamed("passport").length > 0;
  const emulator = await startEmulator({
    schema: schema.version === newest.version ? schema : [schema, newest],
    seed,
    users: [user],
    settings: { jobDelayMs: 0 },
  });
  const { account, endpoint } = emulator.connection;
  const client = new AnyClient(
    schema,
    hasPassport ? { account, endpoint, ...user } : emulator.connection,
  );
  onTestFinished(async () => {
    await client.close();
    await emulator.close();
  });
  return client;
}

const ref = { internalId: "1" };
const rate = {
  period: ref,
  fromSubsidiary: ref,
  toSubsidiary: ref,
  currentRate: 1.5,
};
const seed: Seed = {
  records: [
    {
      $type: "Currency",
      internalId: "1",
      name: "US Dollar",
      isBaseCurrency: true,
      exchangeRate: 1,
    },
    {
      $type: "EntityCustomField",
      internalId: "11",
      scriptId: "custentity_region",
      label: "Region",
    },
    { $type: "Customer", internalId: "5", companyName: "Acme" },
  ],
  itemAvailability: [{ item: ref, quantityOnHand: 3 }],
  budgetExchangeRates: [rate],
  postings: [{ account: ref, book: ref, amount: 3 }],
};

/** What each operation is asked, and what must be in the answer. */
const requests: readonly (readonly [string, object, object])[] = [
  [
    "getAll",
    { record: { recordType: "currency" } },
    { getAllResult: { totalRecords: 1 } },
  ],
  ["getServerTime", {}, { getServerTimeResult: {} }],
  [
    "getDataCenterUrls",
    { account: "TSTDRV1234567" },
    { getDataCenterUrlsResult: { dataCenterUrls: {} } },
  ],
  [
    "getCustomizationId",
    {
      customizationType: { getCustomizationType: "entityCustomField" },
      includeInactives: true,
    },
    {
      getCustomizationIdResult: {
        customizationRefList: {
          customizationRef: [{ scriptId: "custentity_region", name: "Region" }],
        },
      },
    },
  ],
  [
    "getSelectValue",
    {
      fieldDescription: { recordType: "salesOrder", field: "currency" },
      pageIndex: 1,
    },
    {
      getSelectValueResult: {
        baseRefList: { baseRef: [{ name: "US Dollar" }] },
      },
    },
  ],
  [
    "getItemAvailability",
    { itemAvailabilityFilter: { item: { recordRef: [ref] } } },
    {
      getItemAvailabilityResult: {
        itemAvailabilityList: { itemAvailability: [{ quantityOnHand: 3 }] },
      },
    },
  ],
  [
    "getCurrencyRate",
    { currencyRateFilter: {} },
    {
      getCurrencyRateResult: {
        currencyRateList: { currencyRate: [{ exchangeRate: 1 }] },
      },
    },
  ],
  [
    "getBudgetExchangeRate",
    { budgetExchangeRateFilter: { period: ref } },
    {
      getBudgetExchangeRateResult: {
        budgetExchangeRateList: { budgetExchangeRate: [{ currentRate: 1.5 }] },
      },
    },
  ],
  [
    "getPostingTransactionSummary",
    { fields: { account: true }, pageIndex: 1 },
    {
      getPostingTransactionSummaryResult: {
        postingTransactionSummaryList: {
          postingTransactionSummary: [{ amount: 3 }],
        },
      },
    },
  ],
  [
    "changeEmail",
    { changeEmail: { currentPassword: "a", newEmail: "b", newEmail2: "b" } },
    { sessionResponse: { status: { isSuccess: true } } },
  ],
  [
    "changePassword",
    {
      changePassword: {
        currentPassword: "a",
        newPassword: "b",
        newPassword2: "b",
      },
    },
    { sessionResponse: { status: { isSuccess: true } } },
  ],
  [
    "getAccountGovernanceInfo",
    {},
    { getAccountGovernanceInfoResult: { accountConcurrencyLimit: 5 } },
  ],
];

const sets = [
  ["the sample", sampleWsdl],
  ["2013.2", wsdlSet("v2013_2")],
  ["2019.2", wsdlSet("v2019_2")],
] as const;

test.each(sets)(
  "operations of %s answer with what its schema has",
  { timeout: 60_000 },
  async (_, path) => {
    if (path === null) return;
    const schema = await describeSet(path);
    const client = await open(path, {
      ...seed,
      records: (seed.records ?? []).filter(
        (each) => "$type" in each && schema.typeOf(String(each.$type)),
      ),
    });
    for (const [operation, request, want] of requests) {
      if (!schema.operation(operation)) continue;
      const answer = await client.ask(operation, request);
      expect(answer, operation).toMatchObject(want);
      expect([...unknownElements(answer)], operation).toEqual([]);
    }
  },
);

test.each(sets)(
  "a job of %s adds, and what was deleted is told",
  { timeout: 60_000 },
  async (name, path) => {
    if (path === null) return;
    const client = await open(path, {});
    const submitted = await client.ask("asyncAddList", {
      record: [{ $type: "Customer", externalId: "a", companyName: "Acme" }],
    });
    expect(submitted).toMatchObject({
      asyncStatusResult: { status: "pending" },
    });
    // The match above has found the result.
    const { jobId } = (submitted as { asyncStatusResult: { jobId: string } })
      .asyncStatusResult;
    await expect
      .poll(() => client.ask("checkAsyncStatus", { jobId }))
      .toMatchObject({ asyncStatusResult: { status: "finished" } });
    const result = await client.ask("getAsyncResult", { jobId, pageIndex: 1 });
    expect(result).toMatchObject({
      asyncResult: {
        $type: "AsyncAddListResult",
        writeResponseList: { writeResponse: [{ status: { isSuccess: true } }] },
      },
    });
    await client.ask("delete", {
      baseRef: { $type: "RecordRef", type: "customer", externalId: "a" },
    });
    const deleted = await client.ask("getDeleted", {
      getDeletedFilter: {},
      ...(name !== "2013.2" && { pageIndex: 1 }),
    });
    expect(deleted).toMatchObject({
      getDeletedResult: {
        status: { isSuccess: true },
        deletedRecordList: {
          deletedRecord: [{ record: { type: "customer", name: "Acme" } }],
        },
      },
    });
    for (const answer of [result, deleted])
      expect([...unknownElements(answer)]).toEqual([]);
  },
);

test("single sign-on is a feature that the account has not", async () => {
  const path = wsdlSet("v2019_2");
  if (path === null) return;
  const client = await open(path, {});
  await expect(
    client.ask("ssoLogin", {
      ssoPassport: {
        authenticationToken: "t",
        partnerId: "p",
        partnerAccount: "a",
        partnerUserId: "u",
      },
    }),
  ).rejects.toMatchObject({
    netsuiteCode: "WS_FEATURE_REQD",
  });
});

test("consolidated exchange rates are the seed's, where there is the operation", async () => {
  const path = wsdlSet("v2013_2");
  if (path === null) return;
  const schema = await describeSet(path);
  const user = { email: "ann@example.com", password: "secret" };
  await using emulator = await startEmulator({
    schema,
    users: [user],
    seed: { consolidatedExchangeRates: [rate] },
  });
  const { account, endpoint } = emulator.connection;
  await using client = new AnyClient(schema, { account, endpoint, ...user });
  expect(
    await client.ask("getConsolidatedExchangeRate", {
      consolidatedExchangeRateFilter: { period: ref },
    }),
  ).toEqual({
    getConsolidatedExchangeRateResult: {
      status: { isSuccess: true },
      consolidatedExchangeRateList: { consolidatedExchangeRate: [rate] },
    },
  });
});
