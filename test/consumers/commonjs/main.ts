import { NetSuiteClient, type Customer } from "./netsuite/index.js";

async function getCustomer(client: NetSuiteClient): Promise<Customer> {
  const { readResponse } = await client.get({
    baseRef: { $type: "RecordRef", type: "customer", internalId: "42" },
  });
  if (readResponse.record?.$type !== "Customer")
    throw new Error(readResponse.status.statusDetail?.[0]?.message);
  return readResponse.record;
}

async function main(): Promise<void> {
  const client = new NetSuiteClient({
    account: "1234567",
    consumerKey: "consumer key",
    consumerSecret: "consumer secret",
    tokenId: "token id",
    tokenSecret: "token secret",
    endpoint: process.env["NETSUITE_ENDPOINT"],
  });
  const customer = await getCustomer(client);
  console.log(
    `${module.id === "." ? "commonjs" : ""}: ${customer.companyName}`,
  );
  await client.close();
}

void main();
