import { NetSuiteClient } from "./netsuite/index.js";

const client = new NetSuiteClient({
  account: "1234567",
  consumerKey: "consumer key",
  consumerSecret: "consumer secret",
  tokenId: "token id",
  tokenSecret: "token secret",
  endpoint: process.env.NETSUITE_ENDPOINT,
});
const { readResponse } = await client.get({
  baseRef: { $type: "RecordRef", type: "customer", internalId: "42" },
});
console.log(`bundle: ${readResponse.record.companyName}`);
await client.close();
