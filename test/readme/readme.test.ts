import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseSeed } from "../../emulator/index.js";
import { schema } from "../../generated/netsuite-2025-2/index.js";
import { environmentOf, startAccount } from "./account.js";
import { readBlocks, readExamples, shortenAs } from "./examples.js";
import {
  compileExamples,
  compileModule,
  createWorkspace,
  moduleName,
  runExample,
  type Workspace,
} from "./workspace.js";

const readme = join(import.meta.dirname, "../../README.md");

const markdown = await readFile(readme, "utf8");

const examples = readExamples(markdown);

let workspace: Workspace;

beforeAll(async () => {
  workspace = await createWorkspace(examples);
  const { stdout } = await compileExamples(workspace);
  expect(withReadmeLines(stdout)).toBe("");
});

afterAll(() => workspace.remove());

test.each(examples.filter(({ isTest }) => !isTest))(
  "line $line: $heading",
  async (example) => {
    await using account = await startAccount();
    const { stdout, stderr, exitCode } = await runExample(
      workspace,
      example,
      environmentOf(account),
    );
    const printed = stdout
      .split("\n")
      .slice(0, -1)
      .map((line, at) => shortenAs(example.prints[at], line));
    expect({ stderr, exitCode, printed }).toEqual({
      stderr: "",
      exitCode: 0,
      printed: example.prints,
    });
  },
);

test.each(examples.filter(({ isTest }) => isTest))(
  "line $line: $heading, by vitest",
  async (example) => {
    const { stdout, stderr, exitCode } = await runExample(
      workspace,
      example,
      {},
    );
    expect(exitCode, stdout + stderr).toBe(0);
  },
);

const seeds = readBlocks(markdown).filter(
  ({ language, code }) => language === "json" && code.includes('"records"'),
);

test.each(seeds)("line $line: $heading, a seed", ({ code }) => {
  expect(() => parseSeed(code, [schema])).not.toThrow();
});

test("a misspelt field does not compile, with the error that is shown", async () => {
  const { stdout } = await compileModule(
    workspace,
    'import { client } from "./client.js"; void client.upsert({ record: { $type: "Customer", companyNam: "Acme" } });',
  );
  const [message = ""] = /error TS.*/.exec(stdout) ?? [];
  expect(markdown.replace(/\s+/g, " ")).toContain(message);
  expect(message).toMatch(/^error TS2561/);
});

/** Says of each of the compiler's messages where it is in the README. */
function withReadmeLines(output: string): string {
  return examples.reduce(
    (text, example) =>
      text.replace(
        new RegExp(`^${moduleName(example)}\\.ts\\((\\d+)`, "gm"),
        (_, line) => `README.md(${example.line + Number(line) - 1}`,
      ),
    output,
  );
}
