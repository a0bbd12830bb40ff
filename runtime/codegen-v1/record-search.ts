/** What the rules below ask of a schema: names only. */
export interface SchemaNames {
  /** The elements of a concrete complexType, inherited ones included, or null where the schema has none of that name. */
  elementsOf(type: string): readonly string[] | null;
  /** The values of an enumeration; empty where the schema has none of that name. */
  valuesOf(enumeration: string): readonly string[];
}

/** How a record is searched. */
export interface RecordSearch {
  /** `Customer` where that is by `CustomerSearch`. */
  readonly stem: string;
  /** What the search's `basic` must say to find this record, or null where the search finds no other. */
  readonly filter: SearchFilter | null;
}

/** Criteria by the element of `basic`. */
export type SearchFilter = Readonly<Record<string, SearchCriterion>>;

/** A criterion of a {@link SearchFilter}: one value of an enumeration, or a truth. */
export type SearchCriterion =
  | {
      readonly operator: "anyOf";
      readonly searchValue: readonly [string];
    }
  | { readonly searchValue: boolean };

/**
 * Which search finds a record: its own where there is one; else that of all transactions or of all items, filtered.
 *
 * A filter can be wider than the record: `_journal` is also the type of other journal entries.
 *
 * @param recordType the value of RecordType, such as `salesOrder`
 * @param typeName the name of the complexType, such as `SalesOrder`
 * @returns null where the record cannot be searched
 */
export function findRecordSearch(
  recordType: string,
  typeName: string,
  names: SchemaNames,
): RecordSearch | null {
  if (names.elementsOf(`${typeName}Search`))
    return { stem: typeName, filter: null };
  const transactionType = `_${TRANSACTION_TYPES.get(recordType) ?? recordType}`;
  const isTransaction = names
    .valuesOf("TransactionType")
    .includes(transactionType);
  const stem = isTransaction ? "Transaction" : "Item";
  const basic = names.elementsOf(`${stem}SearchBasic`);
  if (!names.elementsOf(`${stem}Search`) || !basic?.includes("type"))
    return null;
  const filter = isTransaction
    ? { type: oneOf(transactionType) }
    : findItemFilter(recordType, basic, names);
  return filter && { stem, filter };
}

/** The values of TransactionType that are not `_` and the record's name. */
const TRANSACTION_TYPES: ReadonlyMap<string, string> = new Map([
  ["advInterCompanyJournalEntry", "journal"],
  ["customTransaction", "custom"],
  ["interCompanyJournalEntry", "journal"],
  ["interCompanyTransferOrder", "transferOrder"],
  ["journalEntry", "journal"],
  ["purchaseRequisition", "requisition"],
  ["statisticalJournalEntry", "journal"],
]);

/** The kinds of item that are one ItemType: how their names differ, and the criterion that tells them apart. */
const ITEM_KINDS: readonly (readonly [RegExp, string, SearchCriterion])[] = [
  [/^lotNumbered/, "isLotItem", { searchValue: true }],
  [/^serialized/, "isSerialItem", { searchValue: true }],
  [/Purchase(?=Item$)/, "subType", oneOf("_forPurchase")],
  [/Resale(?=Item$)/, "subType", oneOf("_forResale")],
  [/Sale(?=Item$)/, "subType", oneOf("_forSale")],
];

function findItemFilter(
  recordType: string,
  basic: readonly string[],
  names: SchemaNames,
): SearchFilter | null {
  const kind = ITEM_KINDS.find(([pattern]) => pattern.test(recordType));
  const base = kind
    ? uncapitalize(recordType.replace(kind[0], ""))
    : recordType;
  const value = [base, base.replace(/Item$/, "")]
    .map((each) => `_${each}`)
    .find((each) => names.valuesOf("ItemType").includes(each));
  if (value === undefined) return null;
  const type = oneOf(value);
  if (!kind) return { type };
  const [, element, criterion] = kind;
  return basic.includes(element) ? { type, [element]: criterion } : { type };
}

function oneOf(value: string): SearchCriterion {
  return { operator: "anyOf", searchValue: [value] };
}

/** The forms of a search that can be sent. */
export type SearchForm = "Search" | "SearchBasic" | "SearchAdvanced";

/** The stem and the form of a search's type name: `Customer` and `SearchBasic`. Null where it is no search. */
export function parseSearchName(
  typeName: string,
): { readonly stem: string; readonly form: SearchForm } | null {
  const match = /^(.+?)(Search(?:Basic|Advanced)?)$/.exec(typeName);
  return (
    match && {
      stem: match[1] ?? "",
      // The pattern's second group has these forms only.
      form: match[2] as SearchForm,
    }
  );
}

/** A name with a small first letter: the key of `Customer` in `client.searches`. */
export function uncapitalize(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** A name with a capital first letter: {@link uncapitalize} turned back. */
export function capitalize(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
