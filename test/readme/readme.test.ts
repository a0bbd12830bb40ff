import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { NetSuiteSchema } from "../../runtime/index.js";
import { startAccount } from "./account-server.js";
import { readExamples } from "./examples.js";
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
let schema: NetSuiteSchema;

beforeAll(async () => {
  workspace = await createWorkspace(examples);
  const { stdout } = await compileExamples(workspace);
  expect(withReadmeLines(stdout)).toBe("");
  const index = pathToFileURL(join(workspace.folder, "netsuite/index.js"));
  // Every generated package exports its schema.
  ({ schema } = (await import(/* @vite-ignore */ index.href)) as {
    readonly schema: NetSuiteSchema;
  });
});

afterAll(() => workspace.remove());

test.each(examples)("line $line: $heading", async (example) => {
  const account = await startAccount(schema);
  try {
    const { stdout, stderr, exitCode } = await runExample(workspace, example, {
      NETSUITE_ACCOUNT: "1234567_SB1",
      NETSUITE_CONSUMER_KEY: "consumer-key",
      NETSUITE_CONSUMER_SECRET: "consumer-secret",
      NETSUITE_TOKEN_ID: "token-id",
      NETSUITE_TOKEN_SECRET: "token-secret",
      NETSUITE_ENDPOINT: account.endpoint,
    });
    expect({
      stderr,
      exitCode,
      printed: stdout.split("\n").slice(0, -1),
    }).toEqual({ stderr: "", exitCode: 0, printed: example.prints });
  } finally {
    await account.close();
  }
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
