import { format } from "prettier";
import { describe, expect, test } from "vitest";
import {
  commentText,
  layoutComment,
  layoutAlias,
  layoutImport,
  layoutInterfaceHead,
  layoutParameters,
  layoutProperty,
  propertyName,
  quote,
} from "./layout.js";

const SEED = Number(process.env["NSGEN_SEED"] ?? Date.now() % 1_000_000);

/** Mulberry32: small numbers in a row that a seed repeats. */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const prettier = (text: string): Promise<string> =>
  format(text, { parser: "typescript" });

describe(`text is as prettier leaves it (NSGEN_SEED=${SEED})`, () => {
  const random = createRandom(SEED);
  const word = (): string => "X" + "abcdefghij".repeat(10).slice(0, random(60));
  const words = (most: number): string[] =>
    Array.from({ length: 1 + random(most) }, (_, at) => `${word()}${at}`);
  const types = (): string[] =>
    random(3) === 0
      ? [["string", "number", "boolean", "Uint8Array"][random(4)] ?? ""]
      : words(random(4) === 0 ? 6 : 2);
  const rounds = Array.from({ length: 400 });

  test("properties", async () => {
    const lines = rounds.map((_, at) => {
      const isArray = random(2) === 0;
      const values = types();
      const isNullable = random(2) === 0;
      return layoutProperty(
        `${propertyName(`${word()}${at}${random(9) === 0 ? "-x" : ""}`)}${random(2) === 0 ? "?" : ""}`,
        { values, isArray, isNullable },
      );
    });
    const text = `interface A {\n${lines.join("\n")}\n}\n`;
    expect(text).toBe(await prettier(text));
  });

  test("aliases", async () => {
    const text = `${rounds
      .map((_, at) =>
        layoutAlias(
          `${word()}${at}`,
          random(2) === 0 ? words(8) : words(8).map(quote),
        ),
      )
      .join("\n\n")}\n`;
    expect(text).toBe(await prettier(text));
  });

  test("interface heads", async () => {
    const text = `${rounds
      .map((_, at) => {
        const base =
          random(2) === 0
            ? { name: "Omit", typeArguments: [word(), '"$type"'] }
            : { name: word(), typeArguments: [] };
        const isEmpty = random(2) === 0;
        const head = layoutInterfaceHead(
          `${word()}${at}`,
          random(3) === 0 ? null : base,
          isEmpty,
        );
        return isEmpty ? head : `${head}\n  a: string;\n}`;
      })
      .join("\n\n")}\n`;
    expect(text).toBe(await prettier(text));
  });

  test("imports and exports", async () => {
    const text = `${rounds
      .map(() =>
        layoutImport(
          (["import", "import type", "export", "export type"] as const)[
            random(4)
          ] ?? "import",
          words(5),
          `./${word()}.js`,
        ),
      )
      .join("\n")}\n`;
    expect(text).toBe(await prettier(text));
  });

  test("methods", async () => {
    const methods = rounds.map((_, at) => [
      `${word()}${at}`,
      `request: ${word()}`,
      `: Promise<${word()}>`,
    ]);
    const declared = methods.map(
      ([name = "", first = "", tail = ""]) =>
        `${layoutParameters(name, [first, "options?: CallOptions"], tail, "  ", 1)};`,
    );
    const defined = methods.map(
      ([name = "", first = "", tail = ""]) =>
        `${layoutParameters(name, [first, "options?: CallOptions"], tail, "  ", 2)} {\n    return this;\n  }`,
    );
    const text = `declare class A {\n${declared.join("\n")}\n}\n\nclass B {\n${defined.join("\n\n")}\n}\n`;
    expect(text).toBe(await prettier(text));
  });

  test("literals", async () => {
    const hostile = ['"', "'", "\\", "`", "${a}", "\n", "\u2028", "é", "😀"];
    const text = `${rounds
      .map(() =>
        Array.from({ length: random(6) }, () => hostile[random(9)]).join(""),
      )
      .map((value, at) => layoutAlias(`A${at}`, [quote(value)]))
      .join("\n")}\n`;
    expect(text).toBe(await prettier(text));
  });
});

test.each([
  ["plain", '"plain"'],
  ['say "x"', "'say \"x\"'"],
  [`'"`, `"'\\""`],
  [`it's "x"`, `'it\\'s "x"'`],
  ["a\\", '"a\\\\"'],
  ['a\\"b', "'a\\\\\"b'"],
  ["a\nb\tc\0", '"a\\nb\\tc\\u0000"'],
  ["a\u2028b\u2029", '"a\\u2028b\\u2029"'],
  ["\u0085", '"\\u0085"'],
  ["`${1}`", '"`${1}`"'],
  ["", '""'],
])("the literal of %j", (text, want) => {
  expect(quote(text)).toBe(want);
});

test.each([
  ["name", "name"],
  ["_name", "_name"],
  ["größe", "größe"],
  ["a-b", '"a-b"'],
  ["1a", '"1a"'],
  ["@type", '"@type"'],
  ["__proto__", "__proto__"],
])("the property name of %j", (name, want) => {
  expect(propertyName(name)).toBe(want);
});

test.each([
  ["a */ b", "a *\\/ b"],
  ["**/", "**\\/"],
  [" a\n\tb\u2028c ", "a b c"],
  ["*/*/", "*\\/*\\/"],
])("the comment text of %j", (text, want) => {
  expect(commentText(text)).toBe(want);
});

test.each([
  [[], ""],
  [["One line."], "  /** One line. */"],
  [
    ["One line,", "and another."],
    "  /**\n   * One line,\n   * and another.\n   */",
  ],
])("the comment of %j is laid out", (lines, want) => {
  expect(layoutComment(lines, "  ")).toBe(want);
});
