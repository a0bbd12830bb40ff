import { NetSuiteDecodeError } from "../../errors/index.js";
import { shorten } from "../explain-simple.js";
import { isNCName } from "../xml-text.js";
import { CR, LF, NAME_CLASS, WHITE } from "./characters.js";
import { LONGEST, ShortTexts } from "./short-texts.js";

/** A place in a document of valid UTF-8, and what is refused there. */
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
    const { bytes } = this;
    let line = 1;
    let column = 0;
    for (let index = 0; index < at; index++) {
      const byte = bytes[index] ?? 0;
      if (byte === CR && bytes[index + 1] === LF) continue;
      if (byte === LF || byte === CR) {
        line++;
        column = 0;
      } else if (!isContinuation(byte)) column++;
    }
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
    if (
      !isNCName(text.slice(colon + 1)) ||
      (colon >= 0 && !isNCName(text.slice(0, colon)))
    )
      this.malformed(
        `${shorten(text)} is neither a name nor a prefix, a colon and a name`,
        start,
      );
    return text;
  }
}

/** Whether a byte goes on with a character that another began. */
function isContinuation(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}
