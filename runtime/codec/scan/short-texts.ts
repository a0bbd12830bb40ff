/** The longest text that is kept. */
export const LONGEST = 28;

/** How many are kept; a power of two. */
const PLACES = 512;

/**
 * Short texts in ASCII that a message had before: names, statuses and codes come again in each of its records, and are
 * one string instead of many.
 */
export class ShortTexts {
  readonly #bytes: Buffer;
  readonly #texts: string[] = new Array<string>(PLACES).fill("");

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** The text from `start` to `end`, which are at most {@link LONGEST} apart. */
  read(start: number, end: number): string {
    if (start === end) return "";
    const bytes = this.#bytes;
    // The places are within the message.
    const first = bytes[start] as number;
    const middle = bytes[(start + end) >> 1] as number;
    const last = bytes[end - 1] as number;
    const place =
      (first * 3 + middle * 31 + last * 7 + (end - start) * 61) & (PLACES - 1);
    const text = this.#texts[place] as string;
    if (text.length === end - start) {
      let at = end - 1;
      while (at >= start && bytes[at] === text.charCodeAt(at - start)) at--;
      if (at < start) return text;
    }
    return (this.#texts[place] = bytes.toString("latin1", start, end));
  }
}
