import {
  capitalize,
  findRecordSearch,
  type ComplexDescriptor,
  type NetSuiteSchema,
  type SchemaNames,
  type SearchFilter,
} from "nsgen-runtime/codegen-v1";
import {
  elementsOf,
  findElement,
  findRecordType,
  recordTypeOf,
} from "../schema/record-types.js";

/** A record type that a search looks at. */
export interface SearchedType {
  readonly recordType: string;
  readonly type: ComplexDescriptor;
  /** What the search's `basic` says of records of this type: `{ type: … "_salesOrder" }`. */
  readonly filter: SearchFilter;
}

/**
 * The record types that a search looks at, by its stem: `Customer` for CustomerSearch; all transactions for
 * `Transaction`, all items for `Item`, all that have an `entityId` for `Entity`.
 *
 * @returns none where the stem is that of no record
 */
export function findSearchedTypes(
  schema: NetSuiteSchema,
  stem: string,
): readonly SearchedType[] {
  let known = KNOWN.get(schema);
  if (!known) {
    known = new Map<string, readonly SearchedType[]>();
    KNOWN.set(schema, known);
  }
  const types = known.get(stem) ?? findTypes(schema, stem);
  known.set(stem, types);
  return types;
}

/** What was worked out before: schemas never change. */
const KNOWN = new WeakMap<
  NetSuiteSchema,
  Map<string, readonly SearchedType[]>
>();

/** Record types of stems that are no record type's own name, but for transactions, items and entities. */
const OTHER_TYPES: ReadonlyMap<string, readonly string[]> = new Map([
  ["OriginatingLead", ["customer"]],
  ["PaymentInstrument", ["generalToken", "paymentCard", "paymentCardToken"]],
]);

function findTypes(
  schema: NetSuiteSchema,
  stem: string,
): readonly SearchedType[] {
  if (stem === "AccountingTransaction") return findTypes(schema, "Transaction");
  const names = createSchemaNames(schema);
  const isShared =
    stem === "Transaction" || stem === "Item" || stem === "Entity";
  const recordTypes = isShared
    ? names.valuesOf("RecordType")
    : (OTHER_TYPES.get(stem) ?? [recordTypeOf(stem)]);
  return recordTypes.flatMap((recordType) => {
    const type = findRecordType(schema, recordType);
    const filter =
      type && isShared ? findFilter(schema, stem, recordType, type, names) : {};
    return type && filter ? [{ recordType, type, filter }] : [];
  });
}

function findFilter(
  schema: NetSuiteSchema,
  stem: "Transaction" | "Item" | "Entity",
  recordType: string,
  type: ComplexDescriptor,
  names: SchemaNames,
): SearchFilter | null {
  if (stem === "Entity")
    return findElement(schema, type, "entityId") ? {} : null;
  const typeName = capitalize(recordType);
  // A transaction with a search of its own, such as an opportunity, is found by that of all transactions too.
  const shared: SchemaNames =
    stem === "Transaction"
      ? {
          ...names,
          elementsOf: (name) =>
            name === `${typeName}Search` ? null : names.elementsOf(name),
        }
      : names;
  const search = findRecordSearch(recordType, typeName, shared);
  return search?.stem === stem ? search.filter : null;
}

function createSchemaNames(schema: NetSuiteSchema): SchemaNames {
  return {
    elementsOf(typeName) {
      const type = schema.typeOf(typeName);
      return type && !type.abstract
        ? elementsOf(schema, type).map(({ name }) => name)
        : null;
    },
    valuesOf(enumeration) {
      for (const { uri } of schema.namespaces) {
        const found = schema.typeNamed(uri, enumeration);
        if (found?.kind === "simple") return found.values ?? [];
      }
      return [];
    },
  };
}
