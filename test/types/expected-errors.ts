import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "./compile.js";

/** What a compiler must say about one line: all these texts, in one message. */
export interface ExpectedError {
  /** Name of the file. */
  readonly file: string;
  readonly line: number;
  readonly texts: readonly string[];
}

/** Reads the comments `// error: text` of a folder's files: each is about the next line that is none. */
export function readExpectedErrors(folder: string): ExpectedError[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".ts"))
    .sort()
    .flatMap((file) => {
      const expected: ExpectedError[] = [];
      let texts: string[] = [];
      const lines = readFileSync(join(folder, file), "utf8").split("\n");
      for (const [at, line] of lines.entries()) {
        const text = /^\s*\/\/ error: (.+)$/.exec(line)?.[1];
        if (text !== undefined) texts.push(text);
        else if (texts.length > 0) {
          expected.push({ file, line: at + 1, texts });
          texts = [];
        }
      }
      return expected;
    });
}

/** One line of text for each error that must be there, `wrong/file.ts(3): text; text`, sorted. */
export function formatExpected(
  folder: string,
  expected: readonly ExpectedError[],
): string[] {
  return expected
    .map(({ file, line, texts }) => place(`${folder}/${file}`, line, texts))
    .sort();
}

/**
 * One line of text for each error that is there. One that says what was expected of its line reads as the
 * expectation does, any other in full: a comparison with {@link formatExpected} then shows what differs.
 */
export function formatFound(
  folder: string,
  expected: readonly ExpectedError[],
  found: readonly Diagnostic[],
): string[] {
  const byPlace = new Map(
    expected.map(({ file, line, texts }) => [
      `${folder}/${file}:${String(line)}`,
      texts,
    ]),
  );
  return found
    .map(({ file, line, message }) => {
      const texts = byPlace.get(`${file}:${String(line)}`);
      const isExpected = texts?.every((text) => message.includes(text));
      return place(file, line, isExpected && texts ? texts : [message]);
    })
    .sort();
}

function place(file: string, line: number, texts: readonly string[]): string {
  return `${file}(${String(line)}): ${texts.join("; ")}`;
}
