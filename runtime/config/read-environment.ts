import type { Configuration, ConfigurationTarget } from "./configuration.js";
import { toUpperSnakeCase } from "./keys.js";
import { readEntries } from "./read-entries.js";

/** Environment variables, such as `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

const PREFIX = /^NETSUITE_/i;

/**
 * Reads the environment variables whose names begin with `NETSUITE_`. Empty ones count as not given, and those that
 * mean no option are left alone: they may be another program's.
 *
 * Numbers and objects are written as JSON: `NETSUITE_MAX_RETRIES=3`, `NETSUITE_PREFERENCES={"warningAsError":true}`.
 */
export function readEnvironment(
  environment: Environment,
  target: ConfigurationTarget,
): Configuration {
  const entries = Object.entries(environment)
    .filter(([name, value]) => PREFIX.test(name) && value?.trim())
    .map(([written, value]) => ({
      written,
      name: written.replace(PREFIX, ""),
      value,
    }));
  const read = readEntries(entries, target, {
    spell: (option) => `NETSUITE_${toUpperSnakeCase(option)}`,
    complain: () => null,
  });
  const options = Object.fromEntries(
    Object.entries(read.options).map(([option, value]): [string, unknown] => [
      option,
      fromText(value, target.checks.get(option)),
    ]),
  );
  return { ...read, options };
}

/**
 * The value that a variable's text means: the text itself where the option takes it, or else what it is as JSON.
 * Where only the white space around it keeps it from being taken, it stays a text: the check says so.
 */
function fromText(
  text: unknown,
  check: ((value: unknown) => string | null) | undefined,
): unknown {
  if (typeof text !== "string" || check?.(text.trim()) === null) return text;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "string" ? text : value;
  } catch {
    return text;
  }
}
