import type { Account } from "../../account/account.js";
import { statusOf, SUCCESS } from "../../faults/status.js";
import {
  asList,
  isProperties,
  numberIn,
  propertiesIn,
  textIn,
  type Properties,
} from "../../schema/properties.js";
import { fitResult } from "../fit-result.js";
import type { Call, Operation } from "../operation.js";
import { pageOf } from "../page-of.js";
import { isSameRecord } from "../reference.js";

/** The id by which a filter asks for what has no value. */
const NONE = "-1";

/** `getPostingTransactionSummary`: the amounts of the seed's postings and of journal entries, by the fields asked for. */
export const getPostingTransactionSummary: Operation = (call) => ({
  getPostingTransactionSummaryResult: statusOf<Properties>(
    () => summarize(call),
    (status) => ({ status }),
  ),
});

function summarize(call: Call): Properties {
  const { schema, request, account } = call;
  const chosen = propertiesIn(request, "fields") ?? {};
  const fields = Object.keys(chosen).filter((name) => chosen[name] === true);
  const filters = propertiesIn(request, "filters") ?? {};
  const postings = [
    ...(account.seed.postings ?? []),
    ...journalPostings(account),
  ].filter((posting) => passes(posting, filters));
  const { items, ...page } = pageOf(call, sumUp(postings, fields), {
    least: 5,
    most: 1000,
  });
  return fitResult(schema, "GetPostingTransactionSummaryResult", {
    status: SUCCESS,
    ...page,
    operationId:
      textIn(request, "operationId") ??
      `${account.id}_${account.now().getTime()}`,
    ...(items.length > 0 && {
      postingTransactionSummaryList: { postingTransactionSummary: items },
    }),
  });
}

/** The amounts of postings, one sum for each combination of what they have in some fields. */
function sumUp(
  postings: readonly Properties[],
  fields: readonly string[],
): Properties[] {
  const sums = new Map<string, Properties>();
  for (const posting of postings) {
    const key = fields
      .map((name) => textIn(propertiesIn(posting, name), "internalId") ?? NONE)
      .join(" ");
    const amount =
      (numberIn(sums.get(key), "amount") ?? 0) +
      (numberIn(posting, "amount") ?? 0);
    sums.set(key, {
      ...Object.fromEntries(fields.map((name) => [name, posting[name]])),
      amount,
    });
  }
  return [...sums.values()];
}

/** What the lines of journal entries posted: debits are positive. */
function journalPostings({ records }: Account): Properties[] {
  return [...records.buckets]
    .filter((bucket) => bucket.endsWith("JournalEntry"))
    .flatMap((bucket) => [...records.inBucket(bucket)])
    .flatMap(({ value: { postingPeriod, subsidiary, lineList } }) =>
      asList(isProperties(lineList) ? lineList["line"] : undefined).map(
        (line) => ({
          subsidiary,
          ...line,
          period: postingPeriod,
          amount:
            (numberIn(line, "debit") ?? 0) - (numberIn(line, "credit") ?? 0),
        }),
      ),
    );
}

/** Whether a posting has, in each field that is filtered by, one of the references given. */
function passes(posting: Properties, filters: Properties): boolean {
  return Object.keys(filters).every((name) => {
    const value = propertiesIn(posting, name);
    return asList(propertiesIn(filters, name)?.["recordRef"]).some((wanted) =>
      value ? isSameRecord(wanted, value) : wanted["internalId"] === NONE,
    );
  });
}
