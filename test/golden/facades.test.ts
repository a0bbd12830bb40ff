import { describe, expect, test } from "vitest";
import {
  defineSchema,
  findRecordSearch,
  type NetSuiteSchema,
} from "../../runtime/codegen-v1/index.js";
import { createSchemaNames } from "../../runtime/facades/index.js";
import { createFacades } from "../../runtime/index.js";
import { emit, SOURCES } from "./packages.js";

/** A facade of which only the names of its methods are looked at. */
type Named = Readonly<Record<string, object>>;

/** What a package declares of its facades, and what the runtime makes of its descriptor. */
async function describeFacades(
  path: string,
  options: Parameters<typeof emit>[1] = {},
): Promise<{
  readonly declared: { readonly records: Named; readonly searches: Named };
  readonly made: { readonly records: Named; readonly searches: Named };
  readonly recordTypes: Readonly<Record<string, string>>;
  readonly schema: NetSuiteSchema;
}> {
  const { files } = await emit(path, options);
  const text = files.get("facades.d.ts") ?? "";
  const descriptor = files.get("schema.js")?.split("`")[1] ?? "";
  const schema = defineSchema(descriptor);
  const recordTypes = Object.fromEntries(
    [
      ...(files.get("records.js") ?? "").matchAll(/^ {2}(\w+): "(\w+)",$/gm),
    ].map(([, recordType = "", typeName = ""]) => [recordType, typeName]),
  );
  const made = createFacades<Named, Named, Named>(
    schema,
    () => Promise.reject(new Error("nothing is sent")),
    recordTypes,
  );
  return {
    declared: {
      records: members(text, "Records"),
      searches: members(text, "Searches"),
    },
    made,
    recordTypes,
    schema,
  };
}

/** The members of a printed interface, by name, with their kinds as an object of one key. */
function members(text: string, name: string): Named {
  const [, body = ""] =
    new RegExp(`^export interface ${name} \\{\\n([^}]*)\\}`, "m").exec(text) ??
    [];
  return Object.fromEntries(
    [...body.matchAll(/readonly (\w+): (\w+)</g)].map(
      ([, member = "", kind = ""]) => [member, { [kind]: true }],
    ),
  );
}

describe.each(SOURCES)("the facades of $name", ({ path }) => {
  test("are made as they are declared", async () => {
    const { declared, made } = await describeFacades(path);
    expect(Object.keys(made.records)).toEqual(Object.keys(declared.records));
    expect(Object.keys(made.searches)).toEqual(Object.keys(declared.searches));
    for (const [name, facade] of Object.entries(made.records)) {
      const kind = Object.keys(declared.records[name] ?? {}).join("");
      expect([name, "search" in facade]).toEqual([
        name,
        kind.startsWith("Searchable"),
      ]);
      expect([name, "transformFrom" in facade]).toEqual([
        name,
        kind.includes("Transformable"),
      ]);
    }
    for (const [name, facade] of Object.entries(made.searches))
      expect([name, "rows" in facade]).toEqual([
        name,
        "RowSearches" in (declared.searches[name] ?? {}),
      ]);
  });
});

/** Records that a real version cannot search, by what they have in common. */
const UNSEARCHABLE: readonly (readonly [string, readonly string[]])[] = [
  [
    "v2013_2.zip",
    [
      ..."budgetCategory costCategory currency leadSource salesTaxItem state taxAcct taxGroup taxType".split(
        " ",
      ),
    ],
  ],
  [
    "v2022_1.zip",
    "budgetCategory currency generalToken leadSource paymentCard paymentCardToken state taxAcct customSegment".split(
      " ",
    ),
  ],
  [
    "v2025_2.zip",
    "budgetCategory currency generalToken leadSource paymentCard paymentCardToken state taxAcct customSegment".split(
      " ",
    ),
  ],
];

