import type { FoundItem, SearchPlan } from "./search-plan.js";

/** Remembers what was given, so that it is not given twice. */
export interface GivenItems {
  /** How many were given. */
  readonly count: number;
  /** A search begins anew: what was given before is left out of it. */
  restart(): void;
  /** The items of a page that are to be given now. */
  select(items: readonly FoundItem[]): readonly FoundItem[];
}

/** Makes the memory that a search's options ask for; it holds nothing where they ask for none. */
export function createGivenItems({
  rows,
  only,
  paging: { deduplicate = false, onLostSearch = "fail" },
}: SearchPlan): GivenItems {
  const remembers = onLostSearch === "restart" || (deduplicate && !rows);
  const isUnique = deduplicate && !rows;
  /** How often each was given, over all. */
  const given = new Map<string, number>();
  /** How often each is still to be left out. */
  let left = new Map<string, number>();
  let count = 0;

  function isNew(item: FoundItem): boolean {
    const key = keyOf(item, rows);
    if (key === null) return true;
    const debt = left.get(key) ?? 0;
    if (debt > 0) {
      left.set(key, debt - 1);
      return false;
    }
    const before = given.get(key) ?? 0;
    if (isUnique && before > 0) return false;
    given.set(key, before + 1);
    return true;
  }

  return {
    get count() {
      return count;
    },
    restart() {
      left = new Map(given);
    },
    select(items) {
      const wanted =
        only === null ? items : items.filter(({ $type }) => $type === only);
      const selected = remembers ? wanted.filter(isNew) : wanted;
      count += selected.length;
      return selected;
    },
  };
}

/** What tells an item from others: of a row, a digest of all that it holds, for one transaction has many rows. */
function keyOf(item: FoundItem, isRow: boolean): string | null {
  if (!isRow)
    return item.internalId === undefined
      ? null
      : `${item.$type ?? ""} ${item.internalId}`;
  const text = JSON.stringify(item, (_, value: unknown) =>
    typeof value === "bigint" ? String(value) : value,
  );
  // Loading it takes longer than making a client, and most programs never come here.
  const { createHash } = process.getBuiltinModule("node:crypto");
  return createHash("sha256").update(text).digest("base64");
}
