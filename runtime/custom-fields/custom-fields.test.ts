import { expect, test } from "vitest";
import {
  clearCustomField,
  customField,
  customFieldRef,
  removeCustomField,
  setCustomField,
  type CustomFieldRefOf,
  type HasCustomFields,
} from "./index.js";

/** As a schema since 2013.2 declares them. */
type Field = { internalId?: string } & (
  | CustomFieldRefOf<"boolean">
  | CustomFieldRefOf<"long">
  | CustomFieldRefOf<"multiSelect">
  | CustomFieldRefOf<"string">
);

interface Customer extends HasCustomFields<Field> {
  nullFieldList?: { name?: string[] };
}

/** As a schema before 2013.2 declares them. */
interface OldLine {
  customFieldList?: { customField?: OldField[] };
}

interface OldField {
  $type: "BooleanCustomFieldRef";
  internalId?: string;
  value: boolean;
}

interface Row {
  customFieldList?: { customField?: Column[] };
}

interface Column {
  $type: "SearchColumnStringCustomField";
  internalId?: string;
  scriptId?: string;
  searchValue?: string;
}

const vip = customFieldRef("custentity_vip", "boolean", true);
const score = customFieldRef("custentity_score", "long", 5);

function customerWith(...customField: Field[]): Customer {
  return { customFieldList: { customField } };
}

test("a value is found by script id, without a kind or with its own", () => {
  const customer = customerWith(vip, score);
  expect(customField(customer, "custentity_vip")).toBe(true);
  expect(customField(customer, "custentity_vip", "boolean")).toBe(true);
  expect(customField(customer, "custentity_score", "long")).toBe(5);
  expect(customField(customer, "custentity_other")).toBeUndefined();
});

test("what has no custom fields has no value", () => {
  const bare: (Customer | null | undefined)[] = [
    undefined,
    null,
    {},
    { customFieldList: null },
    { customFieldList: {} },
  ];
  for (const each of bare)
    expect(customField(each, "custentity_vip", "boolean")).toBeUndefined();
});

test("a search row's value is found, and may be absent", () => {
  const $type = "SearchColumnStringCustomField";
  const row: Row = {
    customFieldList: {
      customField: [
        { $type, scriptId: "custentity_a", internalId: "7", searchValue: "x" },
        { $type, scriptId: "custentity_b", internalId: "8" },
      ],
    },
  };
  expect(customField(row, "custentity_a", "string")).toBe("x");
  expect(customField(row, { internalId: "7" })).toBe("x");
  expect(customField(row, "custentity_b", "string")).toBeUndefined();
});

test("before 2013.2 the script id stands in internalId", () => {
  const line: OldLine = {};
  setCustomField(line, { internalId: "custcol_a" }, "boolean", true);
  expect(line).toEqual({
    customFieldList: {
      customField: [
        {
          $type: "BooleanCustomFieldRef",
          internalId: "custcol_a",
          value: true,
        },
      ],
    },
  });
  expect(customField(line, "custcol_a", "boolean")).toBe(true);
  // @ts-expect-error the schema has no scriptId
  setCustomField({ ...line }, "custcol_a", "boolean", true);
});

test("another kind than the field's is an error that names both", () => {
  expect(() =>
    customField(customerWith(vip), "custentity_vip", "string"),
  ).toThrow(
    new TypeError(
      'custentity_vip is a BooleanCustomFieldRef, of kind "boolean", not "string": ask for that kind, or for none',
    ),
  );
});

test("a field is set in its place, or at the end", () => {
  const sent = { ...vip, internalId: "7" };
  const customer = customerWith(sent, score);
  setCustomField(customer, "custentity_vip", "boolean", false);
  setCustomField(customer, "custentity_tags", "multiSelect", [
    { internalId: "1" },
  ]);
  expect(customer.customFieldList?.customField).toEqual([
    {
      $type: "BooleanCustomFieldRef",
      internalId: "7",
      scriptId: "custentity_vip",
      value: false,
    },
    score,
    {
      $type: "MultiSelectCustomFieldRef",
      scriptId: "custentity_tags",
      value: [{ internalId: "1" }],
    },
  ]);
});

test("a record that shares its list with another is changed alone", () => {
  const original = customerWith(vip, score);
  const copy = { ...original };
  setCustomField(copy, "custentity_vip", "boolean", false);
  removeCustomField(copy, "custentity_score");
  expect(original).toEqual(customerWith(vip, score));
  expect(copy).toEqual(customerWith({ ...vip, value: false }));
});

test("a field that is removed is not cleared", () => {
  const customer = customerWith(vip, score);
  removeCustomField(customer, "custentity_vip");
  removeCustomField(customer, "custentity_other");
  expect(customer).toEqual(customerWith(score));
});

test("a field is cleared by its name, once, until it is set", () => {
  const customer: Customer = {
    ...customerWith(vip),
    nullFieldList: { name: ["phone"] },
  };
  clearCustomField(customer, "custentity_vip");
  clearCustomField(customer, "custentity_vip");
  expect(customer).toEqual({
    customFieldList: { customField: [] },
    nullFieldList: { name: ["phone", "custentity_vip"] },
  });
  setCustomField(customer, "custentity_vip", "boolean", true);
  expect(customer).toEqual({
    ...customerWith(vip),
    nullFieldList: { name: ["phone"] },
  });
});

test("a record without any list is cleared too", () => {
  const customer: Customer = {};
  clearCustomField(customer, "custentity_vip");
  expect(customer).toEqual({ nullFieldList: { name: ["custentity_vip"] } });
});
