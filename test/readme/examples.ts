/** A block of code in a Markdown text. */
export interface Block {
  /** The heading that it stands under. */
  readonly heading: string;
  /** Its first line in the text, from 1. */
  readonly line: number;
  /** What stands behind the fence: `ts`. */
  readonly language: string;
  readonly code: string;
}

/** A block of the README that is run. */
export interface Example {
  /** The heading that it stands under. */
  readonly heading: string;
  /** Its first line in the README, from 1. */
  readonly line: number;
  /** Whether vitest runs it, and not node. */
  readonly isTest: boolean;
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

/** Reads the blocks of a Markdown text, whatever their language. */
export function readBlocks(markdown: string): Block[] {
  const blocks: Block[] = [];
  let heading = "";
  let block: (Omit<Block, "code"> & { readonly lines: string[] }) | null = null;
  for (const [at, text] of markdown.split("\n").entries()) {
    if (block && text === "```") {
      const { lines, ...rest } = block;
      blocks.push({ ...rest, code: lines.join("\n") });
      block = null;
    } else if (block) block.lines.push(text);
    else if (text.startsWith("```"))
      block = { heading, line: at + 2, language: text.slice(3), lines: [] };
    else heading = /^#+ (.*)$/.exec(text)?.[1] ?? heading;
  }
  return blocks;
}

/**
 * Reads the ` ```ts ` blocks of a Markdown text.
 *
 * A block that imports vitest is a test; any other without a `client` of its own gets that of {@link CLIENT_MODULE}. What
 * a `console.log` prints stands in a comment behind it.
 */
export function readExamples(markdown: string): Example[] {
  return readBlocks(markdown)
    .filter(({ language }) => language === "ts")
    .map(createExample);
}

/** A printed line as a comment that ends with `…` would say it; as it is where the comment says something else. */
export function shortenAs(comment: string | undefined, line: string): string {
  const start = comment?.endsWith("…") ? comment.slice(0, -1) : null;
  return start !== null && comment && line.startsWith(start) ? comment : line;
}

function createExample({ heading, line, code }: Block): Example {
  const isTest = /\bfrom "vitest"/.test(code);
  const makesClient = /\b(?:const|using) client\b/.test(code);
  return {
    heading,
    line,
    isTest,
    code: `${isTest || makesClient ? "" : CLIENT}${code}\nexport {};\n`,
    prints: [
      ...code.matchAll(
        /\bconsole\.log\((?:[^\n]*|\n[^]*?\n\s*)\)[,;]? \/\/ (.+)$/gm,
      ),
    ].map(([, printed = ""]) => printed),
  };
}
