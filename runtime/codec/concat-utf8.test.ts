import { describe, expect, test } from "vitest";
import { concatUtf8 } from "./concat-utf8.js";

describe("the bytes are those of the text", () => {
  const long = 1 << 16;
  const rows: readonly [name: string, pieces: readonly string[]][] = [
    ["of no piece", []],
    ["of empty pieces", ["", "", ""]],
    ["of one character", ["漢"]],
    ["of all lengths that a character can have", ["a", "é", "漢", "😀"]],
    ["of many small pieces", new Array<string>(50_000).fill("漢字")],
    ["of a long piece of one byte each", ["<", "x".repeat(3 * long), ">"]],
    ["of a long piece of three bytes each", ["<", "漢".repeat(3 * long), ">"]],
    ["of a long piece at last", ["漢".repeat(long - 1), "😀".repeat(long)]],
    [
      "of long pieces between small ones",
      ["é", "漢".repeat(long), "é", "é".repeat(long - 1), "é", "a", "漢"],
    ],
  ];
  test.each(rows)("%s", (_, pieces) => {
    const bytes = concatUtf8(pieces);
    expect(Buffer.from(pieces.join("")).equals(bytes)).toBe(true);
  });
});

test("a small text takes no more memory than it may need", () => {
  const { buffer } = concatUtf8(["<a>", "x".repeat(100), "</a>"]);
  expect(buffer.byteLength).toBeLessThan(400);
});

test("a long text takes little more memory than its bytes", () => {
  const pieces = new Array<string>(5_000).fill("x".repeat(2_000));
  const { buffer, byteLength } = concatUtf8(pieces);
  expect(byteLength).toBe(10_000_000);
  expect(buffer.byteLength - byteLength).toBeLessThan(100_000);
});
