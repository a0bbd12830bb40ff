import { beforeAll, expect, test } from "vitest";
import type { NetSuiteSchema } from "../../runtime/codegen-v1/index.js";
import { decodeEnvelope } from "../../runtime/codec/index.js";
import { NetSuiteDecodeError } from "../../runtime/errors/index.js";
import { sampleWsdl } from "../wsdl-sets.js";
import { readWsdlSet } from "./wsdl-set.js";

const SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
const MESSAGES = "urn:messages_2022_1.platform.webservices.netsuite.com";

let schema: NetSuiteSchema;

beforeAll(async () => {
  ({ schema } = await readWsdlSet(sampleWsdl));
});

/** An answer whose only text is `content`, which begins in line 2. */
function message(content: string, attributes = ""): string {
  return `<s:Envelope xmlns:s="${SOAP}"><s:Body><searchResponse xmlns="${MESSAGES}" ${attributes}>\n<a xmlns="">${content}</a></searchResponse></s:Body></s:Envelope>`;
}

const billion = `<!DOCTYPE a [<!ENTITY a "ha">${Array.from({ length: 30 }, (_, at) => `<!ENTITY a${at} "&a${at - 1};&a${at - 1};">`).join("")}]>`;

const refused: readonly [
  name: string,
  given: string | Uint8Array,
  charset: string | undefined,
  want: RegExp,
][] = [
  ["a billion laughs", billion + message("&a29;"), undefined, /a DOCTYPE/],
  [
    "an external entity",
    `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>${message("&x;")}`,
    undefined,
    /a DOCTYPE/,
  ],
  ["an undefined entity", message("&x;"), undefined, /five entities/],
  ["a reference to U+0000", message("&#0;"), undefined, /malformed/],
  [
    "a reference to half a character",
    message("&#xD83D;"),
    undefined,
    /malformed/,
  ],
  ["a reference beyond Unicode", message("&#x110000;"), undefined, /malformed/],
  ["a control character", message("\u0001"), undefined, /malformed/],
  ["< in an attribute", message("", 'b="<"'), undefined, /malformed/],
  ["an attribute twice", message("", 'b="1" b="1"'), undefined, /malformed/],
  [
    "an attribute twice by its namespace",
    message("", 'xmlns:p="urn:x" xmlns:q="urn:x" p:b="1" q:b="1"'),
    undefined,
    /malformed/,
  ],
  ["a comment in a tag", message("", "<!-- b -->"), undefined, /malformed/],
  ["]]> in a text", message("]]>"), undefined, /malformed/],
  ["a prefix bound to nothing", message("<p:b/>"), undefined, /malformed/],
  [
    "the prefix xml bound anew",
    message("", 'xmlns:xml="urn:x"'),
    undefined,
    /malformed/,
  ],
  ["a second document", message("") + message(""), undefined, /malformed/],
  [
    "nesting without end",
    message("<b>".repeat(1_000_000)),
    undefined,
    /deeper than 1000/,
  ],
  ["gzip", new Uint8Array([0x1f, 0x8b, 8, 0]), undefined, /not valid UTF-8/],
  ["NULs", new Uint8Array(1000), undefined, /not XML/],
  [
    "windows-1252 that says to be UTF-8",
    Buffer.from(message("caf\u00e9"), "latin1"),
    "utf-8",
    /not valid UTF-8: bytes at line 2, column 16/,
  ],
  [
    "half a character at the end",
    Buffer.from(message("\u00e9")).subarray(0, -52),
    undefined,
    /ends in the middle|not valid UTF-8/,
  ],
  [
    "UTF-16 cut in a character",
    Buffer.from(message(""), "utf16le").subarray(0, -1),
    undefined,
    /not valid UTF-16LE/,
  ],
  ["UTF-8 read as UTF-16", message(""), "utf-16le", /./],
  [
    "SOAP of another envelope",
    message("").replaceAll(SOAP, "urn:soap"),
    undefined,
    /not a SOAP envelope/,
  ],
];

test.each(refused)("%s is an error", (_, given, charset, want) => {
  const bytes = typeof given === "string" ? Buffer.from(given) : given;
  const decode = (): unknown =>
    decodeEnvelope(schema, bytes, charset === undefined ? {} : { charset });
  expect(decode).toThrow(NetSuiteDecodeError);
  expect(decode).toThrow(want);
});

const million = 1_000_000;
const read: readonly [name: string, given: string, want: string][] = [
  ["CDATA in pieces", "<![CDATA[<]]>b<![CDATA[]]]]><![CDATA[>&]]>", "<b]]>&"],
  ["comments in text", "a<!-- b -->c<?d e?>f", "acf"],
  ["references", "&#x1F511;&#10;&lt;&#38;", "\u{1f511}\n<&"],
  ["ends of lines", "a\r\nb\rc&#13;", "a\nb\nc\r"],
  ["a long text", "x".repeat(20 * million), "x".repeat(20 * million)],
  ["a million references", "&amp;".repeat(million), "&".repeat(million)],
  ["a million comments", "<!---->".repeat(million), ""],
];

test.each(read)("%s is read", (_, given, want) => {
  const { body } = decodeEnvelope(schema, Buffer.from(message(given)));
  const text = { $unknown: [{ name: "a", value: want }] };
  // The text may be too long to be printed.
  expect(
    JSON.stringify(body) === JSON.stringify({ searchResponse: text }),
  ).toBe(true);
});

test.each([
  ["attributes", (at: number) => ` a${at}="1"`],
  ["declarations", (at: number) => ` xmlns:a${at}="urn:${at}"`],
])("an element with 100,000 %s is read", (_, print) => {
  const attributes = Array.from({ length: 100_000 }, (_, at) => print(at));
  const bytes = Buffer.from(message("", attributes.join("")));
  expect(decodeEnvelope(schema, bytes).body).toHaveProperty("searchResponse");
});
