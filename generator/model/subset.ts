import {
  findRecordSearch,
  uncapitalize,
  type SchemaNames,
} from "../../runtime/codegen-v1/index.js";
import {
  allElements,
  createIndex,
  descendants,
  lineage,
  type SchemaIndex,
} from "./query.js";
import type { ComplexType, GlobalElement, Id, Schema } from "./schema.js";
import { deepFreeze } from "./freeze.js";
import { nearestNames } from "./nearest.js";

/** Which part of a schema to keep; null keeps all. */
export interface Selection {
  /** Records by the value of RecordType that names them, as `customer` or `salesOrder`. */
  readonly records: readonly string[] | null;
  readonly operations: readonly string[] | null;
}

/** A selection names something that the schema does not have. */
export class SelectionError extends Error {
  override readonly name = "SelectionError";
}

/**
 * The part of a schema that the chosen records and operations need, with all that those refer to.
 *
 * Under the abstract types of records and searches only the chosen ones stay, and what they refer to; the other
 * abstract types keep all that extend them. Messages stay where an operation names them.
 *
 * @throws SelectionError when a name is not in the schema, with the names nearest to it.
 */
export function selectSubset(schema: Schema, selection: Selection): Schema {
  if (selection.records === null && selection.operations === null) {
    return schema;
  }
  const index = createIndex(schema);
  const operations = chooseOperations(schema, selection.operations);
  const roots = chooseRecords(index, selection.records);
  const messages = new Set(
    operations.flatMap(({ input, output, faults }) => [
      input.message,
      output.message,
      ...[...input.headers, ...output.headers, ...faults].map(
        (each) => each.message,
      ),
    ]),
  );
  const keptMessages = schema.service.messages.filter(({ name }) =>
    messages.has(name),
  );
  const kept = createClosure(index, selection.records !== null);
  for (const id of roots) kept.addType(id);
  for (const message of keptMessages) {
    for (const part of message.parts) kept.addElement(part.element);
  }
  // What keeps the facades typed, though no element is declared with it.
  for (const type of index.types.values()) {
    if (type.kind === "simpleType" && FACADE_ENUMERATIONS.has(type.name)) {
      kept.addType(type.id);
    }
  }
  return deepFreeze<Schema>({
    ...schema,
    namespaces: schema.namespaces
      .map((namespace) => ({
        ...namespace,
        types: namespace.types.filter(({ id }) => kept.types.has(id)),
        elements: namespace.elements.filter(({ id }) => kept.elements.has(id)),
      }))
      .filter(({ types, elements }) => types.length + elements.length > 0),
    service: {
      ...schema.service,
      messages: keptMessages,
      operations,
    },
  });
}

/** What says which records there are, and how searches tell them apart. */
const FACADE_ENUMERATIONS: ReadonlySet<string> = new Set([
  "ItemType",
  "RecordType",
  "TransactionType",
]);

function chooseOperations(
  schema: Schema,
  names: readonly string[] | null,
): Schema["service"]["operations"] {
  const { operations } = schema.service;
  if (names === null) return operations;
  const known = operations.map(({ name }) => name);
  const chosen = new Set(names.flatMap(withCompanions));
  refuseUnknown(
    "operation",
    names.filter((name) => !known.includes(name)),
    known,
  );
  return operations.filter(({ name }) => chosen.has(name));
}

/** An operation, and those without which its answers cannot be had: further pages, the results of jobs. */
function withCompanions(operation: string): readonly string[] {
  if (operation === "search") return [operation, "searchMoreWithId"];
  return operation.startsWith("async")
    ? [operation, "checkAsyncStatus", "getAsyncResult"]
    : [operation];
}

