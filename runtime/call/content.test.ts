import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { decodeContent, parseCharset } from "./content.js";

function response(body: Uint8Array, encoding?: string) {
  return {
    status: 200,
    headers: encoding === undefined ? {} : { "content-encoding": encoding },
    body,
  };
}

test.each([undefined, "identity"])(
  "%s: the body as it is",
  async (encoding) => {
    const body = Buffer.from("abc");
    expect(await decodeContent(response(body, encoding))).toBe(body);
  },
);

test.each(["gzip", "GZIP", "x-gzip"])("%s is taken off", async (encoding) => {
  const text = "é".repeat(1_000_000);
  const body = await decodeContent(response(gzipSync(text), encoding));
  expect(String(body) === text).toBe(true);
});

test("truncated gzip is an error", async () => {
  const body = gzipSync("abc").subarray(0, 15);
  await expect(decodeContent(response(body, "gzip"))).rejects.toMatchObject({
    code: "decode",
    outcome: "unknown",
    retryable: true,
    message: "The response's gzip data is broken: unexpected end of file.",
  });
});

test("an encoding that was not asked for is an error", async () => {
  await expect(
    decodeContent(response(Buffer.of(), "br")),
  ).rejects.toMatchObject({
    code: "decode",
    message:
      'The response has the content-encoding "br", and only gzip was asked for. Check the proxy between this machine and NetSuite.',
  });
});

test.each([
  ["text/xml; charset=utf-8", "utf-8"],
  ['text/xml;charset="ISO-8859-1"', "ISO-8859-1"],
  ["text/xml; Charset = utf-8; x=1", "utf-8"],
  ["text/xml", undefined],
  [undefined, undefined],
])("the charset of %s is %s", (given, want) => {
  expect(parseCharset(given)).toBe(want);
});
