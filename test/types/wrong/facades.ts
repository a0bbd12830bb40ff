import { NetSuiteClient } from "../netsuite/index.js";

const { records, searches, jobs } = new NetSuiteClient({
  account: "1234567",
  consumerKey: "consumer key",
  consumerSecret: "consumer secret",
  tokenId: "token id",
  tokenSecret: "token secret",
});

// error: Property 'custmer' does not exist on type 'Records'. Did you mean 'customer'?
void records.custmer;

// error: 'compnyName' does not exist in type 'CustomerFields'
void records.customer.add({ compnyName: "Acme" });

// error: Property 'search' does not exist
void records.currency.search({});

// error: Property 'transformFrom' does not exist
void records.customer.transformFrom({ type: "customer", internalId: "5" });

// error: 'emial' does not exist in type
records.customer.search({ basic: { emial: { operator: "empty" } } });

// error: Argument of type 'string' is not assignable
void records.customRecord.get("42");

// error: 'pagesize' does not exist in type
records.customer.search({}, { pagesize: 5 });

searches.transaction.rows({
  // error: 'totl' does not exist in type 'TransactionSearchRowBasic'
  columns: { basic: { totl: [{}] } },
});

// error: not assignable to parameter of type 'keyof JobKinds'
void jobs.submit("addlist", { record: [] });
