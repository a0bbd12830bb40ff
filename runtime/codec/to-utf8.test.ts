import { describe, expect, test } from "vitest";
import { toUtf8 } from "./to-utf8.js";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin1 = (text: string): Uint8Array => Buffer.from(text, "latin1");
const utf16 = (text: string): Uint8Array => Buffer.from(text, "utf16le");
const utf16be = (text: string): Uint8Array =>
  Buffer.from(text, "utf16le").swap16();

function decode(input: Uint8Array | string, charset?: string): string {
  return toUtf8(input, charset).toString();
}

describe("charsets", () => {
  const declaration = '<?xml version="1.0" encoding="ISO-8859-1"?>é';
  const rows: readonly [
    name: string,
    given: Uint8Array,
    charset: string | undefined,
    want: string,
  ][] = [
    ["UTF-8 by default", utf8("<é😀"), undefined, "<é😀"],
    ["of the header", latin1("<é"), "ISO-8859-1", "<é"],
    ["of the header, quoted", utf8("<é"), '"utf-8"', "<é"],
    ["windows-1252", new Uint8Array([0x80, 0x92]), "Windows-1252", "€’"],
    ["US-ASCII", utf8("<a"), "us-ascii", "<a"],
    ["of the declaration", latin1(declaration), undefined, declaration],
    [
      "the header before the declaration",
      utf8(declaration),
      "utf-8",
      declaration,
    ],
    ["byte order mark of UTF-8", utf8("\ufeff<é"), undefined, "<é"],
    ["byte order mark of UTF-16LE", utf16("\ufeff<é"), undefined, "<é"],
    ["byte order mark of UTF-16BE", utf16be("\ufeff<é"), undefined, "<é"],
    ["UTF-16 of the header, with a mark", utf16("\ufeff<"), "utf-16", "<"],
    ["UTF-16 of the header, without", utf16be("<é"), "utf-16", "<é"],
    ["UTF-16LE without a mark", utf16("<é"), undefined, "<é"],
  ];
  test.each(rows)("%s", (_, given, charset, want) => {
    expect(decode(given, charset)).toBe(want);
  });
});

test("bytes in UTF-8 are not copied", () => {
  const bytes = utf8("\ufeff<é");
  const { buffer, byteOffset } = toUtf8(bytes, undefined);
  expect([buffer, byteOffset]).toEqual([bytes.buffer, bytes.byteOffset + 3]);
});

test("a string without its byte order mark", () => {
  expect(decode("\ufeff<é😀")).toBe("<é😀");
});

test("an unknown charset is an error", () => {
  expect(() => decode(utf8("<a/>"), "EBCDIC-37")).toThrow(
    'The message is in charset "EBCDIC-37", as its Content-Type header says, which is not supported: UTF-8, UTF-16, ISO-8859-1, windows-1252 and US-ASCII are.',
  );
});

test("bytes that are no UTF-8 are an error with their place", () => {
  expect(() => decode(latin1("<a>\n<b>é</b>"))).toThrow(
    "The message is not valid UTF-8: bytes at line 2, column 4 are no character. It was cut, or is in another charset than it says.",
  );
});
