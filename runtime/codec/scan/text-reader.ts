import { HTML_PAGE } from "../html-page.js";
import { isNCName } from "../xml-text.js";
import {
  AMP,
  BANG,
  CLOSE_BRACKET,
  CR,
  DASH,
  GT,
  HASH,
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
import { readReference } from "./reference.js";
import { XmlCursor } from "./xml-cursor.js";

const DECLARATION =
  /^<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(["'])1\.[0-9]+\1(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(["'])[A-Za-z][A-Za-z0-9._-]*\2)?(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(["'])(?:yes|no)\3)?[ \t\r\n]*\?>$/;

/**
 * Reads everything but tags: text, references, CDATA sections, comments, processing instructions, the XML declaration and
 * the values of attributes.
 *
 * Everything that XML 1.0 forbids is refused, and so is a DOCTYPE.
 */
export class TextReader extends XmlCursor {
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
    this.#checkCharacters(start, end);
    const text = this.bytes.toString("utf8", start, end);
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
        this.#checkCharacters(at, at + 1);
        at += 3;
      } else this.#refuseCharacter(at);
    }
  }

  /** Refuses characters that XML does not have: most controls, U+FFFE and U+FFFF. */
  #checkCharacters(start: number, end: number): void {
    const { bytes } = this;
    for (let at = start; at < end; at++) {
      const byte = bytes[at] ?? 0;
      if (byte < 0x20 ? WHITE[byte] === 0 : isNoncharacter(bytes, at))
        this.#refuseCharacter(at);
    }
  }

  #refuseCharacter(at: number): never {
    const code = this.bytes.toString("utf8", at, at + 3).codePointAt(0) ?? 0;
    const name = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
    return this.malformed(`the character ${name} cannot stand in XML`, at);
  }

  /** Reads a reference, from its `&`. */
  #readReference(): string {
    const { bytes, at } = this;
    const end = this.endOfName(bytes[at + 1] === HASH ? at + 2 : at + 1);
    if (end >= bytes.length) this.truncated();
    if (bytes[end] !== SEMICOLON)
      this.malformed('"&" begins no reference: write &amp;');
    const name = bytes.toString("utf8", at + 1, end);
    const text = readReference(name);
    if (text === undefined)
      this.malformed(
        `&${name.slice(0, 20)}; is neither one of XML's five entities nor a character`,
      );
    this.at = end + 1;
    return text;
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
      this.#checkCharacters(at + 9, end);
      this.at = end + 3;
      return bytes.toString("utf8", at + 9, end).replace(/\r\n?/g, "\n");
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
    this.#checkCharacters(at + 4, end);
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
    if (!isNCName(target))
      this.malformed("a processing instruction has no name");
    if (close !== end && WHITE[bytes[end] ?? 0] !== 1)
      this.malformed(
        "there is no white space after the name of a processing instruction",
        end,
      );
    this.#checkCharacters(end, close);
    this.at = close + 2;
  }
}

/** Whether U+FFFE or U+FFFF begins at a place. */
function isNoncharacter(bytes: Uint8Array, at: number): boolean {
  return (
    bytes[at] === 0xef && bytes[at + 1] === 0xbf && (bytes[at + 2] ?? 0) >= 0xbe
  );
}
