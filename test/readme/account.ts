import {
  DEFAULT_TOKEN,
  startEmulator,
  type Emulator,
  type Seed,
} from "../../emulator/index.js";
import { schema } from "../../generated/netsuite-2025-2/index.js";
import { fromDate, toDate } from "../../runtime/index.js";

const DAY_MS = 86_400_000;

/** What the examples write where a secret would stand. */
const PLACEHOLDER = {
  consumerKey: "…",
  consumerSecret: "…",
  tokenId: "…",
  tokenSecret: "…",
};

/**
 * Starts the account that the examples find, as new: the first `getServerTime` is refused because too many requests are
 * under way, and the first search is lost after its first page.
 */
export function startAccount(): Promise<Emulator> {
  return startEmulator({
    schema,
    account: "1234567_SB1",
    tokens: [DEFAULT_TOKEN, PLACEHOLDER],
    seed: createSeed(new Date()),
    settings: { concurrencyLimit: 10, jobDelayMs: 0 },
    faults: [
      {
        operation: "getServerTime",
        nth: 1,
        effect: "fault",
        code: "WS_REQUEST_BLOCKED",
      },
      { operation: "searchMoreWithId", nth: 1, effect: "loseSearchId" },
    ],
  });
}

/** The connection to an account as an environment, which `NetSuiteClient.fromEnv` reads. */
export function environmentOf({
  connection,
}: Emulator): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(connection).map(([name, value]) => [
      `NETSUITE_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`,
      String(value),
    ]),
  );
}

/** Three customers, a sales order and six contacts, whose ids reach to 100; a saved search of orders. */
function createSeed(now: Date): Seed {
  return {
    records: [
      ...createCustomers(now),
      ORDER,
      ...["Ada", "Alan", "Barbara", "Edsger", "Grace", "Kurt"].map(
        (firstName, at) => ({
          $type: "Contact",
          internalId: String(95 + at),
          firstName,
        }),
      ),
    ],
    rules: { requiredFields: { customer: ["companyName"] } },
    savedSearches: [
      {
        internalId: "12",
        scriptId: "customsearch_open_orders",
        name: "Open orders",
        searchType: "transaction",
        criteria: { basic: { mainLine: { searchValue: true } } },
        columns: { basic: { tranId: [{}] } },
      },
    ],
  };
}

/** A discount makes its total less than one of its lines. */
const ORDER = {
  $type: "SalesOrder",
  internalId: "7",
  tranId: "SO-7",
  tranDate: "2017-02-20T22:00:00.000-08:00",
  entity: { internalId: "42" },
  total: 99.5,
  itemList: {
    item: [
      { item: { internalId: "10" }, quantity: 2, amount: 120 },
      { item: { internalId: "11" }, amount: -20.5 },
    ],
  },
  lastModifiedDate: "2024-05-06T07:08:09.000-07:00",
};

function createCustomers(now: Date): object[] {
  const monthStart = toDate(`${fromDate(now).slice(0, 7)}-01T00:00:00`);
  const lastMonth = {
    dateCreated: fromDate(new Date(monthStart.getTime() - 10 * DAY_MS)),
  };
  return [
    {
      $type: "Customer",
      internalId: "42",
      entityId: "CUST-42",
      companyName: "Acme",
      email: "info@acme.com",
      salesRep: { internalId: "5" },
      isInactive: false,
      ...lastMonth,
      customFieldList: {
        customField: [
          {
            $type: "BooleanCustomFieldRef",
            scriptId: "custentity_vip",
            value: true,
          },
          {
            $type: "SelectCustomFieldRef",
            scriptId: "custentity_region",
            value: { internalId: "3", name: "North" },
          },
          GOLD,
        ],
      },
    },
    {
      $type: "Customer",
      internalId: "43",
      entityId: "CUST-43",
      companyName: "Acme Sons",
      email: "sons@acme.com",
      salesRep: { internalId: "6" },
      isInactive: false,
      ...lastMonth,
      customFieldList: { customField: [GOLD] },
    },
    {
      $type: "Customer",
      internalId: "44",
      entityId: "CUST-44",
      companyName: "Globex",
      email: "info@globex.com",
    },
  ];
}

const GOLD = {
  $type: "StringCustomFieldRef",
  scriptId: "custentity_tier",
  value: "gold",
};
