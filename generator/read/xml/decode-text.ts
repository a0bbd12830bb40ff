import { isUtf8 } from "node:buffer";
import { createProblem, type Problem } from "../problems.js";
import { createTextFile, problemAt, type TextFile } from "./text-file.js";

/** Declared encodings that are read, and the decoder's name for each. */
const ENCODINGS = new Map([
  ["utf-8", "utf-8"],
  ["utf8", "utf-8"],
  ["us-ascii", "utf-8"],
  ["ascii", "utf-8"],
  ["iso-8859-1", "latin1"],
  ["latin1", "latin1"],
  ["windows-1252", "windows-1252"],
]);

const DECLARATION = /^<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._-]+)["']/;

/**
 * Decodes the bytes of an XML file: UTF-8 with or without a byte order mark, UTF-16 with one, Latin-1 and Windows-1252 where declared.
 *
 * @returns the text, or what is wrong with it: an unknown encoding, bytes that the encoding does not allow.
 */
export function decodeText(
  name: string,
  bytes: Uint8Array,
): TextFile | { problem: Problem } {
  const encoding = encodingOf(bytes);
  if (encoding === null) {
    const declared = DECLARATION.exec(head(bytes))?.[1] ?? "";
    return {
      problem: {
        ...createProblem(
          `encoding ${declared} is not read`,
          "Save the file as UTF-8 and say so in its XML declaration.",
        ),
        source: { file: name, line: 1, column: 1 },
      },
    };
  }
  if (encoding === "utf-8" && !isUtf8(bytes)) {
    const lossy = createTextFile(name, new TextDecoder().decode(bytes));
    return {
      problem: problemAt(
        lossy,
        Math.max(lossy.text.indexOf("\uFFFD"), 0),
        "these bytes are not UTF-8",
        "Download the file again, or declare the encoding that it has in its XML declaration.",
      ),
    };
  }
  if (encoding === "latin1")
    return createTextFile(name, Buffer.from(bytes).toString("latin1"));
  return createTextFile(name, new TextDecoder(encoding).decode(bytes));
}

/** The decoder for the bytes, or null where the declared encoding is unknown. */
function encodingOf(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xef && second === 0xbb) return "utf-8";
  const declared = DECLARATION.exec(head(bytes))?.[1];
  return declared === undefined
    ? "utf-8"
    : (ENCODINGS.get(declared.toLowerCase()) ?? null);
}

function head(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, 200)).toString("latin1");
}
