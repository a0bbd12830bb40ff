/** The known names that a misspelt one may have meant, the likeliest first; at most five. */
export function nearestNames(
  name: string,
  known: readonly string[],
): readonly string[] {
  const wanted = name.toLowerCase();
  return known
    .map((each) => {
      const other = each.toLowerCase();
      const edits = countEdits(wanted, other);
      const isNear = other.includes(wanted) || edits <= wanted.length / 3;
      return { each, edits, isNear };
    })
    .filter(({ isNear }) => isNear)
    .sort((a, b) => a.edits - b.edits)
    .slice(0, 5)
    .map(({ each }) => each);
}

/** Letters to insert, remove or replace to make one text of the other. */
function countEdits(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (const [done, letter] of [...from].entries()) {
    const next = [done + 1];
    for (const [at, other] of [...to].entries()) {
      next.push(
        Math.min(
          (next[at] ?? 0) + 1,
          (row[at + 1] ?? 0) + 1,
          (row[at] ?? 0) + (letter === other ? 0 : 1),
        ),
      );
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
