import type { Account } from "../../account/account.js";
import { StatusError } from "../../faults/status.js";
import {
  isProperties,
  textIn,
  type Properties,
} from "../../schema/properties.js";
import { dayOf, findDateSpan, type DateSpan } from "./date-span.js";
import { createMatch } from "./match-select.js";
import { instantOf, numberOf, textOf } from "./values.js";

/** Says whether what a field holds fulfils a criterion; an empty field holds nothing. */
export type Test = (values: readonly unknown[]) => boolean;

/** A criterion and what it is asked of. */
interface Criterion {
  /** The operator without its negation: `contains` for `doesNotContain`. */
  readonly operator: string;
  readonly value: Properties;
  /** How messages name the field, such as `companyName`. */
  readonly field: string;
  readonly account: Account;
}

/**
 * The test of a search field's value.
 *
 * @param kind the type of the search field, such as `SearchStringField` or `SearchLongCustomField`
 * @param field how messages name it
 * @throws StatusError for an operator that the kind does not have, and where a value is missing
 */
export function createTest(
  kind: string,
  value: Properties,
  field: string,
  account: Account,
): Test {
  const stem = /^Search(.+?)(?:Custom)?Field$/.exec(kind)?.[1];
  if (stem === "Boolean") return createBooleanTest(value, field);
  const given = textIn(value, "operator");
  const operator = given === undefined ? "" : (NEGATED.get(given) ?? given);
  const test =
    operator === "empty" && stem !== undefined && HAS_EMPTY.has(stem)
      ? isEmpty
      : TESTS.get(stem ?? "")?.({ operator, value, field, account });
  if (!test)
    throw new StatusError(
      "INVALID_SEARCH_OPERATOR",
      given === undefined
        ? `The search field ${field} needs an operator.`
        : `The operator ${given} is not valid for the search field ${field}.`,
    );
  return operator === given ? test : (values) => !test(values);
}

/** Operators that hold where another does not. */
const NEGATED: ReadonlyMap<string, string> = new Map([
  ["doesNotContain", "contains"],
  ["doesNotStartWith", "startsWith"],
  ["isNot", "is"],
  ["noneOf", "anyOf"],
  ["notAfter", "after"],
  ["notBefore", "before"],
  ["notBetween", "between"],
  ["notEmpty", "empty"],
  ["notEqualTo", "equalTo"],
  ["notGreaterThan", "greaterThan"],
  ["notGreaterThanOrEqualTo", "greaterThanOrEqualTo"],
  ["notLessThan", "lessThan"],
  ["notLessThanOrEqualTo", "lessThanOrEqualTo"],
  ["notOn", "on"],
  ["notOnOrAfter", "onOrAfter"],
  ["notOnOrBefore", "onOrBefore"],
  ["notWithin", "within"],
]);

const HAS_EMPTY: ReadonlySet<string> = new Set([
  "Date",
  "Double",
  "Long",
  "String",
  "TextNumber",
]);

const TESTS: ReadonlyMap<string, (criterion: Criterion) => Test | null> =
  new Map([
    ["Date", createDateTest],
    ["Double", createNumberTest],
    ["EnumMultiSelect", createSelectTest],
    ["Long", createNumberTest],
    ["MultiSelect", createSelectTest],
    ["String", createTextTest],
    ["TextNumber", createTextNumberTest],
  ]);

const isEmpty: Test = (values) => values.length === 0;

/** An empty checkbox is one that is not ticked. */
function createBooleanTest(value: Properties, field: string): Test {
  const wanted = value["searchValue"];
  if (typeof wanted !== "boolean") throw missingValue(field, "searchValue");
  return (values) => values.includes(true) === wanted;
}

const TEXT_OPERATORS: ReadonlyMap<
  string,
  (text: string, wanted: string) => boolean
> = new Map([
  ["contains", (text, wanted) => text.includes(wanted)],
  ["is", (text, wanted) => text === wanted],
  ["startsWith", (text, wanted) => text.startsWith(wanted)],
  [
    "hasKeywords",
    (text, wanted) => {
      const words = new Set(wordsOf(text));
      return wordsOf(wanted).every((word) => words.has(word));
    },
  ],
]);

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

