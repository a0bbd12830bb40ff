import { expect, test } from "vitest";
import * as operators from "./index.js";
import {
  after,
  anyOf,
  between,
  contains,
  customCriterion,
  empty,
  equalTo,
  is,
  noneOf,
  notWithin,
  on,
  within,
} from "./index.js";

const moment = new Date(Date.UTC(2024, 0, 31, 8));

test.each<[string, unknown, unknown]>([
  ["text", contains("a"), { operator: "contains", searchValue: "a" }],
  ["is, of text", is("a"), { operator: "is", searchValue: "a" }],
  ["is, of a boolean", is(false), { searchValue: false }],
  ["presence", empty(), { operator: "empty" }],
  ["a number", equalTo(0), { operator: "equalTo", searchValue: 0 }],
  ["a bigint", equalTo(5n), { operator: "equalTo", searchValue: 5n }],
  [
    "an interval",
    between(1, 2),
    { operator: "between", searchValue: 1, searchValue2: 2 },
  ],
  [
    "values of an enumeration",
    anyOf("_salesOrder", "_invoice"),
    { operator: "anyOf", searchValue: ["_salesOrder", "_invoice"] },
  ],
  [
    "references",
    noneOf({ internalId: "5" }),
    { operator: "noneOf", searchValue: [{ internalId: "5" }] },
  ],
  [
    "a dateTime",
    on("2024-01-31T00:00:00.000-08:00"),
    { operator: "on", searchValue: "2024-01-31T00:00:00.000-08:00" },
  ],
  [
    "a Date",
    after(moment),
    { operator: "after", searchValue: "2024-01-31T00:00:00.000-08:00" },
  ],
  ["a day", on("today"), { operator: "on", predefinedSearchValue: "today" }],
  [
    "a period",
    within("lastMonth"),
    { operator: "within", predefinedSearchValue: "lastMonth" },
  ],
  [
    "from one point to another",
    notWithin("2024-01-01T00:00:00.000-08:00", moment),
    {
      operator: "notWithin",
      searchValue: "2024-01-01T00:00:00.000-08:00",
      searchValue2: "2024-01-31T00:00:00.000-08:00",
    },
  ],
  [
    "a custom field",
    customCriterion("custentity_a", "double", between(1, 2)),
    {
      $type: "SearchDoubleCustomField",
      scriptId: "custentity_a",
      operator: "between",
      searchValue: 1,
      searchValue2: 2,
    },
  ],
  [
    "a custom field with choices",
    customCriterion("custentity_a", "multiSelect", anyOf({ internalId: "5" })),
    {
      $type: "SearchMultiSelectCustomField",
      scriptId: "custentity_a",
      operator: "anyOf",
      searchValue: [{ internalId: "5" }],
    },
  ],
  [
    "a custom field before 2013.2",
    customCriterion({ internalId: "custentity_a" }, "boolean", is(true)),
    {
      $type: "SearchBooleanCustomField",
      internalId: "custentity_a",
      searchValue: true,
    },
  ],
])("%s", (_, given, want) => {
  expect(given).toEqual(want);
});

test("each function makes the operator that it is named after", () => {
  const named = Object.entries(operators).filter(
    ([name]) => name !== "customCriterion",
  );
  for (const [name, make] of named) {
    const criterion: unknown = Reflect.apply(make, undefined, ["x"]);
    expect(criterion).toMatchObject({ operator: name });
  }
  expect(named).toHaveLength(7 + 2 + 12 + 12 + 2);
});

test("anyOf and noneOf without a value are refused", () => {
  const none: string[] = [];
  expect(() => anyOf(...none)).toThrow(
    new RangeError(
      "anyOf was given no value: leave the criterion out, or the search where nothing can match",
    ),
  );
  expect(() => noneOf(...none)).toThrow(
    new RangeError(
      "noneOf was given no value: leave the criterion out, or the search where nothing can match",
    ),
  );
});
