const COLUMNS = [
  ["what", "what"],
  ["ours", "nsgen"],
  ["theirs", "against"],
  ["ratio", "ratio"],
  ["target", "target"],
  ["mark", ""],
];

/** A table of rows in Markdown, aligned for a terminal. */
export function formatTable(rows) {
  const cells = [
    COLUMNS.map(([, title]) => title),
    ...rows.map((row) => {
      const mark = row.reached === null ? "" : row.reached ? "✓" : "✗";
      return COLUMNS.map(([key]) => ({ ...row, mark })[key]);
    }),
  ];
  const widths = COLUMNS.map((_, column) =>
    Math.max(3, ...cells.map((line) => line[column].length)),
  );
  const lines = cells.map(
    (line) =>
      `| ${line.map((cell, column) => cell.padEnd(widths[column])).join(" | ")} |`,
  );
  const rule = `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`;
  return [lines[0], rule, ...lines.slice(1)].join("\n");
}
