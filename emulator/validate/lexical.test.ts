import { expect, test } from "vitest";
import { schema } from "../../generated/netsuite-2025-2/index.js";
import { BUILT_INS } from "../../runtime/codegen-v1/index.js";
import { createLexicalCheck } from "./lexical.js";

test.each<[string, ending: string, boolean]>([
  ["whole", "AAAA", true],
  ["padded", "AA==", true],
  ["one character short", "AAA", false],
  ["with a bit after its end", "AB==", false],
])("a file of 48 million characters, %s", (_, ending, isBase64) => {
  const type = schema.type(BUILT_INS.indexOf("base64Binary"));
  if (type.kind !== "simple") throw new Error("base64Binary is simple.");
  const accepts = createLexicalCheck(type);
  expect(accepts("A".repeat(48_000_000) + ending)).toBe(isBase64);
});
