import { isUtf8 } from "node:buffer";
import { NetSuiteDecodeError } from "../errors/index.js";

/** Windows-1252's characters for the bytes 80 to 9F, where it differs from ISO-8859-1. */
const WINDOWS_1252 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

type Charset = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

const CHARSETS: ReadonlyMap<string, Charset | "utf-16"> = new Map([
  ["utf-8", "utf-8"],
  ["utf8", "utf-8"],
  ["utf-16", "utf-16"],
  ["utf-16le", "utf-16le"],
  ["utf-16be", "utf-16be"],
  ["iso-8859-1", "windows-1252"],
  ["latin1", "windows-1252"],
  ["windows-1252", "windows-1252"],
  ["cp1252", "windows-1252"],
  ["us-ascii", "windows-1252"],
  ["ascii", "windows-1252"],
]);

const BYTE_ORDER_MARK = "\ufeff";

/**
 * The text of a document in UTF-8, without a byte order mark; where it is in UTF-8 already, these very bytes.
 *
 * The charset is the one given (of the HTTP Content-Type), else that of the byte order mark, else of the XML
 * declaration, else UTF-8. ISO-8859-1 and US-ASCII are read as windows-1252, as browsers do.
 *
 * @throws NetSuiteDecodeError where the charset is not known, the bytes are not valid in it, or a string has half a character.
 */
export function toUtf8(
  input: Uint8Array | string,
  charset: string | undefined,
): Buffer {
  if (typeof input === "string") return encodeText(input);
  const actual = findCharset(input, charset);
  if (actual === "utf-8" && isUtf8(input)) {
    const start = readByteOrderMark(input) === "utf-8" ? 3 : 0;
    return Buffer.from(
      input.buffer,
      input.byteOffset + start,
      input.length - start,
    );
  }
  if (actual === "windows-1252") return Buffer.from(decodeWindows1252(input));
  return Buffer.from(decodeStrictly(input, actual));
}

function encodeText(text: string): Buffer {
  const lone = /\p{Surrogate}/u.exec(text);
  if (lone) throw invalidText(text.slice(0, lone.index));
  return Buffer.from(text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text);
}

function decodeStrictly(
  bytes: Uint8Array,
  charset: "utf-8" | "utf-16le" | "utf-16be",
): string {
  const decoder = new TextDecoder(charset, { fatal: true });
  let isWhole = false;
  try {
    const text = decoder.decode(bytes, { stream: true });
    isWhole = true;
    return text + decoder.decode();
  } catch (error) {
    throw invalidBytes(bytes, charset, error, isWhole);
  }
}

function findCharset(bytes: Uint8Array, given: string | undefined): Charset {
  const marked = readByteOrderMark(bytes);
  if (given !== undefined) {
    const label = given.trim().replace(/^"(.*)"$/, "$1");
    const known = CHARSETS.get(label.toLowerCase());
    if (known === undefined) throw unknownCharset(label, "Content-Type header");
    if (known !== "utf-16") return known;
    return marked === "utf-16le" ? marked : "utf-16be";
  }
  if (marked) return marked;
  const start = Buffer.from(bytes.subarray(0, 256)).toString("latin1");
  const declared = /^<\?xml\s[^>]*?\sencoding\s*=\s*["']([^"']*)["']/.exec(
    start,
  );
  const label = declared?.[1];
  if (label === undefined) return "utf-8";
  const known = CHARSETS.get(label.toLowerCase());
  if (known === undefined) throw unknownCharset(label, "XML declaration");
  // The declaration was read byte by byte, so the document is not in UTF-16, whatever it says.
  return known === "windows-1252" ? known : "utf-8";
}

/** The charset that the first bytes give away: a mark, or `<` in two bytes. */
function readByteOrderMark(bytes: Uint8Array): Charset | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (first === 0x3c && second === 0) return "utf-16le";
  if (first === 0 && second === 0x3c) return "utf-16be";
  return undefined;
}

/** TextDecoder reads the bytes 80 to 9F as control characters in several releases of Node. */
function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString("latin1")
    .replace(
      /[\x80-\x9f]/g,
      (each) => WINDOWS_1252[each.charCodeAt(0) - 0x80] ?? each,
    );
}

function unknownCharset(label: string, where: string): NetSuiteDecodeError {
  return new NetSuiteDecodeError(
    `The message is in charset ${JSON.stringify(label.slice(0, 40))}, as its ${where} says, which is not supported: UTF-8, UTF-16, ISO-8859-1, windows-1252 and US-ASCII are.`,
    { line: 1, column: 1 },
  );
}

function invalidBytes(
  bytes: Uint8Array,
  charset: Charset,
  cause: unknown,
  isCut: boolean,
): NetSuiteDecodeError {
  const text = new TextDecoder(charset).decode(bytes);
  const { line, column } = endOf(text.slice(0, text.indexOf("\ufffd")));
  return new NetSuiteDecodeError(
    `The message is not valid ${charset.toUpperCase()}: bytes at line ${line}, column ${column} are no character. It was cut, or is in another charset than it says.`,
    { line, column, cause, retryable: isCut },
  );
}

function invalidText(before: string): NetSuiteDecodeError {
  const { line, column } = endOf(before);
  return new NetSuiteDecodeError(
    `The message has half a surrogate pair at line ${line}, column ${column}, which is no character: it was cut, or its bytes were read in another charset than theirs.`,
    { line, column },
  );
}

/** Line and column of what follows a text, from 1. */
function endOf(before: string): { line: number; column: number } {
  const lines = before.split("\n");
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
