import type { Source } from "../../model/schema.js";
import type { Problem } from "../problems.js";

const EXCERPT_LENGTH = 160;

/** A decoded file whose offsets can be turned into positions. */
export interface TextFile {
  /** The name as the user knows it. */
  readonly name: string;
  readonly text: string;
  /** Offset of the first character of each line. */
  readonly lines: readonly number[];
}

/** Makes a text file; lines end at LF, CR LF or CR. They are looked for when first asked for. */
export function createTextFile(name: string, text: string): TextFile {
  let lines: readonly number[] | undefined;
  return {
    name,
    text,
    get lines() {
      return (lines ??= findLines(text));
    },
  };
}

function findLines(text: string): readonly number[] {
  const lines = [0];
  if (!text.includes("\r")) {
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1))
      lines.push(at + 1);
    return lines;
  }
  for (const match of text.matchAll(/\r\n|\r|\n/g))
    lines.push(match.index + match[0].length);
  return lines;
}

/** The position of an offset, counted from 1. */
export function sourceAt(file: TextFile, offset: number): Source {
  const line = lineOf(file, offset);
  const start = file.lines[line] ?? 0;
  return { file: file.name, line: line + 1, column: offset - start + 1 };
}

/** Makes a problem at an offset, with the line that it stands on as excerpt. */
export function problemAt(
  file: TextFile,
  offset: number,
  what: string,
  remedy: string,
): Problem {
  return {
    what,
    source: sourceAt(file, offset),
    excerpt: excerptAt(file, offset),
    remedy,
  };
}

function excerptAt(file: TextFile, offset: number): string | null {
  const line = lineOf(file, offset);
  const start = file.lines[line] ?? 0;
  const end = file.lines[line + 1] ?? file.text.length;
  const text = file.text.slice(start, end).trimEnd();
  const indent = text.length - text.trimStart().length;
  // Generated WSDLs can stand on one line: keep what is near the offset.
  const from = offset - start > EXCERPT_LENGTH ? offset - start - 20 : indent;
  const excerpt = text.slice(from, from + EXCERPT_LENGTH);
  if (excerpt === "") return null;
  const before = from > indent ? "…" : "";
  return `${before}${excerpt}${from + EXCERPT_LENGTH < text.length ? "…" : ""}`;
}

function lineOf({ lines }: TextFile, offset: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