/** The types of the chosen records, and the searches that find them. */
function chooseRecords(
  index: SchemaIndex,
  names: readonly string[] | null,
): readonly Id[] {
  if (names === null) return [];
  const concrete = [...index.types.values()].filter(
    (type): type is ComplexType =>
      type.kind === "complexType" && !type.abstract,
  );
  const records = concrete.filter((type) => rootOf(index, type) === "Record");
  const byName = new Map(
    records.map((type) => [type.name.toLowerCase(), type]),
  );
  refuseUnknown(
    "record",
    names.filter((name) => !byName.has(name.toLowerCase())),
    records.map(({ name }) => uncapitalize(name)),
  );
  const searches = concrete.filter((type) => isSearch(rootOf(index, type)));
  const schemaNames = createSchemaNames(index, concrete);
  return names.flatMap((name) => {
    const record = byName.get(name.toLowerCase());
    if (!record) return [];
    const search = findRecordSearch(
      uncapitalize(record.name),
      record.name,
      schemaNames,
    );
    const stem = search?.stem ?? record.name;
    const found = searches.filter(({ name }) =>
      SEARCH_FORMS.some((form) => name === stem + form),
    );
    return [record.id, ...found.map(({ id }) => id)];
  });
}

const SEARCH_FORMS = [
  "Search",
  "SearchBasic",
  "SearchAdvanced",
  "SearchRow",
  "SearchRowBasic",
];

/** The look-up that the rules of searches ask for, by the schema's own names. */
function createSchemaNames(
  index: SchemaIndex,
  concrete: readonly ComplexType[],
): SchemaNames {
  const types = new Map(concrete.map((type) => [type.name, type]));
  return {
    elementsOf(name) {
      const type = types.get(name);
      return type ? allElements(index, type).map((each) => each.name) : null;
    },
    valuesOf(enumeration) {
      const found = [...index.types.values()].find(
        ({ kind, name }) => kind === "simpleType" && name === enumeration,
      );
      return found?.kind === "simpleType" ? found.values : [];
    },
  };
}

/** The name of the topmost type that a type extends, itself not counted; empty where it extends none. */
function rootOf(index: SchemaIndex, type: ComplexType): string {
  const line = lineage(index, type);
  return line.length > 1 ? (line.at(-1)?.name ?? "") : "";
}

function isSearch(root: string): boolean {
  return root === "SearchRecord" || root === "SearchRow";
}

interface Closure {
  readonly types: ReadonlySet<Id>;
  readonly elements: ReadonlySet<Id>;
  addType(id: Id): void;
  addElement(id: Id): void;
}

/** Collects types and elements with all that they refer to. */
function createClosure(index: SchemaIndex, choosesRecords: boolean): Closure {
  const types = new Set<Id>();
  const elements = new Set<Id>();

  function addElement(id: Id): void {
    const element: GlobalElement | undefined = index.elements.get(id);
    if (!element || elements.has(id)) return;
    elements.add(id);
    addType(element.type);
  }

  function addType(id: Id): void {
    const type = index.types.get(id);
    if (!type || types.has(id)) return;
    types.add(id);
    if (type.kind === "simpleType") return;
    if (type.base !== null) addType(type.base);
    if (type.text !== null) addType(type.text);
    for (const element of type.elements) {
      if (element.ref !== null) addElement(element.ref);
      addType(element.type);
    }
    for (const attribute of type.attributes) addType(attribute.type);
    if (!(choosesRecords && isChosenKind(index, type))) {
      for (const each of descendants(index, id)) addType(each.id);
    }
  }

  return { types, elements, addType, addElement };
}

/** Whether a type is one of those under which only the chosen types stay. */
function isChosenKind(index: SchemaIndex, type: ComplexType): boolean {
  const top = lineage(index, type).at(-1)?.name;
  return top === "Record" || top === "SearchRecord" || top === "SearchRow";
}

function refuseUnknown(
  kind: "record" | "operation",
  unknown: readonly string[],
  known: readonly string[],
): void {
  if (unknown.length === 0) return;
  const lines = unknown.map((name) => {
    const near = nearestNames(name, known);
    return near.length > 0
      ? `There is no ${kind} "${name}". Did you mean ${near.join(", ")}?`
      : `There is no ${kind} "${name}".`;
  });
  throw new SelectionError(
    `${lines.join("\n")}\nThe schema has these ${kind}s: ${[...known].sort().join(", ")}.`,
  );
}
