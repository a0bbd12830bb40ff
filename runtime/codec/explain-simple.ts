import type { BuiltIn, SimpleDescriptor } from "../codegen-v1/index.js";
import { findNearest } from "./nearest.js";

const EXPECTED: Record<BuiltIn, string> = {
  string: "a string",
  normalizedString: "a string",
  token: "a string",
  anyURI: "a string",
  language: "a string",
  boolean: "true or false",
  int: "a whole number from -2147483648 to 2147483647",
  short: "a whole number from -32768 to 32767",
  byte: "a whole number from -128 to 127",
  long: "a whole number up to 2^53, or a bigint of 64 bits",
  double: "a number",
  float: "a number",
  dateTime: "a string such as 2025-03-31T09:30:00.000-07:00",
  date: "a string such as 2025-03-31",
  time: "a string such as 09:30:00.000-07:00",
  base64Binary: "a Uint8Array: its bytes, not base64 text",
};

/** Says what a simple type expects and what was found instead. */
export function explainSimple(type: SimpleDescriptor, value: unknown): string {
  if (type.values !== null && type.values.length > 0) {
    return explainEnumeration(type, type.values, value);
  }
  const expected = EXPECTED[type.builtIn];
  if (value instanceof Date && isTemporal(type.builtIn)) {
    return `expects ${expected}, found a Date: write its ISO string, toISOString()`;
  }
  if (typeof value === "string" && isTemporal(type.builtIn)) {
    return `expects ${expected}, found ${quote(value)}, which is no ${type.builtIn}`;
  }
  // A number in place of a text may be secret too: a password, a card's number.
  const found =
    expected === EXPECTED.string && isNumeric(value)
      ? `a ${typeof value}`
      : describeValue(value);
  return `expects ${expected}, found ${found}`;
}

function isNumeric(value: unknown): boolean {
  return typeof value === "number" || typeof value === "bigint";
}

/** What a value is, in words; texts themselves are not told, since they may be secret. */
export function describeValue(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  switch (typeof value) {
    case "number":
    case "boolean":
      return String(value);
    case "bigint":
      return `${value}n`;
    case "object": {
      const name = Object.prototype.toString.call(value).slice(8, -1);
      return name === "Object" ? "an object" : `a ${name}`;
    }
    case "undefined":
      return "undefined";
    default:
      return `a ${typeof value}`;
  }
}

/** A text as messages quote it, cut where it is long. */
export function quote(text: string): string {
  return JSON.stringify(shorten(text));
}

/** A text as messages tell it, cut where it is long. */
export function shorten(text: string): string {
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}

function isTemporal(builtIn: BuiltIn): boolean {
  return builtIn === "dateTime" || builtIn === "date" || builtIn === "time";
}

function explainEnumeration(
  type: SimpleDescriptor,
  values: readonly string[],
  value: unknown,
): string {
  if (typeof value !== "string") {
    return `expects a value of ${type.typeName}, such as ${quote(values[0] ?? "")}, found ${describeValue(value)}`;
  }
  const nearest = findNearest(value, values);
  const hint =
    nearest !== undefined
      ? `; did you mean ${quote(nearest)}?`
      : `: it is one of ${values
          .slice(0, 8)
          .map(quote)
          .join(", ")}${values.length > 8 ? ", …" : ""}`;
  return `${quote(value)} is no value of ${type.typeName}${hint}`;
}
