import type { Generated } from "../generate.js";

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Prints what is to change in each file, and what stands in the way. */
export function printPlan({ plan }: Generated): void {
  for (const { change, path } of plan.files) {
    if (change !== "unchanged") print(`${change.padEnd(9)} ${path}`);
  }
  for (const conflict of plan.conflicts) print(`conflict: ${conflict}`);
}

/** Prints what `--check` found. */
export async function printCheck(
  result: Generated,
  isStale: boolean,
): Promise<void> {
  if (!isStale) {
    print(`${result.plan.folder} is up to date.`);
    return;
  }
  printPlan(result);
  const { formatDiff } = await import("../emit/index.js");
  process.stdout.write(formatDiff(result.plan));
}

/** Prints what was generated, for people. */
export function printSummary(
  { version, packageName, counts, plan }: Generated,
  seconds: number,
  dryRun: boolean,
): void {
  // As toLocaleString("en-US"), which takes 10 ms to load.
  const number = (value: number): string =>
    String(value).replace(/\B(?=(\d{3})+$)/g, ",");
  const changed = plan.files.filter(({ change }) => change !== "unchanged");
  print(
    [
      `${packageName}: NetSuite ${version}`,
      `  ${number(counts.types)} types, ${number(counts.enumerations)} enumerations, ${number(counts.operations)} operations, ${number(counts.records)} records`,
      `  ${number(plan.files.length)} files, ${number(counts.bytes)} bytes, ${changed.length === 0 ? "nothing changed" : `${number(changed.length)} ${dryRun ? "to change" : "changed"}`}`,
      `  ${dryRun ? "would be written to" : "in"} ${plan.folder}, ${seconds.toFixed(1)} s`,
    ].join("\n"),
  );
}

/** Prints what was generated, for programs. */
export function printJson(result: Generated, seconds: number): void {
  const { plan, ...facts } = result;
  print(
    JSON.stringify(
      {
        ...facts,
        out: plan.folder,
        seconds: Number(seconds.toFixed(3)),
        files: plan.files.map(({ path, change }) => ({ path, change })),
        conflicts: plan.conflicts,
      },
      null,
      2,
    ),
  );
}
