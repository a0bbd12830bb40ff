import { expect, test } from "vitest";
import { createTagReader } from "./tag-reader.js";

const END = { prefix: "", local: "", attributes: [], bindings: [] };

test.each([
  [
    'p:a b="c" xmlns:p="urn:1"> x ',
    {
      kind: "start",
      name: "p:a",
      prefix: "p",
      local: "a",
      attributes: [{ name: "b", value: "c" }],
      bindings: [["p", "urn:1"]],
      after: " x ",
    },
  ],
  [
    'a xmlns="urn:1" b=">"/>',
    {
      kind: "empty",
      name: "a",
      prefix: "",
      local: "a",
      attributes: [{ name: "b", value: ">" }],
      bindings: [["", "urn:1"]],
      after: "",
    },
  ],
  ["/p:a >\n", { kind: "end", name: "p:a", ...END, after: "\n" }],
])("%j is a tag and what follows it", (piece, want) => {
  expect(createTagReader()(piece)).toEqual(want);
});

test.each(["", "a", "a b=c>", 'a b="1" b="2">', "!-- -->", "?p ?>"])(
  "%j takes more care",
  (piece) => {
    expect(createTagReader()(piece)).toBeNull();
  },
);

test("tags that read alike are one object", () => {
  const read = createTagReader();
  const tag = read('element name="a"/>\n  ');
  expect(read('element name="a"/>\n  ')).toBe(tag);
  expect(read('element name="b"/>\n  ')).not.toBe(tag);
});

test("long ones are not looked for", () => {
  const read = createTagReader();
  const piece = `element name="a"/>${" ".repeat(1_000)}`;
  const tag = read(piece);
  expect(read(piece)).toEqual(tag);
  expect(read(piece)).not.toBe(tag);
});
