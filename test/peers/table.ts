/** A row of the table: one step of one peer. */
export interface Row {
  readonly peer: string;
  readonly version: string;
  readonly operation: string;
  /** `ok`, or what failed. */
  readonly outcome: string;
  readonly ms: number | null;
}

/** Formats rows as a table of text, columns aligned. */
export function formatTable(rows: readonly Row[]): string {
  const cells = [
    ["peer", "version", "operation", "ms", "outcome"],
    ...rows.map(({ peer, version, operation, ms, outcome }) => [
      peer,
      version,
      operation,
      ms === null ? "" : String(ms),
      outcome.replace(/\s+/g, " "),
    ]),
  ];
  const widths = [0, 1, 2, 3].map((at) =>
    Math.max(...cells.map((row) => row[at]?.length ?? 0)),
  );
  return cells
    .map((row) =>
      row
        .map((cell, at) =>
          at === 3
            ? cell.padStart(widths[at] ?? 0)
            : cell.padEnd(widths[at] ?? 0),
        )
        .join("  "),
    )
    .join("\n");
}
