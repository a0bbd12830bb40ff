/**
 * The text of a document: in the charset of its byte order mark, else of its XML declaration, else in UTF-8.
 *
 * @throws TypeError where the bytes are not valid in it
 * @throws RangeError where it is not known
 */
export function readText(document: Uint8Array | string): string {
  if (typeof document === "string") return document;
  return new TextDecoder(charsetOf(document), { fatal: true }).decode(document);
}

function charsetOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (first === 0x3c && second === 0) return "utf-16le";
  if (first === 0 && second === 0x3c) return "utf-16be";
  const start = Buffer.from(bytes.subarray(0, 256)).toString("latin1");
  const declared = /^<\?xml\s[^>]*?\sencoding\s*=\s*["']([^"']*)["']/.exec(
    start,
  )?.[1];
  // A declaration that was read byte by byte is not in UTF-16, whatever it says.
  return declared === undefined || /^utf-?16/i.test(declared)
    ? "utf-8"
    : declared;
}
