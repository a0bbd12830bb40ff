import type {
  BuiltIn,
  LongMode,
  SimpleDescriptor,
} from "../codegen-v1/index.js";
import { decodeBase64, isBytes } from "./base64.js";
import { isDate, isDateTime, isTime } from "./date-time.js";
import { explainSimple } from "./explain-simple.js";

/** What {@link SimplePlan.parse} gives for an integer beyond 2^53 where integers are numbers. */
export const UNSAFE: unique symbol = Symbol("unsafe");

/** A simple type, ready to read and to write. */
export interface SimplePlan {
  readonly kind: "simple";
  readonly type: SimpleDescriptor;
  /** How its values are written: `text` where the value is the text itself. */
  readonly lexical: "text" | "boolean" | "integer" | "decimal" | "other";
  /** The value of a text; undefined where the text is none of the type's, {@link UNSAFE} where it cannot be kept. */
  readonly parse: (text: string) => unknown;
  /** The text of a value, not yet escaped; undefined where the value is none of the type's. */
  readonly format: (value: unknown) => string | undefined;
  /** Whether XML can carry whatever {@link format} gives as it is. */
  readonly isPlain: boolean;
  /** Why {@link format} took no value, as the end of a sentence. */
  readonly explain: (value: unknown) => string;
}

type Parse = (text: string) => unknown;
type Format = (value: unknown) => string | undefined;

/** Types whose values may hold any character. */
const TEXTS: ReadonlySet<BuiltIn> = new Set([
  "string",
  "normalizedString",
  "token",
  "anyURI",
  "language",
]);

/** Compiles a simple type. */
export function createSimplePlan(
  type: SimpleDescriptor,
  long: LongMode,
): SimplePlan {
  const values =
    type.values !== null && type.values.length > 0
      ? new Set(type.values)
      : undefined;
  return {
    kind: "simple",
    type,
    lexical: values ? "text" : lexicalOf(type.builtIn, long),
    parse: values ? parseString : createParse(type.builtIn, long),
    format: values
      ? (value) =>
          typeof value === "string" && values.has(value) ? value : undefined
      : createFormat(type.builtIn),
    isPlain: !values && !TEXTS.has(type.builtIn),
    explain: (value) => explainSimple(type, value),
  };
}

function lexicalOf(builtIn: BuiltIn, long: LongMode): SimplePlan["lexical"] {
  switch (builtIn) {
    case "boolean":
      return "boolean";
    case "long":
      return long === "bigint" ? "other" : "integer";
    case "int":
    case "short":
    case "byte":
      return "integer";
    case "double":
    case "float":
      return "decimal";
    case "base64Binary":
      return "other";
    default:
      return "text";
  }
}

function createParse(builtIn: BuiltIn, long: LongMode): Parse {
  switch (builtIn) {
    case "boolean":
      return parseBoolean;
    case "long":
      return long === "bigint" ? parseBigInt : parseLong;
    case "int":
    case "short":
    case "byte":
      return parseInteger;
    case "double":
    case "float":
      return parseDouble;
    case "base64Binary":
      return decodeBase64;
    case "string":
    case "normalizedString":
    case "token":
    case "anyURI":
    case "language":
    case "dateTime":
    case "date":
    case "time":
      return parseString;
  }
}

function createFormat(builtIn: BuiltIn): Format {
  switch (builtIn) {
    case "boolean":
      return (value) =>
        typeof value === "boolean" ? String(value) : undefined;
    case "long":
      return formatLong;
    case "int":
      return (value) => formatInteger(value, 2 ** 31);
    case "short":
      return (value) => formatInteger(value, 2 ** 15);
    case "byte":
      return (value) => formatInteger(value, 2 ** 7);
    case "double":
    case "float":
      return (value) =>
        typeof value === "number" ? formatDouble(value) : undefined;
    case "base64Binary":
      return (value) => (isBytes(value) ? formatBase64(value) : undefined);
    case "dateTime":
      return (value) => formatChecked(value, isDateTime);
    case "date":
      return (value) => formatChecked(value, isDate);
    case "time":
      return (value) => formatChecked(value, isTime);
    case "string":
    case "normalizedString":
    case "token":
    case "anyURI":
    case "language":
      return (value) => (typeof value === "string" ? value : undefined);
  }
}

/** The text of any value that a simple element can have been decoded to; undefined for anything else. */
export function formatAsDecoded(value: unknown): string | undefined {
  switch (typeof value) {
    case "string":
      return value;
    case "number":
      return formatDouble(value);
    case "boolean":
    case "bigint":
      return String(value);
    default:
      return isBytes(value) ? formatBase64(value) : undefined;
  }
}

/** The text itself, as a copy in one piece: V8 keeps a text that was put together as all of its pieces. */
function parseString(text: string): string {
  // Shorter ones are copied by V8 itself.
  return text.length < 13 ? text : ` ${text}`.slice(1);
}

/** The text without the white space of XML around it. */
function trim(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isWhite(text.charCodeAt(start))) start++;
  while (start < end && isWhite(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

function isWhite(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

/** The value of an `xsd:boolean`'s text; undefined where it is none. */
export function parseBoolean(text: string): boolean | undefined {
  switch (trim(text)) {
    case "true":
    case "1":
      return true;
    case "false":
    case "0":
      return false;
    default:
      return undefined;
  }
}

function parseInteger(text: string): number | undefined {
  const value = parseLong(text);
  return value === UNSAFE ? undefined : value;
}

function parseLong(text: string): number | typeof UNSAFE | undefined {
  const digits = trim(text);
  if (!INTEGER.test(digits)) return undefined;
  // An integer has no -0.
  const value = Number(digits) + 0;
  return Number.isSafeInteger(value) ? value : UNSAFE;
}

function parseBigInt(text: string): bigint | undefined {
  const digits = trim(text);
  if (!INTEGER.test(digits)) return undefined;
  return BigInt(digits.replace("+", ""));
}

function parseDouble(text: string): number | undefined {
  const digits = trim(text);
  switch (digits) {
    case "INF":
    case "+INF":
      return Infinity;
    case "-INF":
      return -Infinity;
    case "NaN":
      return NaN;
  }
  if (!DECIMAL.test(digits)) return undefined;
  const value = Number(digits);
  return Number.isFinite(value) ? value : undefined;
}

const INTEGER = /^[+-]?\d{1,400}$/;
const DECIMAL =
  /^[+-]?(?:\d{1,400}(?:\.\d{0,400})?|\.\d{1,400})(?:[eE][+-]?\d{1,9})?$/;

function formatInteger(value: unknown, bound: number): string | undefined {
  return Number.isInteger(value) &&
    // Number.isInteger is true of numbers only.
    (value as number) >= -bound &&
    (value as number) < bound
    ? String(value)
    : undefined;
}

function formatLong(value: unknown): string | undefined {
  if (typeof value === "bigint") {
    return value === BigInt.asIntN(64, value) ? String(value) : undefined;
  }
  return Number.isSafeInteger(value) ? String(value) : undefined;
}

function formatDouble(value: number): string {
  if (value === Infinity) return "INF";
  if (value === -Infinity) return "-INF";
  return Object.is(value, -0) ? "-0" : String(value);
}

function formatBase64(value: Uint8Array): string {
  const { buffer, byteOffset, byteLength } = value;
  return Buffer.from(buffer, byteOffset, byteLength).toString("base64");
}

function formatChecked(
  value: unknown,
  isValid: (text: string) => boolean,
): string | undefined {
  return typeof value === "string" && isValid(value) ? value : undefined;
}
