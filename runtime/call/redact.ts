import { isObject } from "./check-options.js";

/** Takes secrets out of a text. */
export type Redact = (text: string) => string;

/** Makes a redactor that puts `[redacted]` in the place of each secret. */
export function createRedact(secrets: readonly string[]): Redact {
  return (text) =>
    secrets.reduce((rest, each) => rest.replaceAll(each, "[redacted]"), text);
}

/** The same value with the secrets taken out of every text in it. */
export function redactValue(value: unknown, redact: Redact): unknown {
  if (typeof value === "string") return redact(value);
  if (Array.isArray(value))
    return value.map((each) => redactValue(each, redact));
  if (!isObject(value) || value instanceof Uint8Array) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      redactValue(each, redact),
    ]),
  );
}

/** Takes the secrets out of an error's message and stack, and returns the error. */
export function redactError<E extends Error>(error: E, redact: Redact): E {
  error.message = redact(error.message);
  if (error.stack !== undefined) error.stack = redact(error.stack);
  return error;
}
