import { expect, test } from "vitest";
import { unknownElements, withoutUnknown } from "./unknown-element.js";

const content = new Uint8Array([1, 2]);

test.each([
  ["a text", "text", "text"],
  ["nothing of that kind", { a: 1 }, { a: 1 }],
  [
    "a record, its lines and lists",
    {
      name: "Acme",
      $unknown: [{ name: "new", value: "1" }],
      list: { line: [{ id: 1, $unknown: [] }, { id: 2 }] },
    },
    { name: "Acme", list: { line: [{ id: 1 }, { id: 2 }] } },
  ],
  ["null and bytes", { phone: null, content }, { phone: null, content }],
])("withoutUnknown of %s", (_what, given, want) => {
  expect(withoutUnknown(given)).toEqual(want);
});

test("the value that was given keeps what is unknown", () => {
  const given = { $unknown: [{ name: "new", value: "1" }] };
  withoutUnknown(given);
  expect(unknownElements(given)).toEqual([{ name: "new", value: "1" }]);
});

test("bytes are handed on, not copied", () => {
  expect(withoutUnknown({ content }).content).toBe(content);
});

test("a property called __proto__ stays a property", () => {
  const given: unknown = JSON.parse('{"__proto__": {"a": 1}}');
  expect(Object.keys(withoutUnknown(given) as object)).toEqual(["__proto__"]);
});
