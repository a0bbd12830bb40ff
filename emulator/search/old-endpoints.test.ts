import { expect, onTestFinished, test } from "vitest";
import { createTypeNames } from "../../generator/emit/names.js";
import { formatDescriptor } from "../../generator/model/index.js";
import { readSchema } from "../../generator/read/index.js";
import { schema as newest } from "../../generated/netsuite-2025-2/index.js";
import { schema as sample } from "../../generated/sample/index.js";
import {
  defineSchema,
  type NetSuiteSchema,
} from "../../runtime/codegen-v1/index.js";
import { NetSuiteClientBase, unknownElements } from "../../runtime/index.js";
import { wsdlSet } from "../../test/wsdl-sets.js";
import { startEmulator } from "../index.js";
import { accountData, NOON } from "./fixtures/account-data.js";
import { valuesNamed } from "./fixtures/values-named.js";
import { findSearchedTypes } from "./searched-types.js";
import { findDateSpan } from "./operators/date-span.js";

/** A client of any schema. */
class AnyClient extends NetSuiteClientBase {
  async ask(operation: string, request: object): Promise<object> {
    const answer = await this.call<object>(operation, request);
    expect([...unknownElements(answer)]).toEqual([]);
    return answer;
  }

  async find(searchRecord: object, pageSize = 1000): Promise<unknown> {
    const answer = await this.call<object>(
      "search",
      { searchRecord },
      {
        searchPreferences: { pageSize },
      },
    );
    expect([...unknownElements(answer)]).toEqual([]);
    return answer;
  }
}

async function describeSet(name: string): Promise<NetSuiteSchema | null> {
  const path = wsdlSet(name);
  if (path === null) return null;
  const model = await readSchema(path);
  const names = createTypeNames(model);
  return defineSchema(formatDescriptor(model, { names, long: "number" }));
}

const ANN = { email: "ann@example.com", password: "secret" };
const BOB = { email: "bob@example.com", password: "secret" };

/** A client of an older schema, on the data that the newest one wrote. */
async function open(schema: NetSuiteSchema): Promise<AnyClient> {
  const connect = await start(schema);
  return connect(ANN);
}

/** Starts an emulator of an older schema, and gives what opens a user's client of it. */
async function start(
  schema: NetSuiteSchema,
): Promise<(user: typeof ANN) => AnyClient> {
  const hasPassport = schema.elementsNamed("passport").length > 0;
  const emulator = await startEmulator({
    schema: [newest, schema],
    seed: accountData,
    users: [ANN, BOB],
    now: () => NOON,
  });
  const { account, endpoint } = emulator.connection;
  onTestFinished(() => emulator.close());
  return (user) => {
    const client = new AnyClient(schema, {
      ...(hasPassport ? { account, endpoint, ...user } : emulator.connection),
      maxRetries: 0,
      now: () => NOON.getTime(),
    });
    onTestFinished(() => client.close());
    return client;
  };
}

const sets = ["v2013_2", "v2019_2", "v2023_2"] as const;

test.each(["sample", ...sets])(
  "searches of %s find what the newest version wrote",
  { timeout: 60_000 },
  async (name) => {
    const schema = name === "sample" ? sample : await describeSet(name);
    if (!schema) return;
    const client = await open(schema);
    const is = (searchValue: string) => ({ operator: "is", searchValue });
    expect(
      await client.find({
        $type: "CustomerSearch",
        basic: { email: { operator: "contains", searchValue: "acme" } },
        contactJoin: { entityId: is("dan") },
      }),
    ).toMatchObject({
      searchResult: {
        totalRecords: 1,
        recordList: { record: [{ $type: "Customer", internalId: "21" }] },
      },
    });
    expect(
      await client.find({
        $type: "TransactionSearchBasic",
        type: { operator: "anyOf", searchValue: ["_salesOrder"] },
        tranDate: { operator: "on", predefinedSearchValue: "today" },
      }),
    ).toMatchObject({
      searchResult: {
        recordList: { record: [{ $type: "SalesOrder", tranId: "SO51" }] },
      },
    });
    expect(
      await client.find({
        $type: "ItemSearchAdvanced",
        criteria: { basic: { itemId: is("bolt") } },
        columns: { basic: { internalId: [{}], type: [{}] } },
      }),
    ).toMatchObject({
      searchResult: {
        searchRowList: {
          searchRow: [
            {
              $type: "ItemSearchRow",
              basic: {
                internalId: [{ searchValue: { internalId: "41" } }],
                type: [{ searchValue: "_inventoryItem" }],
              },
            },
          ],
        },
      },
    });
    expect(
      await client.ask("getSavedSearch", {
        record: { searchType: "transaction" },
      }),
    ).toMatchObject({
      getSavedSearchResult: {
        totalRecords: 1,
        recordRefList: { recordRef: [{ internalId: "303", name: "Orders" }] },
      },
    });
  },
);

