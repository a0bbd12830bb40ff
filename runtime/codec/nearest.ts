/** The names that are most like a misspelt one, best first; all of them come back, at most `limit`. */
export function rankByLikeness(
  name: string,
  candidates: Iterable<string>,
  limit: number,
): string[] {
  return [...candidates]
    .map((each) => ({ each, distance: editDistance(name, each) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, limit)
    .map(({ each }) => each);
}

/** The name that a misspelt one was meant to be, or undefined where none is near. */
export function findNearest(
  name: string,
  candidates: Iterable<string>,
): string | undefined {
  const [best] = rankByLikeness(name, candidates, 1);
  if (best === undefined) return undefined;
  const allowed = Math.max(
    2,
    Math.floor(Math.max(name.length, best.length) / 3),
  );
  return editDistance(name, best) <= allowed ? best : undefined;
}

/** Insertions, deletions, replacements and swaps of neighbours that lead from one name to the other, case aside. */
function editDistance(from: string, to: string): number {
  const a = from.slice(0, 80).toLowerCase();
  const b = to.slice(0, 80).toLowerCase();
  let older: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        at(last, j) + 1,
        at(row, j - 1) + 1,
        at(last, j - 1) + (same ? 0 : 1),
        swapped ? at(older, j - 2) + 1 : Infinity,
      );
    }
    older = last;
    last = row;
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity;
}
