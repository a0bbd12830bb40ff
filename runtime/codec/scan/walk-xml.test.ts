import { expect, test } from "vitest";
import { walkXml } from "./walk-xml.js";

/** What a visitor is told, one line each. */
function walk(text: string): string[] {
  const lines: string[] = [];
  walkXml(Buffer.from(text), {
    open: ({ name, attributes, isSelfClosing }) =>
      lines.push(
        `${isSelfClosing ? "!" : "+"}${name} ${JSON.stringify(attributes)}`,
      ),
    write: (written) => written !== "" && lines.push(JSON.stringify(written)),
    close: (name) => lines.push(`-${name}`),
  });
  return lines;
}

test("a document is told as it was written, with its declarations, any prefixes and no comments", () => {
  const text = `<?xml version="1.0"?>\n<!-- a --><a:b xmlns:a="urn:a" c = '&lt;"'>1<!-- 2 --><d/><![CDATA[<3>]]>&#52;</a:b>\n<?e f?>`;
  expect(walk(text)).toEqual([
    '+a:b [["xmlns:a","urn:a"],["c","<\\""]]',
    '"1"',
    "!d []",
    '"<3>4"',
    "-a:b",
  ]);
});

test.each([
  [
    "<a>",
    "The XML ends in the middle: the message was truncated (line 1, column 3).",
  ],
  ["<a/><b/>", "there is more than one root element (line 1, column 5)."],
  ["<a></b>", "the tag <a> is not closed by </a> (line 1, column 6)."],
  ["<a b='1' b='1'/>", "the attribute b is there twice"],
  [
    "<!DOCTYPE a><a/>",
    "The message has a DOCTYPE, which SOAP forbids (line 1, column 1).",
  ],
  [
    "<a>".repeat(1001),
    "The message nests deeper than 1000 elements (line 1, column 3003).",
  ],
])("%.20s is refused", (text, want) => {
  expect(() => walk(text)).toThrow(want);
});

test("elements may nest 1000 deep", () => {
  expect(walk("<a>".repeat(1000) + "</a>".repeat(1000))).toHaveLength(2000);
});
