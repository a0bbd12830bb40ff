import { membersOf } from "../schema/members.js";
import {
  asList,
  isProperties,
  textIn,
  type Properties,
} from "../schema/properties.js";
import type { SearchPlace } from "./create-criteria.js";
import { findCustomField, findField, type Field } from "./fields/find-field.js";
import type { Subject } from "./subject.js";
import { numberOf, textOf } from "./operators/values.js";

/** The columns of an XSearchRowBasic, filled from records of one type. */
export interface Columns {
  /** Whether a field of a transaction's lines is among them. */
  readonly areOfLines: boolean;
  /** An XSearchRowBasic without its `$type`; columns of empty fields are left out. */
  fill(subject: Subject): Properties;
}

/** Makes the columns that an XSearchRowBasic asks for. */
export function createColumns(place: SearchPlace, basic: Properties): Columns {
  const { schema, stem, searched } = place;
  const type = schema.typeOf(`${stem}SearchRowBasic`);
  const columns = Object.entries(basic).flatMap(([name, asked]): Column[] => {
    const element = type && membersOf(schema, type).elements.get(name);
    const kind = element && schema.type(element.type).name;
    if (kind === undefined) return [];
    if (kind === "SearchColumnCustomFieldList")
      return isProperties(asked)
        ? [createCustomColumns(place, name, asked)]
        : [];
    const field = findField(schema, stem, searched, name);
    return field ? [createColumn(name, kind, field, asked)] : [];
  });
  return {
    areOfLines: columns.some(({ isOfLine }) => isOfLine),
    fill: (subject) =>
      Object.fromEntries(
        columns.flatMap((column) => {
          const filled = column.read(subject);
          return filled === undefined ? [] : [[column.name, filled]];
        }),
      ),
  };
}

interface Column {
  readonly name: string;
  readonly isOfLine: boolean;
  /** The value of the element, or undefined where it is left out. */
  read(subject: Subject): unknown;
}

function createColumn(
  name: string,
  kind: string,
  field: Field,
  asked: unknown,
): Column {
  const labels = (Array.isArray(asked) ? asked : [asked]).filter(isProperties);
  return {
    name,
    isOfLine: field.isOfLine,
    read: (subject) => {
      const values = field.read(subject).map((each) => toColumn(kind, each));
      if (values.length === 0) return undefined;
      const filled = labels.flatMap((label) =>
        values.map((searchValue) => ({ ...label, searchValue })),
      );
      return Array.isArray(asked) ? filled : filled[0];
    },
  };
}

function createCustomColumns(
  { stem }: SearchPlace,
  name: string,
  asked: Properties,
): Column {
  const columns = asList(asked["customField"]).map((column) => ({
    column,
    kind: textIn(column, "$type") ?? "",
    field: findCustomField(
      stem,
      textIn(column, "scriptId") ?? textIn(column, "internalId") ?? "",
    ),
  }));
  return {
    name,
    isOfLine: columns.some(({ field }) => field.isOfLine),
    read: (subject) => {
      const customField = columns.flatMap(({ column, kind, field }) => {
        const values = field.read(subject).map((each) => toColumn(kind, each));
        if (values.length === 0) return [];
        const isMany = kind.includes("MultiSelect");
        return [{ ...column, searchValue: isMany ? values : values[0] }];
      });
      return customField.length > 0 ? { customField } : undefined;
    },
  };
}

/** A value as a column of a kind, such as `SearchColumnLongField`, gives it. */
function toColumn(kind: string, value: unknown): unknown {
  const stem = /^SearchColumn(.+?)(?:Custom)?Field$/.exec(kind)?.[1];
  switch (stem) {
    case "Boolean":
    case "Date":
      return value;
    case "Double":
    case "Long":
      return numberOf(value);
    case "EnumSelect":
    case "EnumMultiSelect":
      return isProperties(value) ? textIn(value, "internalId") : String(value);
    case "MultiSelect":
    case "Select":
      return isProperties(value) ? value : { internalId: String(value) };
    default:
      return textOf(value);
  }
}
