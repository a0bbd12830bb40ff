import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A small application: it adds a record, and searches for records and for rows. */
const APP = `import { contains, NetSuiteClient, type Customer } from "netsuite";

const client = NetSuiteClient.fromEnv();

const acme: Customer = {
  $type: "Customer",
  externalId: "crm-7",
  companyName: "Acme",
  addressbookList: {
    addressbook: [{ label: "Office", addressbookAddress: { city: "Köln" } }],
  },
};
const { writeResponse } = await client.add({ record: acme });
if (!writeResponse.status.isSuccess) throw new Error("not added");

await client.records.salesOrder.add({
  entity: { internalId: "42" },
  itemList: { item: [{ item: { internalId: "10" }, quantity: 2 }] },
});

const { searchResult } = await client.search({
  searchRecord: {
    $type: "CustomerSearchBasic",
    email: { operator: "contains", searchValue: "@acme.com" },
  },
});
for (const record of searchResult.recordList?.record ?? [])
  if (record.$type === "Customer") console.log(record.entityId);

for await (const found of client.records.customer.search({
  basic: { email: contains("@globex.com") },
}))
  console.log(found.entityId, found.balance);

for await (const row of client.searches.transaction.rows({
  criteria: { basic: { memo: contains("phone") } },
  columns: { basic: { tranId: [{}], total: [{}] } },
}))
  console.log(row.basic?.tranId?.[0]?.searchValue);
`;

const OPTIONS = {
  strict: true,
  target: "es2023",
  module: "nodenext",
  types: ["node"],
  skipLibCheck: true,
  noEmit: true,
};

/**
 * Writes a project with one module into the workspace.
 *
 * @param name of its folder
 * @param options `text` of `app.ts`, default the small application, and the package that it imports `from`
 * @returns the path of its folder
 */
export function createApp({ folder }, name, options = {}) {
  const { text = APP, from = "netsuite" } = options;
  const project = join(folder, name);
  mkdirSync(project, { recursive: true });
  writeFileSync(
    join(project, "app.ts"),
    text.replace('from "netsuite"', `from "${from}"`),
  );
  writeFileSync(
    join(project, "tsconfig.json"),
    JSON.stringify({ compilerOptions: OPTIONS, files: ["app.ts"] }),
  );
  return project;
}