/** Those that no version can search. */
const NEVER_SEARCHABLE =
  "campaignAudience campaignCategory campaignChannel campaignFamily campaignOffer campaignResponse campaignSearchEngine campaignSubscription campaignVertical crmCustomField customRecordCustomField customRecordType entityCustomField itemCustomField itemNumberCustomField itemOptionCustomField otherCustomField supportCaseIssue supportCaseOrigin supportCasePriority supportCaseStatus supportCaseType transactionBodyCustomField transactionColumnCustomField".split(
    " ",
  );

/** The filters that are not `_` and the record's name. */
const FILTERS: Readonly<Record<string, object>> = {
  advInterCompanyJournalEntry: { type: "_journal" },
  assemblyItem: { type: "_assembly" },
  customTransaction: { type: "_custom" },
  descriptionItem: { type: "_description" },
  discountItem: { type: "_discount" },
  interCompanyJournalEntry: { type: "_journal" },
  interCompanyTransferOrder: { type: "_transferOrder" },
  journalEntry: { type: "_journal" },
  kitItem: { type: "_kit" },
  lotNumberedAssemblyItem: { type: "_assembly", isLotItem: true },
  lotNumberedInventoryItem: { type: "_inventoryItem", isLotItem: true },
  markupItem: { type: "_markup" },
  nonInventoryPurchaseItem: {
    type: "_nonInventoryItem",
    subType: "_forPurchase",
  },
  nonInventoryResaleItem: { type: "_nonInventoryItem", subType: "_forResale" },
  nonInventorySaleItem: { type: "_nonInventoryItem", subType: "_forSale" },
  otherChargePurchaseItem: { type: "_otherCharge", subType: "_forPurchase" },
  otherChargeResaleItem: { type: "_otherCharge", subType: "_forResale" },
  otherChargeSaleItem: { type: "_otherCharge", subType: "_forSale" },
  paymentItem: { type: "_payment" },
  purchaseRequisition: { type: "_requisition" },
  serializedAssemblyItem: { type: "_assembly", isSerialItem: true },
  serializedInventoryItem: { type: "_inventoryItem", isSerialItem: true },
  servicePurchaseItem: { type: "_service", subType: "_forPurchase" },
  serviceResaleItem: { type: "_service", subType: "_forResale" },
  serviceSaleItem: { type: "_service", subType: "_forSale" },
  statisticalJournalEntry: { type: "_journal" },
  subtotalItem: { type: "_subtotal" },
};

describe.each(
  UNSEARCHABLE.flatMap(([name, some]) =>
    SOURCES.filter((source) => source.name === name).map(({ path }) => ({
      name,
      path,
      unsearchable: [...some, ...NEVER_SEARCHABLE],
    })),
  ),
)("the records of $name", ({ path, unsearchable }) => {
  test("are searched, but for these", async () => {
    const { made } = await describeFacades(path);
    expect(
      Object.keys(made.records)
        .filter((name) => !("search" in (made.records[name] ?? {})))
        .sort(),
    ).toEqual([...unsearchable].sort());
  });

  test("are told apart by type", async () => {
    const { recordTypes, schema } = await describeFacades(path);
    const names = createSchemaNames(schema);
    const found = Object.entries(recordTypes).flatMap(
      ([recordType, typeName]) => {
        const filter = findRecordSearch(recordType, typeName, names)?.filter;
        return filter
          ? [
              [
                recordType,
                Object.fromEntries(
                  Object.entries(filter).map(([name, { searchValue }]) => [
                    name,
                    typeof searchValue === "boolean"
                      ? searchValue
                      : searchValue[0],
                  ]),
                ),
              ] as const,
            ]
          : [];
      },
    );
    expect(found.length).toBeGreaterThan(50);
    expect(Object.fromEntries(found)).toEqual(
      Object.fromEntries(
        found.map(([recordType]) => [
          recordType,
          FILTERS[recordType] ?? { type: `_${recordType}` },
        ]),
      ),
    );
  });
});
