import { UNSAFE, type SimplePlan } from "../simple-plan.js";
import {
  GT,
  HIGH,
  isSame,
  LT,
  PLAIN,
  SLASH,
  TEXT_CLASS,
} from "./characters.js";
import { scanNumber } from "./scan-number.js";
import { TagReader } from "./tag.js";

const TRUE = new TextEncoder().encode("true");
const FALSE = new TextEncoder().encode("false");

/** Reads values of simple types from their bytes. */
export class ValueReader extends TagReader {
  /** What {@link readSimple} read where it gave no value. */
  text = "";

  /**
   * Reads the text of the element whose start tag was just read, and its end tag. Undefined where there is no value of the
   * type: then its text, up to the next tag of any kind, is {@link text}.
   */
  readSimple(simple: SimplePlan): unknown {
    const { bytes, nameStart, nameEnd, at: start } = this;
    let at = start;
    let kind = TEXT_CLASS[bytes[at] ?? 0] ?? 0;
    while (kind === PLAIN) kind = TEXT_CLASS[bytes[++at] ?? 0] ?? 0;
    const isAscii = kind !== HIGH;
    while (kind <= HIGH) kind = TEXT_CLASS[bytes[++at] ?? 0] ?? 0;
    if (bytes[at] === LT && bytes[at + 1] === SLASH) {
      const end = at + 2 + nameEnd - nameStart;
      if (bytes[end] === GT && isRepeated(bytes, nameStart, nameEnd, at + 2)) {
        const value = this.#parse(simple, start, at, isAscii);
        if (value !== undefined && value !== UNSAFE) {
          this.at = end + 1;
          return value;
        }
      }
    }
    this.text = this.readText();
    if (bytes[this.at + 1] !== SLASH) return undefined;
    const value = simple.parse(this.text);
    if (value === undefined || value === UNSAFE) return undefined;
    this.readEndTag(nameStart, nameEnd);
    return value;
  }

  #parse(
    simple: SimplePlan,
    start: number,
    end: number,
    isAscii: boolean,
  ): unknown {
    const { bytes } = this;
    const { lexical } = simple;
    switch (lexical) {
      case "text":
        return this.slice(start, end, isAscii);
      case "boolean":
        if (isSame(TRUE, bytes, start, end)) return true;
        if (isSame(FALSE, bytes, start, end)) return false;
        break;
      case "integer":
      case "decimal": {
        const number = scanNumber(bytes, start, end, lexical === "decimal");
        if (number !== undefined) return number;
        break;
      }
      case "other":
        break;
      default:
        lexical satisfies never;
    }
    return simple.parse(this.slice(start, end, isAscii));
  }
}

/** Whether the bytes from `at` are those of a name again. */
function isRepeated(
  bytes: Uint8Array,
  nameStart: number,
  nameEnd: number,
  at: number,
): boolean {
  const shift = at - nameStart;
  for (let place = nameEnd - 1; place >= nameStart; place--)
    if (bytes[place] !== bytes[place + shift]) return false;
  return true;
}
