import { describe, expect, test } from "vitest";
import { schema as today } from "../../../generated/netsuite-2025-2/index.js";
import { schema as sample } from "../../../generated/sample/index.js";
import { createAccount } from "../../account/create-account.js";
import { createMemoryState } from "../../state/memory-state.js";
import { valuesNamed } from "../fixtures/values-named.js";
import { createTest } from "./create-test.js";
import { valuesOf } from "./values.js";

const account = createAccount({
  id: "TSTDRV1234567",
  state: createMemoryState(),
  now: () => new Date("2024-05-14T12:00:00-07:00"),
});

account.records.put({
  bucket: "Employee",
  internalId: "7",
  externalId: "hr-7",
  version: "2025_2",
  value: { $type: "Employee", internalId: "7", externalId: "hr-7" },
});

/** An operator with its values, what fulfils it, and what does not; `null` is an empty field. */
type Row = readonly [
  operator: string,
  values: object,
  fulfilling: readonly unknown[],
  failing: readonly unknown[],
];

const one = (searchValue: unknown) => ({ searchValue });
const two = (searchValue: unknown, searchValue2: unknown) => ({
  searchValue,
  searchValue2,
});

const text: readonly Row[] = [
  ["is", one("ACME Ltd"), ["Acme ltd"], ["Acme", null]],
  ["isNot", one("acme"), ["Acme Ltd", null], ["Acme"]],
  ["contains", one("ME l"), ["Acme Ltd"], ["Acme", null]],
  ["doesNotContain", one("me"), ["Beta", null], ["Acme"]],
  ["startsWith", one("ac"), ["Acme"], ["Beta ac", null]],
  ["doesNotStartWith", one("ac"), ["Beta ac", null], ["Acme"]],
  ["hasKeywords", one("ltd acme"), ["Acme, Ltd."], ["Acme", "Acmeltd", null]],
  ["empty", {}, [null, ""], ["Acme"]],
  ["notEmpty", {}, ["Acme"], [null, ""]],
];

const numbers: readonly Row[] = [
  ["equalTo", one(5), [5, 5n], [6, null]],
  ["notEqualTo", one(5), [6, null], [5]],
  ["greaterThan", one(5), [6], [5, null]],
  ["notGreaterThan", one(5), [5, 4, null], [6]],
  ["greaterThanOrEqualTo", one(5), [5, 6], [4, null]],
  ["notGreaterThanOrEqualTo", one(5), [4, null], [5]],
  ["lessThan", one(5), [4], [5, null]],
  ["notLessThan", one(5), [5, null], [4]],
  ["lessThanOrEqualTo", one(5), [5, -6], [6, null]],
  ["notLessThanOrEqualTo", one(5), [6, null], [5]],
  ["between", two(5, 7), [5, 6, 7], [4, 8, null]],
  ["notBetween", two(5, 7), [4, 8, null], [5, 7]],
  ["empty", {}, [null], [0]],
  ["notEmpty", {}, [0], [null]],
];

/** A row of numbers as one of texts: 5 is `PO-15`. */
const textNumbers: readonly Row[] = numbers.map(
  ([operator, values, fulfilling, failing]) => {
    const toText = (each: unknown): unknown =>
      typeof each === "number" || typeof each === "bigint"
        ? `PO-1${each}`
        : each;
    return [
      operator,
      Object.fromEntries(
        Object.entries(values).map(([key, value]) => [key, toText(value)]),
      ),
      fulfilling.map(toText),
      failing.map(toText),
    ];
  },
);

const day = (date: string, time = "00:00:00.000"): string =>
  `2024-05-${date}T${time}-07:00`;

const dates: readonly Row[] = [
  [
    "on",
    one(day("14")),
    [day("14"), day("14", "23:59:59.999")],
    [day("15"), null],
  ],
  [
    "on",
    { predefinedSearchValue: "today" },
    [day("14", "09:00:00")],
    [day("13")],
  ],
  ["notOn", one(day("14")), [day("13"), null], [day("14", "10:00:00")]],
  [
    "after",
    one(day("14")),
    [day("14", "00:00:01"), day("15")],
    [day("14"), null],
  ],
  ["after", { predefinedSearchValue: "thisWeek" }, [day("19")], [day("18")]],
  ["notAfter", one(day("14")), [day("14"), null], [day("15")]],
  ["before", one(day("14", "12:00:00")), [day("14")], [day("14", "12:00:00")]],
  ["before", { predefinedSearchValue: "thisWeek" }, [day("11")], [day("12")]],
  ["notBefore", one(day("14")), [day("14"), null], [day("13")]],
  ["onOrAfter", one(day("14")), [day("14"), day("15")], [day("13"), null]],
  ["notOnOrAfter", one(day("14")), [day("13"), null], [day("14")]],
  ["onOrBefore", one(day("14")), [day("14"), day("13")], [day("15"), null]],
  ["notOnOrBefore", one(day("14")), [day("15"), null], [day("14")]],
  [
    "within",
    two(day("14"), "2024-05-15T07:00:00Z"),
    [day("14"), day("15")],
    [day("16"), null],
  ],
  [
    "within",
    { predefinedSearchValue: "lastMonth" },
    ["2024-04-30T23:00:00-07:00"],
    [day("01")],
  ],
  ["notWithin", two(day("14"), day("15")), [day("13"), null], [day("15")]],
  ["empty", {}, [null], [day("14")]],
  ["notEmpty", {}, [day("14")], [null]],
];

