/** A block of the README that is run. */
export interface Example {
  /** The heading that it stands under. */
  readonly heading: string;
  /** Its first line in the README, from 1. */
  readonly line: number;
  /** The module that is made of it. */
  readonly code: string;
  /** What it says that it prints, line by line. */
  readonly prints: readonly string[];
}

/** The module `client.ts`: the client of the examples that make none. */
export const CLIENT_MODULE = `import { NetSuiteClient } from "./netsuite/index.js";
export const client = NetSuiteClient.fromEnv();
`;

/** How a block gets the client that it does not make. On one line with the block's first, so that line numbers hold. */
const CLIENT = 'import { client } from "./client.js"; ';

/**
 * Reads the ` ```ts ` blocks of a Markdown text.
 *
 * A block without `const client` gets that of {@link CLIENT_MODULE}. What a `console.log` prints stands in a comment behind it.
 */
export function readExamples(markdown: string): Example[] {
  const examples: Example[] = [];
  let heading = "";
  let block: { readonly line: number; readonly lines: string[] } | null = null;
  for (const [at, text] of markdown.split("\n").entries()) {
    if (block && text === "```") {
      examples.push(createExample(heading, block.line, block.lines));
      block = null;
    } else if (block) block.lines.push(text);
    else if (text === "```ts") block = { line: at + 2, lines: [] };
    else heading = /^#+ (.*)$/.exec(text)?.[1] ?? heading;
  }
  return examples;
}

function createExample(
  heading: string,
  line: number,
  lines: readonly string[],
): Example {
  const code = lines.join("\n");
  const makesClient = /\bconst client\b/.test(code);
  return {
    heading,
    line,
    code: `${makesClient ? "" : CLIENT}${code}\nexport {};\n`,
    prints: [
      ...code.matchAll(
        /\bconsole\.log\((?:[^\n]*|\n[^]*?\n\s*)\)[,;]? \/\/ (.+)$/gm,
      ),
    ].map(([, printed = ""]) => printed),
  };
}
