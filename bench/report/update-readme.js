import { readFileSync, writeFileSync } from "node:fs";

const BEGIN = "<!-- bench:begin -->";
const END = "<!-- bench:end -->";

/**
 * Puts text between the markers of a Markdown file, whatever was there.
 *
 * @throws Error where the file lacks the markers
 */
export function updateReadme(path, text) {
  const { before, after } = splitReadme(path);
  writeFileSync(path, `${before}${BEGIN}\n\n${text}\n\n${after}`);
}

/**
 * What stands before the first marker of a Markdown file, and what after the text between them, the second marker too.
 *
 * @throws Error where the file lacks the markers
 */
export function splitReadme(path) {
  const readme = readFileSync(path, "utf8");
  const begin = readme.indexOf(BEGIN);
  const end = readme.indexOf(END);
  if (begin === -1 || end < begin)
    throw new Error(
      `${path} has no place for figures: write ${BEGIN} and ${END}, on lines of their own, where they belong.`,
    );
  return { before: readme.slice(0, begin), after: readme.slice(end) };
}
