import { expect, test } from "vitest";
import { schema } from "../../../generated/netsuite-2025-2/index.js";
import { createAccount } from "../../account/create-account.js";
import { createMemoryState } from "../../state/memory-state.js";
import { valuesNamed } from "../fixtures/values-named.js";
import { createPeriodTest } from "./create-period-test.js";

/** An account with a period for each month from January 2022 to December 2024, `2022-01` and so on, on 14 May 2024. */
const account = createAccount({
  id: "TSTDRV1234567",
  state: createMemoryState(),
  now: () => new Date("2024-05-14T12:00:00-07:00"),
});

const months = Array.from(
  { length: 36 },
  (_, at) =>
    `${2022 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`,
);

for (const internalId of months)
  account.records.put({
    bucket: "AccountingPeriod",
    internalId,
    externalId: null,
    version: "2025_2",
    value: {
      $type: "AccountingPeriod",
      internalId,
      startDate: `${internalId}-01T00:00:00`,
    },
  });

function periodsOf(name: string): string {
  const holds = createPeriodTest(name, account);
  const found = months.filter((internalId) => holds([{ internalId }]));
  return [found[0], found.at(-1)].join(" ");
}

test.each([
  ["_thisPeriod", "2024-05 2024-05"],
  ["_lastPeriod", "2024-04 2024-04"],
  ["_periodBeforeLast", "2024-03 2024-03"],
  ["_lastPeriodOneFiscalQuarterAgo", "2024-01 2024-01"],
  ["_samePeriodOfLastFy", "2023-05 2023-05"],
  ["_samePeriodOfLastFiscalQuarter", "2024-02 2024-02"],
  ["_thisFiscalQuarterToPeriod", "2024-04 2024-05"],
  ["_sameFiscalQuarterOfLastFyToPeriod", "2023-04 2023-05"],
  ["_lastFiscalYear", "2023-01 2023-12"],
  ["_firstFiscalQuarterOfThisFy", "2024-01 2024-03"],
  ["_fourthFiscalQuarterOfLastFy", "2023-10 2023-12"],
  ["_lastRolling18periods", "2022-11 2024-04"],
  ["_lastRolling6fiscalQuarters", "2022-10 2024-03"],
])("%s is %s", (name, want) => {
  expect(periodsOf(name)).toBe(want);
});

test("every value of PostingPeriodDate means something", () => {
  const names = valuesNamed(schema, "PostingPeriodDate");
  expect(names.length).toBeGreaterThan(20);
  for (const name of names)
    expect(() => createPeriodTest(name, account), name).not.toThrow();
});

test("other names are refused, and an empty field is in no period", () => {
  expect(() => createPeriodTest("_someday", account)).toThrow(
    "There is no posting period _someday.",
  );
  expect(createPeriodTest("_thisPeriod", account)([])).toBe(false);
});