function createTextTest({ operator, value, field }: Criterion): Test | null {
  const compare = TEXT_OPERATORS.get(operator);
  if (!compare) return null;
  const wanted = textOf(given(value, "searchValue", field)).toLowerCase();
  return (values) =>
    values.some((each) => compare(textOf(each).toLowerCase(), wanted));
}

/** Compares two values of one kind: negative where the first is less. */
type Compare<T> = (left: T, right: T) => number;

const ORDER_OPERATORS: ReadonlyMap<
  string,
  (order: number, order2: number) => boolean
> = new Map([
  ["equalTo", (order) => order === 0],
  ["greaterThan", (order) => order > 0],
  ["greaterThanOrEqualTo", (order) => order >= 0],
  ["lessThan", (order) => order < 0],
  ["lessThanOrEqualTo", (order) => order <= 0],
  ["between", (order, order2) => order >= 0 && order2 <= 0],
]);

function createOrderTest<T>(
  { operator, value, field }: Criterion,
  read: (value: unknown) => T | null,
  compare: Compare<T>,
): Test | null {
  const holds = ORDER_OPERATORS.get(operator);
  if (!holds) return null;
  const limit = (name: string): T => {
    const found = read(given(value, name, field));
    if (found === null) throw missingValue(field, name);
    return found;
  };
  const first = limit("searchValue");
  const second = operator === "between" ? limit("searchValue2") : first;
  return (values) =>
    values.some((each) => {
      const found = read(each);
      return (
        found !== null && holds(compare(found, first), compare(found, second))
      );
    });
}

function createNumberTest(criterion: Criterion): Test | null {
  return createOrderTest(criterion, numberOf, (left, right) => left - right);
}

const COLLATOR = new Intl.Collator("en", {
  numeric: true,
  sensitivity: "base",
});

/** Texts that are numbers for the most part: `10` is more than `9`. */
function createTextNumberTest(criterion: Criterion): Test | null {
  return createOrderTest(criterion, textOf, (left, right) =>
    COLLATOR.compare(left, right),
  );
}

const DATE_OPERATORS: ReadonlyMap<
  string,
  (instant: number, span: DateSpan) => boolean
> = new Map([
  ["after", (instant, { end }) => instant > end],
  ["before", (instant, { start }) => instant < start],
  ["on", isWithin],
  ["onOrAfter", (instant, { start }) => instant >= start],
  ["onOrBefore", (instant, { end }) => instant <= end],
  ["within", isWithin],
]);

function isWithin(instant: number, { start, end }: DateSpan): boolean {
  return instant >= start && instant <= end;
}

function createDateTest(criterion: Criterion): Test | null {
  const holds = DATE_OPERATORS.get(criterion.operator);
  if (!holds) return null;
  const span = readSpan(criterion);
  return (values) =>
    values.some((each) => {
      const instant = instantOf(each);
      return instant !== null && holds(instant, span);
    });
}

function readSpan({ operator, value, field, account }: Criterion): DateSpan {
  const predefined = textIn(value, "predefinedSearchValue");
  if (predefined !== undefined) {
    const span = findDateSpan(predefined, account.now());
    if (span) return span;
    throw new StatusError(
      "INVALID_SEARCH_VALUE",
      `The search field ${field} has no predefined value ${predefined}.`,
    );
  }
  const limit = (name: string): number => {
    const instant = instantOf(given(value, name, field));
    if (instant === null) throw missingValue(field, name);
    return instant;
  };
  const start = limit("searchValue");
  if (operator === "on") return dayOf(start);
  return { start, end: operator === "within" ? limit("searchValue2") : start };
}

function createSelectTest({
  operator,
  value,
  field,
  account,
}: Criterion): Test | null {
  if (operator !== "anyOf") return null;
  const wanted = value["searchValue"];
  if (!Array.isArray(wanted) || wanted.length === 0)
    throw missingValue(field, "searchValue");
  return createMatch(wanted, account);
}

/** A RecordRef that stands where other fields have an operator: the field is that reference. */
export function createRefTest(wanted: Properties, account: Account): Test {
  return createMatch([wanted], account);
}

function given(value: Properties, name: string, field: string): unknown {
  const found = value[name];
  if (found === undefined || found === null || isProperties(found))
    throw missingValue(field, name);
  return found;
}

function missingValue(field: string, name: string): StatusError {
  return new StatusError(
    "INVALID_SEARCH_VALUE",
    `The search field ${field} needs a valid ${name}.`,
  );
}
