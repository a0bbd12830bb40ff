import type { Outcome } from "../../runtime/index.js";

/** What happened in a soak. */
export interface SoakReport {
  readonly seed: number;
  readonly calls: number;
  /** How the calls ended: with a value, or with an error of an outcome. */
  readonly endings: Readonly<Record<"value" | Outcome, number>>;
  /** Requests after the first of a call. */
  readonly retries: number;
  /** How the server answered, as often as it did. */
  readonly answers: ReadonlyMap<string, number>;
  /** The most requests under way at a time, as the server sees it. */
  readonly maxInFlight: number;
  /** The most that there may be: the lowest limit that a client gives. */
  readonly limit: number;
  /** The heap after a garbage collection: before the first call, and after each round. */
  readonly heapBytes: readonly number[];
  readonly durationMs: number;
  /** Whatever does not agree; empty where all is well. */
  readonly problems: readonly string[];
}

/** The heap at the start, after half of the rounds, and at the end, in bytes. */
export function heapCourse({
  heapBytes,
}: Pick<SoakReport, "heapBytes">): [number, number, number] {
  const at = (index: number): number => heapBytes.at(index) ?? NaN;
  return [at(0), at(Math.floor(heapBytes.length / 2)), at(-1)];
}

/** A report as a table of two columns. */
export function formatReport(report: SoakReport): string {
  const { endings, answers } = report;
  const [start, middle, end] = heapCourse(report).map((bytes) =>
    (bytes / 2 ** 20).toFixed(1),
  );
  const rows: readonly (readonly [string, string | number])[] = [
    ["seed", report.seed],
    ["calls", report.calls],
    ["  value", endings.value],
    ["  error, notDone", endings.notDone],
    ["  error, done", endings.done],
    ["  error, unknown", endings.unknown],
    ["retries", report.retries],
    ["answers of the server", [...answers.values()].reduce((a, b) => a + b, 0)],
    ...[...answers]
      .sort()
      .map(([name, times]) => [`  ${name}`, times] as const),
    ["most in flight", `${report.maxInFlight} of ${report.limit}`],
    ["heap, MiB", `${start} at start, ${middle} half-way, ${end} at end`],
    ["seconds", (report.durationMs / 1000).toFixed(1)],
    ["problems", report.problems.length],
  ];
  return rows.map(([name, value]) => `${name.padEnd(26)}${value}`).join("\n");
}