const enums: readonly Row[] = [
  ["anyOf", one(["_lead", "_customer"]), ["_lead"], ["_prospect", null]],
  ["noneOf", one(["_lead", "_customer"]), ["_prospect", null], ["_lead"]],
];

const ref = (internalId: string) => ({ internalId });

const selects: readonly Row[] = [
  [
    "anyOf",
    one([ref("5"), ref("6")]),
    [ref("6"), [ref("9"), ref("5")]],
    [ref("7"), null],
  ],
  ["anyOf", one([{ externalId: "HR-7" }]), [ref("7")], [ref("5"), null]],
  ["anyOf", one([ref("@NONE@")]), [null], [ref("5")]],
  ["anyOf", one([ref("@none@"), ref("5")]), [null, ref("5")], [ref("6")]],
  ["anyOf", one([ref("@ANY@")]), [ref("5")], [null]],
  [
    "anyOf",
    one([ref("5")]),
    [{ recordRef: [ref("4"), ref("5")] }],
    [{ recordRef: [ref("4")] }],
  ],
  ["noneOf", one([ref("5")]), [ref("7"), null], [ref("5")]],
  ["noneOf", one([ref("@NONE@")]), [ref("5")], [null]],
];

const KINDS: readonly (readonly [string, string, readonly Row[]])[] = [
  ["SearchStringField", "SearchStringFieldOperator", text],
  ["SearchStringCustomField", "SearchStringFieldOperator", text],
  ["SearchLongField", "SearchLongFieldOperator", numbers],
  ["SearchLongCustomField", "SearchLongFieldOperator", numbers],
  ["SearchDoubleField", "SearchDoubleFieldOperator", numbers],
  ["SearchDoubleCustomField", "SearchDoubleFieldOperator", numbers],
  ["SearchTextNumberField", "SearchTextNumberFieldOperator", textNumbers],
  ["SearchDateField", "SearchDateFieldOperator", dates],
  ["SearchDateCustomField", "SearchDateFieldOperator", dates],
  ["SearchEnumMultiSelectField", "SearchEnumMultiSelectFieldOperator", enums],
  [
    "SearchEnumMultiSelectCustomField",
    "SearchEnumMultiSelectFieldOperator",
    enums,
  ],
  ["SearchMultiSelectField", "SearchMultiSelectFieldOperator", selects],
  ["SearchMultiSelectCustomField", "SearchMultiSelectFieldOperator", selects],
];

describe.each(KINDS)("%s", (kind, enumeration, rows) => {
  test.each(rows)("%s %j", (operator, values, fulfilling, failing) => {
    const holds = createTest(kind, { operator, ...values }, "it", account);
    const asked = (each: unknown) => holds(valuesOf(each));
    expect(fulfilling.filter((each) => !asked(each))).toEqual([]);
    expect(failing.filter(asked)).toEqual([]);
  });

  test("every operator of the schemas is among the rows", () => {
    for (const schema of [today, sample]) {
      const tried = new Set(rows.map(([operator]) => operator));
      const all = valuesNamed(schema, enumeration);
      expect(all.length).toBeGreaterThan(0);
      expect(all.filter((each) => !tried.has(each))).toEqual([]);
    }
  });

  test("an operator of another kind is refused", () => {
    const attempt = (value: object) => () =>
      createTest(kind, { ...value, searchValue: "1" }, "it", account);
    expect(attempt({ operator: "sounds" })).toThrow(
      "The operator sounds is not valid for the search field it.",
    );
    expect(attempt({})).toThrow("The search field it needs an operator.");
  });

  test.each(rows.filter(([, values]) => Object.keys(values).length > 0))(
    "%s without its values is refused",
    (operator) => {
      expect(() => createTest(kind, { operator }, "it", account)).toThrow(
        "The search field it needs a valid searchValue.",
      );
    },
  );
});

test.each([
  ["SearchBooleanField", true, [true], [false, null]],
  ["SearchBooleanCustomField", false, [false, null], [true]],
] as const)("%s is %s", (kind, searchValue, fulfilling, failing) => {
  const holds = createTest(kind, { searchValue }, "it", account);
  for (const each of fulfilling) expect(holds(valuesOf(each))).toBe(true);
  for (const each of failing) expect(holds(valuesOf(each))).toBe(false);
});

test("between needs both of its values", () => {
  const create = () =>
    createTest(
      "SearchLongField",
      { operator: "between", searchValue: 1 },
      "balance",
      account,
    );
  expect(create).toThrow(
    "The search field balance needs a valid searchValue2.",
  );
});

test("a text or a date that is none is refused", () => {
  const create = (kind: string, operator: string, searchValue: unknown) => () =>
    createTest(kind, { operator, searchValue }, "it", account);
  const message = "The search field it needs a valid searchValue.";
  expect(create("SearchDateField", "on", "yesterday")).toThrow(message);
  expect(create("SearchDoubleField", "equalTo", "many")).toThrow(message);
});
