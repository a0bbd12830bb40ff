import { fromCalendarDate, fromDate } from "nsgen-runtime";
import type {
  ComplexDescriptor,
  NetSuiteSchema,
} from "nsgen-runtime/codegen-v1";
import { membersOf } from "../schema/members.js";
import {
  isProperties,
  numberIn,
  textIn,
  type Properties,
} from "../schema/properties.js";
import { fitValue } from "./fit-value.js";
import { nameOf } from "./name-of.js";
import type { StoredRecord } from "./stored-record.js";

/** What a record is made from: one record, or several whose lines it gets. */
export interface TransformSource {
  readonly record: StoredRecord;
  /** What a reader of the schema sees of it. */
  readonly view: Properties;
}

/** Elements that are of one transaction alone. */
const OWN: ReadonlySet<string> = new Set([
  "applyList",
  "createdDate",
  "customForm",
  "internalId",
  "externalId",
  "lastModifiedDate",
  "orderStatus",
  "status",
  "tranDate",
  "tranId",
]);

/** What a transaction takes over from an entity. */
const FROM_ENTITY = [
  "class",
  "currency",
  "department",
  "location",
  "partner",
  "salesRep",
  "subsidiary",
  "terms",
];

/** The entities that transactions are made from. */
const PARTIES = /^(Customer|Vendor|Employee)$/;

/** The elements of transactions that name their entity. */
const ENTITY = ["entity", "customer", "vendor", "employee"];

/** Where the account of an auxiliary reference goes. */
const ACCOUNTS: Readonly<Record<string, readonly string[]>> = {
  arAccount: ["arAcct", "account"],
  apAccount: ["apAcct", "account"],
};

/**
 * A new record of a type with what it takes over from others, not stored: as `initialize` gives it. Fields and lines of the
 * same names are copied where the type can hold them; a line's `orderLine` is the line that it comes from.
 */
export function transformRecord(
  schema: NetSuiteSchema,
  type: ComplexDescriptor,
  [first, ...others]: readonly [TransformSource, ...TransformSource[]],
  now: Date,
  auxiliary?: Properties,
): Properties {
  const { elements } = membersOf(schema, type);
  const source = first.view;
  const isEntity = PARTIES.test(first.record.bucket);
  const reference = {
    internalId: first.record.internalId,
    ...(nameOf(source) && { name: nameOf(source) }),
  };
  const party = isEntity ? reference : firstOf(source, ENTITY);
  const day = fromDate(now).slice(0, 10);
  const value: Properties = {
    $type: type.typeName,
    ...(isEntity ? pick(source, FROM_ENTITY) : withoutOwn(source)),
    ...Object.fromEntries(
      ENTITY.filter((name) => elements.has(name))
        .slice(0, 1)
        .map((name) => [name, party]),
    ),
    ...(!isEntity && { createdFrom: reference }),
    tranDate: fromCalendarDate(day, { userTimeZone: "America/Los_Angeles" }),
    ...accountOf(elements, auxiliary),
    ...(!isEntity && /Payment$/.test(type.name) && applied(first)),
  };
  const lines = others.reduce((sum, { view }) => withLines(sum, view), value);
  return fitValue(schema, type, withOrderLines(lines), {});
}

function withoutOwn(source: Properties): Properties {
  return Object.fromEntries(
    Object.entries(source).filter(([name]) => !OWN.has(name)),
  );
}

function pick(source: Properties, names: readonly string[]): Properties {
  return Object.fromEntries(
    Object.entries(source).filter(([name]) => names.includes(name)),
  );
}

function firstOf(source: Properties, names: readonly string[]): unknown {
  return names.map((name) => source[name]).find((each) => each !== undefined);
}

function accountOf(
  elements: ReadonlyMap<string, unknown>,
  auxiliary: Properties | undefined,
): Properties {
  const kind = textIn(auxiliary, "type") ?? "";
  const name = ACCOUNTS[kind]?.find((each) => elements.has(each));
  const internalId = textIn(auxiliary, "internalId");
  return name !== undefined && internalId !== undefined
    ? { [name]: { internalId } }
    : {};
}

/** The line by which a payment is applied to what it pays. */
function applied({ record, view }: TransformSource): Properties {
  const doc = Number(record.internalId);
  if (!Number.isSafeInteger(doc)) return {};
  const total = numberIn(view, "total");
  const refNum = textIn(view, "tranId");
  const line = {
    apply: true,
    doc,
    ...(refNum !== undefined && { refNum }),
    ...(total !== undefined && { total, due: total, amount: total }),
  };
  return { applyList: { apply: [line] } };
}

/** The lines of all sublists as lines of a new record: their numbers become those of the lines that they come from. */
function withOrderLines(value: Properties): Properties {
  const { applyList, ...others } = value;
  const entries = Object.entries(others).map(([name, list]) => [
    name,
    mapLines(list, ({ line, ...rest }) =>
      line === undefined ? rest : { ...rest, orderLine: line },
    ),
  ]);
  return {
    ...(Object.fromEntries(entries) as Properties),
    ...(applyList !== undefined && { applyList }),
  };
}

function withLines(value: Properties, other: Properties): Properties {
  return {
    ...value,
    ...Object.fromEntries(
      Object.entries(value).flatMap(([name, list]) => {
        const more = other[name];
        return isProperties(list) &&
          isProperties(more) &&
          name !== "customFieldList"
          ? [[name, joinLists(list, more)]]
          : [];
      }),
    ),
  };
}

function joinLists(list: Properties, more: Properties): Properties {
  return Object.fromEntries(
    Object.entries(list).map(([name, lines]) => [
      name,
      Array.isArray(lines)
        ? [...asArray(lines), ...asArray(more[name])]
        : lines,
    ]),
  );
}

function mapLines(
  list: unknown,
  change: (line: Properties) => Properties,
): unknown {
  if (!isProperties(list)) return list;
  return Object.fromEntries(
    Object.entries(list).map(([name, lines]) => [
      name,
      Array.isArray(lines)
        ? asArray(lines).map((each) =>
            isProperties(each) ? change(each) : each,
          )
        : lines,
    ]),
  );
}

function asArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
