import {
  capitalize,
  uncapitalize,
  type ComplexDescriptor,
  type ElementDescriptor,
  type NetSuiteSchema,
} from "nsgen-runtime/codegen-v1";
import { customFieldsOf, isCustomField } from "../../records/custom-fields.js";
import { MODIFIED } from "../../records/save-record.js";
import { membersOf } from "../../schema/members.js";
import { isProperties } from "../../schema/properties.js";
import type { SearchedType } from "../searched-types.js";
import { LINE_LISTS, type Subject } from "../subject.js";
import { valuesOf } from "../operators/values.js";
import { ADDRESSES, OTHER_NAMES } from "./other-names.js";
import {
  ID_FIELDS,
  ITEM_FIELDS,
  TRANSACTION_FIELDS,
  type ReadOwn,
} from "./own-fields.js";

/** Where a search field stands in records of a type. */
export interface Field {
  /** Whether it is one of a transaction's lines, so that the search looks at each line. */
  readonly isOfLine: boolean;
  read(subject: Subject): readonly unknown[];
}

/**
 * The field of a record type that a search field, or a column, asks for.
 *
 * @param stem that of the search, such as `Transaction`
 * @returns null where records of that type do not have it
 */
export function findField(
  schema: NetSuiteSchema,
  stem: string,
  searched: SearchedType,
  name: string,
): Field | null {
  const own = findOwn(stem, name);
  if (own)
    return {
      isOfLine: name === "mainLine",
      read: (subject) => valuesOf(own(subject, searched)),
    };
  const { type } = searched;
  const names = namesOf(name);
  return (
    findElementField(schema, stem, type, names) ??
    findPart(
      findAddress(schema, type, name) ??
        findModified(names) ??
        findPath(schema, type, names),
    )
  );
}

/** The field of a custom field's script id or internal id: of the record, or of a line of a transaction. */
export function findCustomField(stem: string, id: string): Field {
  return {
    isOfLine: stem === "Transaction" && /^custcol/i.test(id),
    read: ({ value, line }) =>
      [line ?? undefined, value]
        .map((holder) =>
          customFieldsOf(holder)
            .filter((field) => isCustomField(field, id))
            .flatMap((field) => valuesOf(field["value"])),
        )
        .find((values) => values.length > 0) ?? [],
  };
}

function findOwn(stem: string, name: string): ReadOwn | undefined {
  const id = ID_FIELDS.get(name);
  if (id || (stem !== "Transaction" && stem !== "Item")) return id;
  return (stem === "Item" ? ITEM_FIELDS : TRANSACTION_FIELDS).get(name);
}

/** The names that a search field may have in records, its own first. */
function namesOf(name: string): readonly [string, ...string[]] {
  const stated = /^is[A-Z]/.test(name)
    ? uncapitalize(name.slice(2))
    : `is${capitalize(name)}`;
  return [name, ...(OTHER_NAMES.get(name) ?? []), stated];
}

/**
 * An element of the record, or of a transaction's lines where only they have the first of the names.
 *
 * @returns null where there is none
 */
export function findElementField(
  schema: NetSuiteSchema,
  stem: string,
  type: ComplexDescriptor,
  names: readonly [string, ...string[]],
): Field | null {
  const main = firstOf(schema, type, names);
  const inLine =
    stem === "Transaction" ? findInLine(schema, type, names) : undefined;
  if (main === undefined && inLine === undefined) return null;
  const isOfLine = main !== names[0] && inLine !== undefined;
  return {
    isOfLine,
    read: ({ value, line }) => {
      const ofLine = line && inLine ? valuesOf(line[inLine]) : [];
      if (ofLine.length > 0 || (line && isOfLine)) return ofLine;
      return main === undefined ? [] : valuesOf(value[main]);
    },
  };
}

function firstOf(
  schema: NetSuiteSchema,
  type: ComplexDescriptor,
  names: readonly string[],
): string | undefined {
  const { elements } = membersOf(schema, type);
  return names.find((name) => elements.has(name));
}

function findInLine(
  schema: NetSuiteSchema,
  type: ComplexDescriptor,
  names: readonly string[],
): string | undefined {
  const { elements } = membersOf(schema, type);
  return LINE_LISTS.flatMap((list) => partOf(schema, elements.get(list)))
    .flatMap((list) => {
      const { line } = membersOf(schema, list);
      return line ? partOf(schema, line) : [];
    })
    .map((line) => firstOf(schema, line, names))
    .find((name) => name !== undefined);
}

function findPart(path: readonly string[] | null): Field | null {
  return (
    path && {
      isOfLine: false,
      read: ({ value }) => readPath(value, path),
    }
  );
}

/** When a record was changed is kept of those, too, whose type has no element for it. */
function findModified(names: readonly string[]): readonly string[] | null {
  const [kept] = MODIFIED;
  return names.includes(kept) ? [kept] : null;
}

/** Where `billCity` is in a record: `billingAddress.city`. */
function findAddress(
  schema: NetSuiteSchema,
  type: ComplexDescriptor,
  name: string,
): readonly string[] | null {
  const [, kind = "", part = ""] = /^([a-z]+)([A-Z].*)$/.exec(name) ?? [];
  const address = ADDRESSES.get(kind);
  if (address === undefined) return null;
  const { elements } = membersOf(schema, type);
  const names = [uncapitalize(part), `addr${part}`];
  const [found] = partOf(schema, elements.get(address)).map((each) =>
    firstOf(schema, each, names),
  );
  return found === undefined ? null : [address, found];
}

/** How deep a field may stand in sublists and subrecords: `addressbookList.addressbook.addressbookAddress.city`. */
const DEEPEST = 4;

/** The path to an element of one of the names in the record's sublists and subrecords, the shallowest first. */
function findPath(
  schema: NetSuiteSchema,
  type: ComplexDescriptor,
  names: readonly string[],
): readonly string[] | null {
  let level: readonly (readonly [readonly string[], ComplexDescriptor])[] = [
    [[], type],
  ];
  for (let depth = 1; depth < DEEPEST; depth++) {
    level = level.flatMap(([path, outer]) =>
      [...membersOf(schema, outer).elements.values()].flatMap((element) =>
        partOf(schema, element).map(
          (part) => [[...path, element.name], part] as const,
        ),
      ),
    );
    for (const [path, part] of level) {
      const found = firstOf(schema, part, names);
      if (found !== undefined) return [...path, found];
    }
  }
  return null;
}

/** The type of a sublist, a line or a subrecord; none for texts, references and custom fields. */
function partOf(
  schema: NetSuiteSchema,
  element: ElementDescriptor | undefined,
): readonly ComplexDescriptor[] {
  const type = element && schema.type(element.type);
  if (type?.kind !== "complex" || NO_PARTS.has(type.name)) return [];
  return membersOf(schema, type).isReference ? [] : [type];
}

const NO_PARTS: ReadonlySet<string> = new Set([
  "CustomFieldList",
  "NullField",
  "RecordRefList",
]);

function readPath(value: unknown, path: readonly string[]): readonly unknown[] {
  const [name, ...rest] = path;
  if (name === undefined) return valuesOf(value);
  if (Array.isArray(value))
    return value.flatMap((each) => readPath(each, path));
  return isProperties(value) ? readPath(value[name], rest) : [];
}
