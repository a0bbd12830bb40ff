import { escapeText } from "../codec/xml-text.js";
import { NetSuiteAbortedError } from "../errors/index.js";

/** Takes secrets out of a text. */
export type Redact = (text: string) => string;

/** What stands in the place of a secret. */
export const REDACTED = "[redacted]";

/** Shorter secrets, such as a card's security code, stand in longer words and numbers by chance. */
const DISTINCTIVE_LENGTH = 6;

/**
 * Makes a redactor that puts `[redacted]` in the place of each secret, in any case, also where it is escaped as in XML, URLs or JSON.
 *
 * A secret of less than 6 characters is found only where no letter or digit stands beside it.
 *
 * @param secrets or what finds them, which is asked when the first text is redacted
 */
export function createRedact(
  secrets: readonly string[] | (() => readonly string[]),
): Redact {
  let pattern: RegExp | null | undefined;
  return (text) => {
    pattern ??= createPattern(
      typeof secrets === "function" ? secrets() : secrets,
    );
    return text.replace(pattern, REDACTED);
  };
}

const NEVER = /(?!)/;

function createPattern(secrets: readonly string[]): RegExp {
  const texts = new Set(secrets.flatMap(spellings));
  texts.delete("");
  if (texts.size === 0) return NEVER;
  // The longest first: a secret may be the beginning of another.
  const alternatives = [...texts]
    .sort((a, b) => b.length - a.length)
    .map((text) =>
      text.length < DISTINCTIVE_LENGTH
        ? `(?<![\\p{L}\\d])${escapePattern(text)}(?![\\p{L}\\d])`
        : escapePattern(text),
    );
  return new RegExp(alternatives.join("|"), "giu");
}

/** The ways in which a server may write a text that it repeats. */
function spellings(text: string): string[] {
  const escaped = escapeText(text) ?? text;
  return [
    text,
    escaped,
    escaped.replaceAll('"', "&quot;"),
    escaped.replaceAll('"', "&quot;").replaceAll("'", "&#39;"),
    escapeText(escaped) ?? escaped,
    JSON.stringify(text).slice(1, -1),
    // A half of a pair of surrogates has no such spelling.
    encodeURIComponent(text.replace(/\p{Surrogate}/gu, "")),
  ];
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

/** The same value with the secrets taken out of every text in it. */
export function redactValue(value: unknown, redact: Redact): unknown {
  if (typeof value === "string") return redact(value);
  if (Array.isArray(value))
    return value.map((each) => redactValue(each, redact));
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Uint8Array) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      redactValue(each, redact),
    ]),
  );
}

/**
 * Takes the secrets out of an error, and returns it: out of its message, its stack and what it holds, and so out of its
 * causes. The cause of an aborted call is the application's own, and stays as it is.
 */
export function redactError<E extends Error>(error: E, redact: Redact): E {
  redactParts(error, redact, new Set());
  return error;
}

function redactParts(error: unknown, redact: Redact, seen: Set<Error>): void {
  if (!(error instanceof Error) || seen.has(error)) return;
  seen.add(error);
  for (const name of ["message", "stack", ...Object.keys(error)]) {
    const value: unknown = Reflect.get(error, name);
    if (typeof value === "string" || isPlain(value))
      Reflect.set(error, name, redactValue(value, redact));
  }
  if (error instanceof NetSuiteAbortedError) return;
  redactParts(error.cause, redact, seen);
  if (error instanceof AggregateError)
    for (const each of error.errors) redactParts(each, redact, seen);
}

function isPlain(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return [Object.prototype, Array.prototype].includes(
    Object.getPrototypeOf(value) as object, // of an object it is one, or null, which is not among them
  );
}
