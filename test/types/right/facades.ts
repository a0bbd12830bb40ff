import type {
  Customer,
  NetSuiteRecord,
  RecordRef,
  SalesOrder,
  SearchResults,
  TransactionSearchRow,
} from "../netsuite/index.js";
import { client, options } from "./client.js";

const { records, searches, jobs } = client;

export async function one(): Promise<RecordRef> {
  const customer: Customer = await records.customer.get("42");
  await records.customer.get({ externalId: "crm-7" }, options);
  await records.customRecord.get({ internalId: "1", typeId: "12" });
  const ref: RecordRef = await records.customer.upsert({
    externalId: "crm-7",
    companyName: "Acme",
    phone: null,
  });
  await records.customer.update(customer, {
    ...options,
    onWarning: (warnings) => warnings.map(({ message }) => message),
  });
  await records.customer.delete(ref);
  return records.salesOrder.add({ entity: ref });
}

export async function many(
  customers: AsyncIterable<Customer>,
): Promise<string[]> {
  const failed: string[] = [];
  const batch = records.customer.addAll(customers, {
    ...options,
    chunkSize: 50,
    checkpoint: ({ reported }) => {
      failed.push(String(reported));
    },
  });
  for await (const outcome of batch) {
    if (outcome.ok) failed.push(outcome.ref?.internalId ?? "");
    else failed.push(outcome.kind, outcome.error.message, outcome.input.$type);
  }
  for await (const each of records.salesOrder.getAll([
    "1",
    { internalId: "2" },
  ]))
    if (each.ok) failed.push(each.record.tranId ?? "");
  return failed;
}

export const orders: SearchResults<SalesOrder> = records.salesOrder.search(
  {
    basic: {
      internalId: { operator: "anyOf", searchValue: [{ internalId: "1" }] },
    },
  },
  { pageSize: 100, prefetch: 2, onLostSearch: "restart" },
);

export const rows: SearchResults<TransactionSearchRow> =
  searches.transaction.rows({
    criteria: { basic: { mainLine: { searchValue: true } } },
    columns: { basic: { internalId: [{}] } },
  });

export const saved: SearchResults<NetSuiteRecord> =
  searches.transaction.records({ savedSearchScriptId: "customsearch_1" });

export async function search(): Promise<number> {
  for await (const { items } of records.customer.search({}).pages())
    for (const { companyName } of items) void companyName;
  const first: Customer[] = await searches.customer
    .records({
      basic: { companyName: { operator: "is", searchValue: "Acme" } },
    })
    .toArray({ limit: 5 });
  return (await orders.total()) ?? first.length;
}

export async function job(): Promise<string> {
  const submitted = await jobs.submit("addList", {
    record: [{ $type: "Customer", companyName: "Acme" }],
  });
  for await (const { percentCompleted } of submitted.progress())
    void percentCompleted;
  for await (const { writeResponseList } of jobs
    .attach(submitted.id, "addList")
    .results())
    void writeResponseList.writeResponse;
  return submitted.id;
}

export function transform(): Promise<RecordRef> {
  return records.salesOrder.transformFrom(
    { type: "customer", internalId: "5" },
    (draft) => {
      draft.memo = "From the customer";
    },
  );
}
