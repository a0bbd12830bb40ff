import type { BuiltIn, SimpleDescriptor } from "nsgen-runtime/codegen-v1";
import { isDate, isDateTime, isTime } from "./lexical-date.js";

const INTEGER = /^[+-]?0*\d{1,19}$/;
const DOUBLE = /^(?:[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|-?INF|NaN)$/;
const LANGUAGE = /^[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*$/;
const NOT_BASE_64 = /[^A-Za-z0-9+/]/;
const BASE_64_END =
  /^(?:[A-Za-z0-9+/]{4}|[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?$/;

/** Whether a text is a value of a simple type, white space around it as XSD 1.0 has it for that type. */
export type LexicalCheck = (text: string) => boolean;

/** Makes the check of a type. */
export function createLexicalCheck({
  builtIn,
  values,
}: SimpleDescriptor): LexicalCheck {
  const normalize = NORMALIZE[builtIn] ?? collapse;
  if (values !== null && values.length > 0) {
    const known = new Set(values);
    return (text) => known.has(normalize(text));
  }
  const check = CHECKS[builtIn];
  return (text) => check(normalize(text));
}

const NORMALIZE: Partial<Record<BuiltIn, (text: string) => string>> = {
  string: (text) => text,
  normalizedString: (text) => text.replace(/[\t\r\n]/g, " "),
  base64Binary: (text) => text.replace(/[ \t\r\n]+/g, ""),
};

const CHECKS: Readonly<Record<BuiltIn, LexicalCheck>> = {
  string: () => true,
  normalizedString: () => true,
  token: () => true,
  // XSD 1.0 takes any text: what is no URI yet becomes one by escaping.
  anyURI: () => true,
  language: (text) => LANGUAGE.test(text),
  boolean: (text) => /^(?:true|false|1|0)$/.test(text),
  long: (text) => isInteger(text, 64),
  int: (text) => isInteger(text, 32),
  short: (text) => isInteger(text, 16),
  byte: (text) => isInteger(text, 8),
  double: (text) => DOUBLE.test(text),
  float: (text) => DOUBLE.test(text),
  dateTime: isDateTime,
  date: isDate,
  time: isTime,
  base64Binary: isBase64,
};

/** The group of four that may be padded, and those before it: one expression for all overflows at some megabytes. */
function isBase64(text: string): boolean {
  return (
    text.length % 4 === 0 &&
    !NOT_BASE_64.test(text.slice(0, -4)) &&
    BASE_64_END.test(text.slice(-4))
  );
}

function isInteger(text: string, bits: number): boolean {
  if (!INTEGER.test(text)) return false;
  const value = BigInt(text);
  return BigInt.asIntN(bits, value) === value;
}

function collapse(text: string): string {
  return /[ \t\r\n]/.test(text)
    ? text.replace(/[ \t\r\n]+/g, " ").replace(/^ | $/g, "")
    : text;
}
