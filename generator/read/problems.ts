import type { Source } from "../model/schema.js";

/** One thing that is wrong with an input. */
export interface Problem {
  /** What was found. */
  readonly what: string;
  /** Where; null where no line is to blame. */
  readonly source: Source | null;
  /** The line that it stands on, shortened, or null. */
  readonly excerpt: string | null;
  /** What the user can do. */
  readonly remedy: string;
}

/** How many problems an {@link InputError} prints. */
const PRINTED_PROBLEMS = 50;

/**
 * The input cannot be read. Holds every problem of one run.
 *
 * The message has for each problem `file:line:column: what`, the excerpt and the remedy; after 50 problems it counts the rest.
 */
export class InputError extends Error {
  override readonly name = "InputError";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[], options?: ErrorOptions) {
    super(formatProblems(problems), options);
    this.problems = problems;
  }
}

/** Makes the error of a single problem that has no position. */
export function createInputError(
  what: string,
  remedy: string,
  options?: ErrorOptions,
): InputError {
  return new InputError([createProblem(what, remedy)], options);
}

/** Makes a problem that has no position. */
export function createProblem(what: string, remedy: string): Problem {
  return { what, source: null, excerpt: null, remedy };
}

/** Prints one problem as `file:line:column: what`, its excerpt and its remedy, each on a line. */
export function formatProblem(problem: Problem): string {
  const { source, what, excerpt, remedy } = problem;
  const where = source
    ? `${source.file}:${source.line}:${source.column}: `
    : "";
  const lines = [printable(where + what)];
  if (excerpt !== null) lines.push(`    ${printable(excerpt)}`);
  lines.push(`  ${printable(remedy)}`);
  return lines.join("\n");
}

function formatProblems(problems: readonly Problem[]): string {
  const printed = problems.slice(0, PRINTED_PROBLEMS).map(formatProblem);
  const rest = problems.length - printed.length;
  if (rest > 0) printed.push(`and ${rest} more problems`);
  return printed.join("\n");
}

/** What a file holds may reach a terminal: control characters must not steer it. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, "\uFFFD");
}

/** Collects the problems of one run. */
export class ProblemList {
  readonly #problems: Problem[] = [];

  add(problem: Problem): void {
    this.#problems.push(problem);
  }

  /** How many problems there are so far. */
  get size(): number {
    return this.#problems.length;
  }

  /** Throws the {@link InputError} of all problems: first those without position, then by file and position. */
  fail(): never {
    throw new InputError(this.#problems.toSorted(comparePositions));
  }
}

function comparePositions(a: Problem, b: Problem): number {
  if (a.source === null || b.source === null)
    return Number(a.source !== null) - Number(b.source !== null);
  if (a.source.file !== b.source.file)
    return a.source.file < b.source.file ? -1 : 1;
  return a.source.line - b.source.line || a.source.column - b.source.column;
}
