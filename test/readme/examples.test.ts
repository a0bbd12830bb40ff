import { expect, test } from "vitest";
import { readBlocks, readExamples, shortenAs } from "./examples.js";

const markdown = [
  "# One",
  "```ts",
  "const client = 1;",
  "console.log(client); // 1",
  "```",
  "## Two",
  "```sh",
  "# not a heading",
  "```",
  "```ts",
  "console.log(",
  "  client,",
  "); // {}",
  "for (const each of []) console.log(f(each)); // a b",
  "```",
  "```ts",
  'import { test } from "vitest";',
  "```",
  "```ts",
  "await using client = 1;",
  "```",
].join("\n");

test("blocks are read whatever their language", () => {
  expect(readBlocks(markdown)).toMatchObject([
    { heading: "One", line: 3, language: "ts" },
    { heading: "Two", line: 8, language: "sh", code: "# not a heading" },
    { heading: "Two", line: 11, language: "ts" },
    { heading: "Two", line: 17, language: "ts" },
    { heading: "Two", line: 20, language: "ts" },
  ]);
});

test("those of TypeScript are modules, with a client where they make none, and say what they print", () => {
  expect(readExamples(markdown)).toEqual([
    {
      heading: "One",
      line: 3,
      isTest: false,
      code: "const client = 1;\nconsole.log(client); // 1\nexport {};\n",
      prints: ["1"],
    },
    {
      heading: "Two",
      line: 11,
      isTest: false,
      code: 'import { client } from "./client.js"; console.log(\n  client,\n); // {}\nfor (const each of []) console.log(f(each)); // a b\nexport {};\n',
      prints: ["{}", "a b"],
    },
    {
      heading: "Two",
      line: 17,
      isTest: true,
      code: 'import { test } from "vitest";\nexport {};\n',
      prints: [],
    },
    {
      heading: "Two",
      line: 20,
      isTest: false,
      code: "await using client = 1;\nexport {};\n",
      prints: [],
    },
  ]);
});

test.each([
  ["get ID_…", "get ID_1", "get ID_…"],
  ["get ID_…", "get 1", "get 1"],
  ["get ID_1", "get ID_2", "get ID_2"],
  [undefined, "more", "more"],
])("what %s leaves out may be anything: %s", (comment, line, want) => {
  expect(shortenAs(comment, line)).toBe(want);
});
