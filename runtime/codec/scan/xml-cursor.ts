import { NetSuiteDecodeError } from "../../errors/index.js";
import { findForbiddenCharacter, isNCName } from "../xml-text.js";
import { HTML_PAGE } from "../xml-reader.js";
import {
  AMP,
  BANG,
  CLOSE_BRACKET,
  CR,
  DASH,
  GT,
  HIGH,
  LF,
  LT,
  NAME_CLASS,
  OPEN_BRACKET,
  PLAIN,
  QUESTION,
  SEMICOLON,
  TEXT_CLASS,
  WHITE,
} from "./characters.js";

import { LONGEST, ShortTexts } from "./short-texts.js";

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

/** The longest reference that means something is `&#x10FFFF;`, but for zeros before the number. */
const LONGEST_REFERENCE = 64;

/**
 * A place in a document of UTF-8 bytes, and how what follows it is read, up to but not including tags.
 *
 * Everything that XML 1.0 forbids is refused, and so is a DOCTYPE. The bytes are valid UTF-8.
 */
export class XmlCursor {
  readonly bytes: Buffer;
  at = 0;
  /** Whether the root has begun: before that, what is no XML is not a message at all. */
  begun = false;

  readonly #short: ShortTexts;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
    this.#short = new ShortTexts(bytes);
  }

  /** Line and column of the last character before a place, from 1. */
  position(at = this.at): { line: number; column: number } {
    let line = 1;
    let start = 0;
    const { bytes } = this;
    for (let index = 0; index < at; index++) {
      if (bytes[index] === CR && bytes[index + 1] === LF) continue;
      if (bytes[index] === LF || bytes[index] === CR) {
        line++;
        start = index + 1;
      }
    }
    const column = [...bytes.toString("utf8", start, at)].length;
    return { line, column: Math.max(1, column) };
  }

  /** Refuses the document; at its end, as truncated. */
  malformed(reason: string, at = this.at): never {
    if (at >= this.bytes.length) this.truncated();
    const what = this.begun ? "The XML is malformed" : "The message is not XML";
    this.refuse(`${what}: ${reason}`, at + 1);
  }

  /** Refuses a document that ends where something is still open. */
  truncated(): never {
    const { line, column } = this.position(this.bytes.length);
    throw new NetSuiteDecodeError(
      `The XML ends in the middle: the message was truncated (line ${line}, column ${column}).`,
      { line, column, retryable: true },
    );
  }

  refuse(message: string, at = this.at): never {
    const { line, column } = this.position(at);
    throw new NetSuiteDecodeError(
      `${message} (line ${line}, column ${column}).`,
      { line, column },
    );
  }

  /** A piece of the document that is known to be all in ASCII, or not. */
  slice(start: number, end: number, isAscii: boolean): string {
    if (!isAscii) return this.bytes.toString("utf8", start, end);
    return end - start <= LONGEST
      ? this.#short.read(start, end)
      : this.bytes.toString("latin1", start, end);
  }

  skipWhite(): void {
    const { bytes } = this;
    let { at } = this;
    while (WHITE[bytes[at] ?? 0] === 1) at++;
    this.at = at;
  }

  /** Where the name that begins here ends. */
  endOfName(start: number): number {
    const { bytes } = this;
    let at = start;
    while ((NAME_CLASS[bytes[at] ?? 0] ?? 0) !== 0) at++;
    return at;
  }

  /** The text of a name, which may have a prefix. */
  name(start: number, end: number): string {
    const text = this.bytes.toString("utf8", start, end);
    const colon = text.indexOf(":");
    if (!isNCName(text.replaceAll(":", "_")))
      this.malformed("a name has a character that names cannot have", start);
    if (
      colon >= 0 &&
      (colon === 0 ||
        text.lastIndexOf(":") !== colon ||
        colon === text.length - 1)
    )
      this.malformed(`the name ${text} has no prefix and local part`, start);
    return text;
  }

  /**
   * Reads character data with what may stand in it, comments, processing instructions and CDATA sections, up to the next
   * tag. Ends of lines come as one LF.
   */
  readText(): string {
    const { bytes } = this;
    let text = "";
    for (;;) {
      text += this.#readCharacters();
      // Only `<` ends characters.
      const next = bytes[this.at + 1];
      if (next === BANG) text += this.#readDeclaration();
      else if (next === QUESTION) this.#skipInstruction();
      else return text;
    }
  }

  /** Reads what may stand beside the root: white space, comments and processing instructions. Stops at a tag or at the end. */
  skipMisc(): void {
    const { bytes } = this;
    for (;;) {
      this.skipWhite();
      const { at } = this;
      if (at >= bytes.length) return;
      if (bytes[at] !== LT)
        this.malformed("there is text outside of the root element");
      const next = bytes[at + 1];
      if (next === QUESTION) this.#skipInstruction();
      else if (next !== BANG) return;
      else if (bytes[at + 2] === OPEN_BRACKET)
        this.malformed("there is text outside of the root element");
      else this.#readDeclaration();
    }
  }

  /** Reads the XML declaration, where there is one. */
  readProlog(): void {
    const { bytes } = this;
    const start = this.at;
    if (bytes.toString("latin1", start, start + 5) !== "<?xml") return;
    if ((NAME_CLASS[bytes[start + 5] ?? 0] ?? 0) !== 0) return;
    const end = bytes.indexOf("?>", start);
    if (end < 0) this.truncated();
    if (!DECLARATION.test(bytes.toString("latin1", start, end + 2)))
      this.malformed(
        'the XML declaration is not of the form <?xml version="1.0" encoding="UTF-8"?>',
        start,
      );
    this.at = end + 2;
  }

  /** Reads an attribute's value up to and with the quote that closes it: white space comes as spaces. */
  readValue(quote: number): string {
    const { bytes } = this;
    let text = "";
    let start = this.at;
    let at = start;
    for (;;) {
      const byte = bytes[at];
      if (byte === undefined) this.truncated();
      if (byte === quote) break;
      if (byte === LT) this.malformed('an attribute has a "<": write &lt;', at);
      if (byte === AMP) {
        text += this.#characters(start, at);
        this.at = at;
        text += this.#readReference();
        start = at = this.at;
      } else at++;
    }
    text += this.#characters(start, at);
    this.at = at + 1;
    return text;
  }

  /** Characters of an attribute as they are written: their white space as spaces. */
  #characters(start: number, end: number): string {
    const text = this.bytes.toString("utf8", start, end);
    this.#checkCharacters(text, start);
    return text.replace(/\r\n|[\r\n\t]/g, " ");
  }

  /** Reads character data up to the next `<`. */
  #readCharacters(): string {
    const { bytes } = this;
    let { at } = this;
    let start = at;
    let text = "";
    let isAscii = true;
    for (;;) {
      const byte = bytes[at] ?? 0;
      const kind = TEXT_CLASS[byte] ?? 0;
      if (kind === PLAIN) {
        at++;
      } else if (kind === HIGH) {
        isAscii = false;
        at++;
      } else if (byte === LT) {
        this.at = at;
        return text + this.slice(start, at, isAscii);
      } else if (byte === AMP) {
        text += this.slice(start, at, isAscii);
        this.at = at;
        text += this.#readReference();
        start = at = this.at;
      } else if (byte === CR) {
        text += `${this.slice(start, at, isAscii)}\n`;
        at += bytes[at + 1] === LF ? 2 : 1;
        start = at;
      } else if (byte === GT) {
        if (
          at - start >= 2 &&
          bytes[at - 1] === CLOSE_BRACKET &&
          bytes[at - 2] === CLOSE_BRACKET
        )
          this.malformed('the text has "]]>": write ]]&gt;', at);
        at++;
      } else if (byte === 0xef) {
        isAscii = false;
        this.checkHigh(at);
        at += 3;
      } else this.#refuseCharacter(at);
    }
  }

  /** Refuses the characters that begin with the byte EF and that XML does not have. */
  checkHigh(at: number): void {
    const { bytes } = this;
    if (bytes[at + 1] === 0xbf && (bytes[at + 2] ?? 0) >= 0xbe)
      this.#refuseCharacter(at);
  }

  #refuseCharacter(at: number): never {
    if (at >= this.bytes.length) this.truncated();
    const character = this.bytes.toString("utf8", at, at + 3);
    this.malformed(
      `the character ${findForbiddenCharacter(character) ?? ""} is none of XML's`,
      at,
    );
  }

  #checkCharacters(text: string, at: number): void {
    const forbidden = findForbiddenCharacter(text);
    if (forbidden !== undefined)
      this.malformed(`the character ${forbidden} is none of XML's`, at);
  }

  /** Reads a reference, from its `&`. */
  #readReference(): string {
    const { bytes, at } = this;
    const end = bytes.indexOf(SEMICOLON, at);
    if (end < 0) this.truncated();
    const name = bytes.toString(
      "utf8",
      at + 1,
      Math.min(end, at + LONGEST_REFERENCE),
    );
    const known =
      ENTITIES.get(name) ??
      readCharacterReference(bytes.toString("latin1", at + 1, end));
    if (known === undefined)
      this.malformed(
        `&${name.slice(0, 20)}; is neither one of XML's five entities nor a character`,
      );
    this.at = end + 1;
    return known;
  }

  /** Reads a comment or a CDATA section, from its `<!`; gives the text of the section. */
  #readDeclaration(): string {
    const { bytes, at } = this;
    if (bytes[at + 2] === DASH && bytes[at + 3] === DASH) {
      this.#skipComment();
      return "";
    }
    const head = bytes.toString("latin1", at, at + 9);
    if (head === "<![CDATA[") {
      const end = bytes.indexOf("]]>", at + 9);
      if (end < 0) this.truncated();
      const text = bytes.toString("utf8", at + 9, end);
      this.#checkCharacters(text, at);
      this.at = end + 3;
      return text.replace(/\r\n?/g, "\n");
    }
    if (head === "<!DOCTYPE") {
      const name = bytes.toString("latin1", at + 9, at + 40);
      this.refuse(
        /^\s*html\b/i.test(name)
          ? HTML_PAGE
          : "The message has a DOCTYPE, which SOAP forbids",
      );
    }
    if (
      "<![CDATA[".startsWith(head) ||
      "<!DOCTYPE".startsWith(head) ||
      head === "<!-"
    )
      this.truncated();
    return this.malformed('"<!" begins neither a comment nor a CDATA section');
  }

  #skipComment(): void {
    const { bytes, at } = this;
    const end = bytes.indexOf("--", at + 4);
    if (end < 0 || end + 2 >= bytes.length) this.truncated();
    if (bytes[end + 2] !== GT) this.malformed('a comment has "--" in it', end);
    this.#checkCharacters(bytes.toString("utf8", at + 4, end), at);
    this.at = end + 3;
  }

  #skipInstruction(): void {
    const { bytes, at } = this;
    const end = this.endOfName(at + 2);
    const target = bytes.toString("utf8", at + 2, end);
    if (target.toLowerCase() === "xml")
      this.malformed("the XML declaration is not at the start");
    const close = bytes.indexOf("?>", end);
    if (close < 0) this.truncated();
    if (
      !isNCName(target) ||
      (bytes[end] !== QUESTION && WHITE[bytes[end] ?? 0] !== 1)
    )
      this.malformed("a processing instruction has no name");
    this.#checkCharacters(bytes.toString("utf8", end, close), at);
    this.at = close + 2;
  }
}

const DECLARATION =
  /^<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(["'])1\.[0-9]+\1(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(["'])[A-Za-z][A-Za-z0-9._-]*\2)?(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(["'])(?:yes|no)\3)?[ \t\r\n]*\?>$/;

function readCharacterReference(name: string): string | undefined {
  const digits = /^#(?:x([0-9a-fA-F]+)|([0-9]+))$/.exec(name);
  if (!digits) return undefined;
  const [, hexadecimal, decimal] = digits;
  const code =
    hexadecimal === undefined ? Number(decimal) : parseInt(hexadecimal, 16);
  if (!(code <= 0x10ffff)) return undefined;
  const character = String.fromCodePoint(code);
  return findForbiddenCharacter(character) === undefined
    ? character
    : undefined;
}
