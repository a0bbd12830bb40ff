import { expect, test } from "vitest";
import { encodeEnvelope } from "../codec/index.js";
import { smallSchema } from "../call/fixtures/small-schema.js";
import { estimateBytes } from "./estimate-bytes.js";

test.each([
  ["a", 1],
  ["é", 2],
  ["<&>", 18],
  [new Uint8Array(4), 8],
  [true, 24],
  [null, 24],
  [{ a: "b" }, 67],
  [{ list: [{}, {}] }, 200],
])("%j is about %i bytes", (value, want) => {
  expect(estimateBytes(value)).toBe(want);
});

test("it is no less than what is sent", () => {
  const baseRef = { type: "customer", internalId: "é & <42>" };
  const sent = encodeEnvelope(smallSchema, { body: { get: { baseRef } } });
  const body = /<[^<>]*baseRef[^>]*>/.exec(sent)?.[0] ?? "";
  expect(body).not.toBe("");
  expect(estimateBytes({ baseRef })).toBeGreaterThan(Buffer.byteLength(body));
});
