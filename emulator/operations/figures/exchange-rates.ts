import { fromDate, toDate } from "nsgen-runtime";
import { capitalize } from "nsgen-runtime/codegen-v1";
import type { Account } from "../../account/account.js";
import { SUCCESS } from "../../faults/status.js";
import { nameOf } from "../../records/name-of.js";
import {
  numberIn,
  propertiesIn,
  textIn,
  type Properties,
} from "../../schema/properties.js";
import { fitResult } from "../fit-result.js";
import type { Call, Operation } from "../operation.js";
import { isSameRecord } from "../reference.js";

/** `getBudgetExchangeRate`: the seed's, by period and subsidiaries. */
export const getBudgetExchangeRate: Operation = (call) => ({
  getBudgetExchangeRateResult: selectRates(
    call,
    "budgetExchangeRate",
    call.account.seed.budgetExchangeRates,
  ),
});

/** `getConsolidatedExchangeRate`, which endpoints have until 2017.1: the seed's, by period and subsidiaries. */
export const getConsolidatedExchangeRate: Operation = (call) => ({
  getConsolidatedExchangeRateResult: selectRates(
    call,
    "consolidatedExchangeRate",
    call.account.seed.consolidatedExchangeRates,
  ),
});

/** `getCurrencyRate`: the last rate of each pair of currencies that was in effect at a time; default now. */
export const getCurrencyRate: Operation = (call) => {
  const filter = propertiesIn(call.request, "currencyRateFilter") ?? {};
  const given = textIn(filter, "effectiveDate");
  const at = given === undefined ? call.account.now() : toDate(given);
  const rates = new Map<string, CurrencyRate>();
  for (const rate of [
    ...ratesOfCurrencies(call.account, at),
    ...recordedRates(call.account, at),
  ])
    if (fits(filter, { ...rate })) rates.set(pairOf(rate), rate);
  return {
    getCurrencyRateResult: {
      status: SUCCESS,
      currencyRateList: { currencyRate: [...rates.values()] },
    },
  };
};

interface CurrencyRate {
  readonly baseCurrency: Properties;
  readonly fromCurrency: Properties;
  readonly exchangeRate: number;
  readonly effectiveDate: string;
}

function pairOf({ baseCurrency, fromCurrency }: CurrencyRate): string {
  return [baseCurrency, fromCurrency]
    .map((each) => textIn(each, "internalId") ?? "")
    .join(" ");
}

/** What currency rate records say that are in effect, the latest last. */
function recordedRates({ records }: Account, at: Date): CurrencyRate[] {
  return [...records.inBucket("CurrencyRate")]
    .map(({ value }) => ({
      baseCurrency: propertiesIn(value, "baseCurrency") ?? {},
      fromCurrency: propertiesIn(value, "transactionCurrency") ?? {},
      exchangeRate: numberIn(value, "exchangeRate") ?? 1,
      effectiveDate: textIn(value, "effectiveDate") ?? fromDate(at),
    }))
    .filter(({ effectiveDate }) => toDate(effectiveDate) <= at)
    .sort((a, b) => +toDate(a.effectiveDate) - +toDate(b.effectiveDate));
}

/** What currencies themselves say against the base currency: it holds where no record of the pair says otherwise. */
function ratesOfCurrencies({ records }: Account, at: Date): CurrencyRate[] {
  const currencies = [...records.inBucket("Currency")].map(
    ({ value }) => value,
  );
  const base = currencies.find((each) => each["isBaseCurrency"] === true);
  return currencies.flatMap((each) => {
    const exchangeRate = numberIn(each, "exchangeRate");
    return base && exchangeRate !== undefined
      ? [
          {
            baseCurrency: refTo(base),
            fromCurrency: refTo(each),
            exchangeRate,
            effectiveDate: fromDate(at),
          },
        ]
      : [];
  });
}

function refTo(currency: Properties): Properties {
  const name = nameOf(currency);
  return {
    internalId: textIn(currency, "internalId"),
    type: "currency",
    ...(name !== null && { name }),
  };
}

/** The rates of a seed that a filter lets through, under the schema's names for them. */
function selectRates(
  { schema, request }: Call,
  element: string,
  rates: readonly Properties[] = [],
): Properties {
  const filter = propertiesIn(request, `${element}Filter`) ?? {};
  const found = rates.filter((rate) => fits(filter, rate));
  return fitResult(schema, `Get${capitalize(element)}Result`, {
    status: SUCCESS,
    ...(found.length > 0 && { [`${element}List`]: { [element]: found } }),
  });
}

/** Whether a rate names what the references of a filter do. */
function fits(filter: Properties, rate: Properties): boolean {
  return Object.keys(filter).every((name) => {
    const wanted = propertiesIn(filter, name);
    const found = propertiesIn(rate, name);
    return !wanted || (found !== undefined && isSameRecord(wanted, found));
  });
}
