import { findNearest } from "../codec/nearest.js";
import type {
  Configuration,
  ConfigurationTarget,
  Entry,
} from "./configuration.js";
import { readEntries } from "./read-entries.js";

/**
 * Reads a configuration: an object, or the path of a file that holds one as JSON.
 *
 * A key that means no option is a problem, with a suggestion.
 */
export function readConfig(
  config: string | object,
  target: ConfigurationTarget,
): Configuration {
  const { value, problem } =
    typeof config === "string" ? readFile(config) : { value: config };
  if (problem !== undefined) return broken(problem);
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return broken(
      `${typeof config === "string" ? `${config} holds` : "The configuration is"} ${describe(value)}. Give an object such as { "ACCOUNT": "1234567", … }.`,
    );
  const entries = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .map(([name, each]: [string, unknown]) => ({
      written: name,
      name,
      value: each,
    }));
  return readEntries(entries, target, {
    spell: (option) => option,
    complain: (entry) => complain(entry, target),
  });
}

function broken(problem: string): Configuration {
  return { options: {}, problems: [problem], nameOf: (option) => option };
}

function complain({ written }: Entry, { checks }: ConfigurationTarget): string {
  const names = [...checks.keys(), "tokenKey", "apiUrl", "wsdlUrl"];
  const nearest = findNearest(written.replace(/[_-]/g, ""), names);
  // What is much longer than a key may be a secret that was put in the wrong place.
  const shown =
    written.length > 40
      ? `A key of ${written.length} characters`
      : JSON.stringify(written);
  return `${shown} is not a key of a configuration. ${
    nearest === undefined
      ? `The keys are ${names.join(", ")}.`
      : `Did you mean ${nearest}?`
  }`;
}

function readFile(path: string): { value?: unknown; problem?: string } {
  let text: string;
  try {
    // An import would load more than a client needs to start.
    const { readFileSync } = process.getBuiltinModule("node:fs");
    text = readFileSync(path, "utf8");
  } catch (error) {
    const code =
      error instanceof Error && "code" in error ? String(error.code) : "";
    return {
      problem: `The configuration file ${path} cannot be read (${code}). Give the path of a JSON file.`,
    };
  }
  try {
    // Some editors begin a file with a byte order mark.
    return { value: JSON.parse(text.replace(/^\uFEFF/, "")) };
  } catch {
    // The parser's message quotes the text, which holds secrets.
    return {
      problem: `The configuration file ${path} is not JSON. Check its quotes and commas; comments are not allowed.`,
    };
  }
}

function describe(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "an array" : `a ${typeof value}`;
}
