import type { Account } from "../../account/account.js";
import { StatusError } from "../../faults/status.js";
import { isProperties, textIn } from "../../schema/properties.js";
import type { Test } from "./create-test.js";
import { findDateSpan, type DateSpan } from "./date-span.js";
import { instantOf } from "./values.js";

/**
 * The test of a reference to an AccountingPeriod by a value of PostingPeriodDate, such as `_lastFiscalQuarter`: the
 * period begins within that span. Periods are months here.
 *
 * @throws StatusError for a name that means nothing
 */
export function createPeriodTest(name: string, account: Account): Test {
  const span = findPeriodSpan(name, account.now());
  if (!span)
    throw new StatusError(
      "INVALID_SEARCH_VALUE",
      `There is no posting period ${name}.`,
    );
  return (values) =>
    values.some((reference) => {
      const period = isProperties(reference)
        ? account.records.find({
            bucket: "AccountingPeriod",
            internalId: textIn(reference, "internalId"),
          })
        : undefined;
      const start = instantOf(period?.value["startDate"]);
      return start !== null && start >= span.start && start <= span.end;
    });
}

const QUARTERS = ["first", "second", "third", "fourth"];

function findPeriodSpan(name: string, now: Date): DateSpan | null {
  const quarter = /^_(.+)FiscalQuarterOf(This|Last)Fy$/.exec(name);
  if (quarter?.[2] && QUARTERS.includes(quarter[1] ?? "")) {
    const year = findDateSpan(`${quarter[2].toLowerCase()}Year`, now);
    if (!year) return null;
    const month = QUARTERS.indexOf(quarter[1] ?? "") * 3 + 1;
    const inQuarter = new Date(year.start);
    inQuarter.setUTCMonth(month);
    return findDateSpan("thisQuarter", inQuarter);
  }
  const rolling = /^_lastRolling(\d+)(period|fiscalQuarter)s$/.exec(name);
  if (rolling) {
    const unit = rolling[2] === "period" ? "Month" : "Quarter";
    const last = findDateSpan(`last${unit}`, now);
    const months = Number(rolling[1]) * (unit === "Month" ? 1 : 3);
    const begin = new Date(now);
    // The middle of a month, so that no month is too short for the day.
    begin.setUTCDate(15);
    begin.setUTCMonth(begin.getUTCMonth() - months);
    const first = findDateSpan(`this${unit}`, begin);
    return first && last && { start: first.start, end: last.end };
  }
  return findDateSpan(
    name
      .slice(1)
      .replace(/ToPeriod$/, "ToDate")
      .replace(/^period/, "month")
      .replaceAll("Period", "Month")
      .replace(/Of(Last|This)Fy/, "$1Year")
      .replace("OfLastFiscal", "Last"),
    now,
  );
}
