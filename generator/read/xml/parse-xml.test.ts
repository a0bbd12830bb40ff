import { expect, test } from "vitest";
import { formatProblem } from "../problems.js";
import { parseXml } from "./parse-xml.js";
import { textOf } from "./xml-element.js";

const refused: readonly (readonly [
  name: string,
  input: string | Uint8Array,
  message: string,
])[] = [
  [
    "an empty file",
    "",
    "f.xsd:1:1: the file is empty\n  The file may be cut short: download it again.",
  ],
  [
    "an HTML page",
    "\n<!DOCTYPE html>\n<html></html>",
    "f.xsd:2:1: this is an HTML page, not a WSDL or XSD\n    <!DOCTYPE html>\n  A server, proxy or login page may have answered instead: open the page, and give the address or file of the WSDL itself.",
  ],
  [
    "an HTML page after comments",
    `${"<!---->".repeat(200)}<html></html>`,
    `f.xsd:1:1: this is an HTML page, not a WSDL or XSD\n    ${"<!---->".repeat(200).slice(0, 160)}…\n  A server, proxy or login page may have answered instead: open the page, and give the address or file of the WSDL itself.`,
  ],
  [
    "a zip",
    "PK\x03\x04",
    "f.xsd:1:1: this is a zip, not XML\n  Save it with the ending .zip and give its path.",
  ],
  [
    "text",
    '{"json": true}',
    'f.xsd:1:1: this is not XML\n    {"json": true}\n  Check that the source is NetSuite\'s WSDL or XSD itself, and download it again.',
  ],
  [
    "a truncated file",
    "<a>\n  <b>\n    <c/>\n",
    "f.xsd:3:8: the file ends before <b> of line 2 is closed\n    <c/>\n  The file may be cut short: download it again.",
  ],
  [
    "a wrong end tag",
    "<a>\n<b></c></a>",
    "f.xsd:2:7: this is not well-formed XML: unexpected close tag\n    <b></c></a>\n  Check that the source is NetSuite's WSDL or XSD itself, and download it again.",
  ],
  [
    "a DTD",
    '<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY b "b">]>\n<a>&b;</a>',
    'f.xsd:2:1: a DTD (<!DOCTYPE>) is not accepted\n    <!DOCTYPE a [<!ENTITY b "b">]>\n  Remove the DTD: NetSuite\'s files have none.',
  ],
  [
    "an entity beyond the five",
    "<a>&nbsp;</a>",
    "f.xsd:1:9: this is not well-formed XML: undefined entity\n    <a>&nbsp;</a>\n  Check that the source is NetSuite's WSDL or XSD itself, and download it again.",
  ],
  [
    "a prefix that is not bound",
    "<a><x:b/></a>",
    'f.xsd:1:9: this is not well-formed XML: unbound namespace prefix: "x"\n    <a><x:b/></a>\n  Check that the source is NetSuite\'s WSDL or XSD itself, and download it again.',
  ],
  [
    "bytes that are not UTF-8",
    Buffer.from([0x3c, 0x61, 0x3e, 0x0a, 0xff, 0x3c, 0x2f, 0x61, 0x3e]),
    "f.xsd:2:1: these bytes are not UTF-8\n    \uFFFD</a>\n  Download the file again, or declare the encoding that it has in its XML declaration.",
  ],
  [
    "an encoding that is not read",
    '<?xml version="1.0" encoding="EBCDIC"?><a/>',
    "f.xsd:1:1: encoding EBCDIC is not read\n  Save the file as UTF-8 and say so in its XML declaration.",
  ],
];

test.each(refused)("%s is refused", (_, input, message) => {
  const parsed = parseXml("f.xsd", Buffer.from(input));
  if (!("problem" in parsed)) throw new Error("it was read");
  expect(formatProblem(parsed.problem)).toBe(message);
});

test("elements nested deeper than 256 are refused", () => {
  const nested = (depth: number): Buffer =>
    Buffer.from("<a>".repeat(depth) + "</a>".repeat(depth));
  expect(parseXml("f.xsd", nested(256))).toHaveProperty("root");
  expect(parseXml("f.xsd", nested(257))).toHaveProperty(
    "problem.what",
    "elements are nested deeper than 256",
  );
});

test.each([
  ["UTF-8", Buffer.from("<a>é</a>")],
  ["UTF-8 with a byte order mark", Buffer.from("\uFEFF<a>é</a>")],
  ["UTF-16 LE", Buffer.from("\uFEFF<a>é</a>", "utf16le")],
  ["UTF-16 BE", Buffer.from("\uFEFF<a>é</a>", "utf16le").swap16()],
  [
    "declared Latin-1",
    Buffer.from(
      '<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>',
      "latin1",
    ),
  ],
])("%s is decoded", (_, bytes) => {
  const parsed = parseXml("f.xsd", bytes);
  expect("root" in parsed && textOf(parsed.root)).toBe("é");
});

test("many comments before the root do no harm", () => {
  const bytes = Buffer.from(`${"<!---->".repeat(5_000)}<a/>`);
  expect(parseXml("f.xsd", bytes)).toHaveProperty("root.local", "a");
});

test("hostile names are names like any other", () => {
  const parsed = parseXml(
    "f.xsd",
    Buffer.from('<__proto__ constructor="1" __proto__="2"/>'),
  );
  expect(parsed).toMatchObject({
    root: {
      local: "__proto__",
      attributes: [
        { name: "constructor", value: "1" },
        { name: "__proto__", value: "2" },
      ],
    },
  });
});
