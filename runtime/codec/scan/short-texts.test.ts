import { expect, test } from "vitest";
import { LONGEST, ShortTexts } from "./short-texts.js";

test("texts are what their bytes say, whatever was read before in the same place", () => {
  const words = ["", "a", "b", "ab", "ba", "aba", "abba", "x".repeat(LONGEST)];
  const all = words.flatMap((one) => words.map((other) => one + other));
  const texts = all.filter(({ length }) => length <= LONGEST);
  const bytes = Buffer.from(texts.join(""));
  const reader = new ShortTexts(bytes);
  for (let times = 0; times < 3; times++) {
    let at = 0;
    for (const text of texts) {
      expect(reader.read(at, at + text.length)).toBe(text);
      at += text.length;
    }
  }
});

test("texts that fall into one place, and differ only in between, are told apart", () => {
  // First, middle and last byte are the same.
  const texts = ["a1c2e", "a3c4e", "a1c4e", "a3c2e"];
  const reader = new ShortTexts(Buffer.from(texts.join("")));
  for (const at of [0, 1, 2, 3, 2, 1, 0])
    expect(reader.read(at * 5, at * 5 + 5)).toBe(texts[at]);
});
