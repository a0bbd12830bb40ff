import { NetSuiteClient } from "./netsuite/index.js";

const client = new NetSuiteClient({
  account: "1234567",
  consumerKey: "consumer key",
  consumerSecret: "consumer secret",
  tokenId: "token id",
  tokenSecret: "token secret",
  endpoint: process.env["NETSUITE_ENDPOINT"],
});
const { readResponse } = await client.get({
  baseRef: { $type: "RecordRef", type: "customer", internalId: "42" },
});
const { record } = readResponse;
if (record?.$type === "Customer")
  console.log(`sources: ${record.companyName ?? ""}`);
await client.close();
