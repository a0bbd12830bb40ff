import { describe, expect, test } from "vitest";
import { selectSubset, SelectionError, type Selection } from "./subset.js";
import {
  complexType,
  element,
  enumeration,
  smallSchema,
} from "./testing/small-schema.js";

const schema = smallSchema({
  "accounting.lists": [
    complexType("Bin", { base: "core.platform:Record" }),
    complexType("LotItem", { base: "core.platform:Record" }),
    complexType("ItemSearch", { base: "core.platform:SearchRecord" }),
    complexType("ItemSearchBasic", {
      base: "core.platform:SearchRecord",
      members: [element("type", "ItemType")],
    }),
    enumeration("ItemType", ["_lotItem"]),
  ],
  "core.platform": [
    complexType("Record", { abstract: true }),
    complexType("SearchRecord", { abstract: true }),
    complexType("CustomFieldRef", { abstract: true }),
    complexType("StringCustomFieldRef", { base: "CustomFieldRef" }),
    enumeration("RecordType", ["customer"]),
    enumeration("Unused", ["a"]),
  ],
  "relationships.lists": [
    complexType("Customer", {
      base: "core.platform:Record",
      members: [
        element("address", "Address"),
        element("customField", "core.platform:CustomFieldRef"),
      ],
    }),
    complexType("Address"),
    complexType("Contact", { base: "core.platform:Record" }),
    complexType("CustomerSearch", { base: "core.platform:SearchRecord" }),
  ],
});

function namesOf(selection: Selection): string[] {
  return selectSubset(schema, selection)
    .namespaces.flatMap(({ types }) => types.map(({ name }) => name))
    .filter((name) => !name.startsWith("Get"))
    .sort();
}

describe("a subset", () => {
  test.each([
    [
      ["customer"],
      [
        "Address",
        "CustomFieldRef",
        "Customer",
        "CustomerSearch",
        "ItemType",
        "Record",
        "RecordType",
        "SearchRecord",
        "StringCustomFieldRef",
      ],
    ],
    [["CONTACT"], ["Contact", "ItemType", "Record", "RecordType"]],
    [
      ["lotItem"],
      [
        "ItemSearch",
        "ItemSearchBasic",
        "ItemType",
        "LotItem",
        "Record",
        "RecordType",
        "SearchRecord",
      ],
    ],
  ])("of %j has what they refer to, and their searches", (records, want) => {
    expect(namesOf({ records, operations: null })).toEqual(want);
  });

  test("of all is the schema itself", () => {
    expect(selectSubset(schema, { records: null, operations: null })).toBe(
      schema,
    );
  });

  test("of what is not there is an error", () => {
    const select = (): unknown =>
      selectSubset(schema, { records: ["kontact"], operations: null });
    expect(select).toThrow(SelectionError);
    expect(select).toThrow(
      'There is no record "kontact". Did you mean contact?\nThe schema has these records: bin, contact, customer, lotItem.',
    );
  });
});
