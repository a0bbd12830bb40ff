import { expect, test } from "vitest";
import {
  findRecordSearch,
  parseSearchName,
  type SchemaNames,
} from "./record-search.js";

/** A schema with these types, with their elements, and these enumerations. */
function names(
  types: Readonly<Record<string, readonly string[]>>,
  enumerations: Readonly<Record<string, readonly string[]>> = {},
): SchemaNames {
  return {
    elementsOf: (type) => types[type] ?? null,
    valuesOf: (enumeration) => enumerations[enumeration] ?? [],
  };
}

const types = {
  OpportunitySearch: ["basic"],
  TransactionSearch: ["basic"],
  TransactionSearchBasic: ["type"],
  ItemSearch: ["basic"],
  ItemSearchBasic: ["type", "subType", "isLotItem"],
};
const enumerations = {
  TransactionType: ["_salesOrder", "_journal", "_opportunity"],
  ItemType: ["_inventoryItem", "_service", "_itemGroup"],
};
const whole = names(types, enumerations);
const anyOf = (value: string): object => ({
  operator: "anyOf",
  searchValue: [value],
});

test.each<[string, object | null]>([
  ["opportunity", { stem: "Opportunity", filter: null }],
  [
    "salesOrder",
    { stem: "Transaction", filter: { type: anyOf("_salesOrder") } },
  ],
  [
    "journalEntry",
    { stem: "Transaction", filter: { type: anyOf("_journal") } },
  ],
  ["invoice", null],
  ["itemGroup", { stem: "Item", filter: { type: anyOf("_itemGroup") } }],
  [
    "serviceResaleItem",
    {
      stem: "Item",
      filter: { type: anyOf("_service"), subType: anyOf("_forResale") },
    },
  ],
  [
    "lotNumberedInventoryItem",
    {
      stem: "Item",
      filter: {
        type: anyOf("_inventoryItem"),
        isLotItem: { searchValue: true },
      },
    },
  ],
  // The search has no isSerialItem: the filter is wider.
  [
    "serializedInventoryItem",
    { stem: "Item", filter: { type: anyOf("_inventoryItem") } },
  ],
  ["salesTaxItem", null],
  ["currency", null],
  ["constructor", null],
])("%s is searched by %j", (recordType, want) => {
  const typeName = recordType.charAt(0).toUpperCase() + recordType.slice(1);
  expect(findRecordSearch(recordType, typeName, whole)).toEqual(want);
});

test.each<[string, SchemaNames]>([
  ["no TransactionSearch", names({}, enumerations)],
  [
    "no type to tell records apart",
    names({ ...types, TransactionSearchBasic: [] }, enumerations),
  ],
  ["no TransactionType", names(types)],
])("a schema that has %s cannot search sales orders", (_, schema) => {
  expect(findRecordSearch("salesOrder", "SalesOrder", schema)).toBeNull();
});

test.each([
  ["CustomerSearch", { stem: "Customer", form: "Search" }],
  ["CustomerSearchBasic", { stem: "Customer", form: "SearchBasic" }],
  ["CustomerSearchAdvanced", { stem: "Customer", form: "SearchAdvanced" }],
  ["CustomerSearchRow", null],
  ["SearchBasic", null],
  ["Search", null],
])("%s is %j", (name, want) => {
  expect(parseSearchName(name)).toEqual(want);
});