test("searchMore and searchNext go on with the user's last search", async () => {
  const schema = await describeSet("v2013_2");
  if (!schema) return;
  const connect = await start(schema);
  const client = connect(ANN);
  const failed = {
    searchResult: {
      status: {
        isSuccess: false,
        statusDetail: [{ code: "INVALID_SEARCH_MORE" }],
      },
    },
  };
  expect(await client.ask("searchNext", {})).toMatchObject(failed);
  expect(await client.ask("searchMore", { pageIndex: 1 })).toMatchObject(
    failed,
  );
  await client.ask("addList", {
    record: Array.from({ length: 9 }, (_, at) => ({
      $type: "Customer",
      companyName: `More ${at}`,
    })),
  });
  await client.find({ $type: "CustomerSearchBasic" }, 5);
  const page = (pageIndex: number) => ({
    searchResult: { totalRecords: 11, totalPages: 3, pageIndex },
  });
  expect(await client.ask("searchNext", {})).toMatchObject(page(2));
  await connect(BOB).find({ $type: "ContactSearchBasic" });
  expect(await client.ask("searchNext", {})).toMatchObject(page(3));
  expect(await client.ask("searchMore", { pageIndex: 2 })).toMatchObject(
    page(2),
  );
  expect(await client.ask("searchMore", { pageIndex: 4 })).toMatchObject({
    searchResult: { status: { isSuccess: false } },
  });
});

test("custom fields of old versions are named by internalId", async () => {
  const schema = await describeSet("v2013_2");
  if (!schema) return;
  const client = await open(schema);
  expect(
    await client.find({
      $type: "CustomerSearchAdvanced",
      criteria: {
        basic: {
          customFieldList: {
            customField: [
              {
                $type: "SearchStringCustomField",
                internalId: "custentity_region",
                operator: "is",
                searchValue: "north-west",
              },
            ],
          },
        },
      },
      columns: {
        basic: {
          customFieldList: {
            customField: [
              {
                $type: "SearchColumnLongCustomField",
                internalId: "custentity_score",
              },
            ],
          },
        },
      },
    }),
  ).toMatchObject({
    searchResult: {
      searchRowList: {
        searchRow: [
          {
            basic: {
              customFieldList: {
                customField: [
                  { internalId: "custentity_score", searchValue: 42 },
                ],
              },
            },
          },
        ],
      },
    },
  });
});

test("a search id is known to the version that it was given by only", async () => {
  const client = await open(sample);
  // The match below has found the id.
  const { searchResult } = (await client.find({
    $type: "CustomerSearchBasic",
  })) as { searchResult: { searchId: string } };
  expect(searchResult).toMatchObject({ status: { isSuccess: true } });
  expect(
    await client.ask("searchMoreWithId", {
      searchId: searchResult.searchId,
      pageIndex: 1,
    }),
  ).toMatchObject({ searchResult: { totalRecords: 2 } });
});

test.each(sets)("every SearchDate of %s means something", async (name) => {
  const schema = await describeSet(name);
  if (!schema) return;
  const names = valuesNamed(schema, "SearchDate");
  expect(names.length).toBeGreaterThan(100);
  expect(names.filter((each) => !findDateSpan(each, NOON))).toEqual([]);
});

test.each(sets)(
  "each search of %s looks at records, but for that of group members",
  async (name) => {
    const schema = await describeSet(name);
    if (!schema) return;
    const without = valuesNamed(schema, "SearchRecordType").filter(
      (each) =>
        findSearchedTypes(schema, each.charAt(0).toUpperCase() + each.slice(1))
          .length === 0,
    );
    expect(without.filter((each) => each !== "groupMember")).toEqual([]);
  },
);
