import { expect, test } from "vitest";
import { readExamples } from "./examples.js";

test("blocks are modules, with a client where they make none, and say what they print", () => {
  const markdown = [
    "# One",
    "```ts",
    "const client = 1;",
    "console.log(client); // 1",
    "```",
    "## Two",
    "```js",
    "left();",
    "```",
    "```ts",
    "console.log(",
    "  client,",
    "); // {}",
    "for (const each of []) console.log(f(each)); // a b",
    "```",
  ].join("\n");
  expect(readExamples(markdown)).toEqual([
    {
      heading: "One",
      line: 3,
      code: "const client = 1;\nconsole.log(client); // 1\nexport {};\n",
      prints: ["1"],
    },
    {
      heading: "Two",
      line: 11,
      code: 'import { client } from "./client.js"; console.log(\n  client,\n); // {}\nfor (const each of []) console.log(f(each)); // a b\nexport {};\n',
      prints: ["{}", "a b"],
    },
  ]);
});
