import { expect, test } from "vitest";
import { openClient } from "../fixtures/open-client.js";

const item = { internalId: "57", type: "inventoryItem", name: "CD-R" } as const;
const stock = [
  {
    item,
    locationId: { internalId: "1", type: "location" },
    lastQtyAvailableChange: "2022-05-05T03:40:06.000-07:00",
    quantityOnHand: 264,
  },
  {
    item,
    locationId: { internalId: "2", type: "location" },
    lastQtyAvailableChange: "2020-04-27T08:38:20.000-07:00",
    quantityOnHand: -1,
  },
];
const inStore = {
  $type: "InventoryItem",
  internalId: "58",
  itemId: "DVD",
  locationsList: {
    locations: [
      {
        location: "East",
        locationId: { internalId: "1" },
        quantityOnHand: 3,
        quantityAvailable: 2,
        averageCostMli: 7,
      },
    ],
  },
};

test.each([
  ["57", undefined, [264, -1]],
  ["57", "2021-01-01T00:00:00.000-08:00", [264]],
  ["58", undefined, [3]],
  ["59", undefined, undefined],
])("the availability of item %s since %s", async (internalId, since, want) => {
  const { client } = await openClient({
    records: [inStore],
    itemAvailability: stock,
  });
  const { getItemAvailabilityResult } = await client.getItemAvailability({
    itemAvailabilityFilter: {
      item: { recordRef: [{ internalId }] },
      ...(since !== undefined && { lastQtyAvailableChange: since }),
    },
  });
  expect(getItemAvailabilityResult.status).toEqual({ isSuccess: true });
  expect(
    getItemAvailabilityResult.itemAvailabilityList?.itemAvailability.map(
      ({ quantityOnHand }) => quantityOnHand,
    ),
  ).toEqual(want);
});

const dollar = { internalId: "1" };
const euro = { internalId: "2" };
const rates = [
  {
    $type: "Currency",
    ...dollar,
    name: "US Dollar",
    isBaseCurrency: true,
    exchangeRate: 1,
  },
  { $type: "Currency", ...euro, name: "Euro", exchangeRate: 1.1 },
  ...[
    ["2025-01-01", 1.2],
    ["2025-03-01", 1.4],
    ["2025-02-01", 1.3],
  ].map(([day, exchangeRate], at) => ({
    $type: "AccountingCurrencyRate",
    internalId: String(10 + at),
    baseCurrency: dollar,
    transactionCurrency: euro,
    exchangeRate,
    effectiveDate: `${day}T00:00:00.000-08:00`,
  })),
];

test.each([
  ["2024-12-31T00:00:00-08:00", 1.1],
  ["2025-02-15T00:00:00-08:00", 1.3],
  ["2025-06-01T00:00:00-07:00", 1.4],
])("the rate of a currency at %s", async (effectiveDate, want) => {
  const { client } = await openClient({ records: rates });
  const { getCurrencyRateResult } = await client.getCurrencyRate({
    currencyRateFilter: {
      baseCurrency: dollar,
      fromCurrency: euro,
      effectiveDate,
    },
  });
  expect(
    getCurrencyRateResult.currencyRateList?.currencyRate?.map(
      ({ exchangeRate }) => exchangeRate,
    ),
  ).toEqual([want]);
});

test("budget exchange rates are the seed's, by period and subsidiaries", async () => {
  const rate = (period: string, currentRate: number) => ({
    period: { internalId: period },
    fromSubsidiary: { internalId: "3" },
    toSubsidiary: { internalId: "1" },
    currentRate,
  });
  const { client } = await openClient({
    budgetExchangeRates: [rate("100", 1.5), rate("101", 1.6)],
  });
  const ask = async (period: string, fromSubsidiary: string) => {
    const { getBudgetExchangeRateResult } = await client.getBudgetExchangeRate({
      budgetExchangeRateFilter: {
        period: { internalId: period },
        fromSubsidiary: { internalId: fromSubsidiary },
      },
    });
    return getBudgetExchangeRateResult.budgetExchangeRateList
      ?.budgetExchangeRate;
  };
  expect(await ask("101", "3")).toEqual([rate("101", 1.6)]);
  expect(await ask("101", "4")).toBeUndefined();
});

const postings = [
  { account: { internalId: "1" }, period: { internalId: "7" }, amount: 10 },
  { account: { internalId: "1" }, period: { internalId: "8" }, amount: 5 },
  { account: { internalId: "2" }, amount: -15 },
];
const journal = {
  $type: "JournalEntry",
  internalId: "900",
  postingPeriod: { internalId: "7" },
  lineList: {
    line: [
      { account: { internalId: "1" }, debit: 3 },
      { account: { internalId: "2" }, credit: 3 },
    ],
  },
};

test.each([
  [
    { account: true },
    {},
    [
      ["1", undefined, 18],
      ["2", undefined, -18],
    ],
  ],
  [
    { account: true, period: true },
    { account: { recordRef: [{ internalId: "1" }] } },
    [
      ["1", "7", 13],
      ["1", "8", 5],
    ],
  ],
  [
    { account: true },
    { period: { recordRef: [{ internalId: "-1" }] } },
    [["2", undefined, -15]],
  ],
])("postings by %j, filtered by %j", async (fields, filters, want) => {
  const { client } = await openClient({ records: [journal], postings });
  const { getPostingTransactionSummaryResult: result } =
    await client.getPostingTransactionSummary({
      fields,
      filters,
      pageIndex: 1,
    });
  expect(
    result.postingTransactionSummaryList?.postingTransactionSummary.map(
      ({ account, period, amount }) => [
        account?.internalId,
        period?.internalId,
        amount,
      ],
    ),
  ).toEqual(want);
  expect(result).toMatchObject({ totalRecords: want.length, totalPages: 1 });
});
