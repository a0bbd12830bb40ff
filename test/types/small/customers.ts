import { contains, NetSuiteClient } from "../netsuite/index.js";

const client = new NetSuiteClient({
  account: "1234567",
  consumerKey: "",
  consumerSecret: "",
  tokenId: "",
  tokenSecret: "",
});

/** Adds a customer with an address and a custom field, and gives its internal id. */
export async function addCustomer(companyName: string): Promise<string> {
  const { writeResponse } = await client.add({
    record: {
      $type: "Customer",
      companyName,
      subsidiary: { internalId: "1" },
      addressbookList: {
        addressbook: [
          { label: "Office", addressbookAddress: { country: "_germany" } },
        ],
      },
      customFieldList: {
        customField: [
          {
            $type: "StringCustomFieldRef",
            scriptId: "custentity_tier",
            value: "gold",
          },
        ],
      },
    },
  });
  const { baseRef } = writeResponse;
  return baseRef?.$type === "RecordRef" ? (baseRef.internalId ?? "") : "";
}

/** The names of the customers whose email address holds a text. */
export async function findNames(text: string): Promise<string[]> {
  const names: string[] = [];
  for await (const customer of client.records.customer.search({
    basic: { email: contains(text) },
  }))
    names.push(customer.companyName ?? "");
  return names;
}

/** The numbers of the transactions of one customer. */
export async function findTransactions(internalId: string): Promise<string[]> {
  const numbers: string[] = [];
  for await (const { basic } of client.searches.transaction.rows({
    criteria: {
      basic: { entity: { operator: "anyOf", searchValue: [{ internalId }] } },
    },
    columns: { basic: { tranId: [{}] } },
  }))
    numbers.push(basic?.tranId?.[0]?.searchValue ?? "");
  return numbers;
}
