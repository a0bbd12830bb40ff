import { expect, test } from "vitest";
import { smallSchema, uris } from "../fixtures/small-schema.js";
import { planOf } from "../schema-plan.js";
import { XML, XMLNS } from "../soap.js";
import { createDocumentScope, type NamespaceScope } from "./namespace-scope.js";

test("a document binds xml and xmlns, and has no default namespace", () => {
  const scope = createDocumentScope();
  expect(["xml", "xmlns", "", "a"].map((each) => scope.resolve(each))).toEqual([
    XML,
    XMLNS,
    "",
    undefined,
  ]);
});

test("the innermost declaration counts, also after the outer one was looked up", () => {
  const document = createDocumentScope();
  const outer = document.declare("a", "urn:1").declare("", "urn:d");
  const inner = outer.declare("b", "urn:b");
  expect(inner.resolve("a")).toBe("urn:1");
  const deepest = inner.declare("a", "urn:2").declare("", "");
  expect(deepest.resolve("a")).toBe("urn:2");
  expect(deepest.resolve("")).toBe("");
  expect(deepest.resolve("b")).toBe("urn:b");
  expect(inner.resolve("a")).toBe("urn:1");
  expect(inner.resolve("")).toBe("urn:d");
});

test("a scope says what was declared between it and an outer one", () => {
  const outer = createDocumentScope().declare("a", "urn:a");
  const inner = outer.declare("b", "urn:b").declare("c", "urn:c");
  const declares = (prefix: string, from: NamespaceScope = outer): boolean =>
    inner.declares(prefix, from);
  expect(["a", "b", "c", "d"].map((each) => declares(each))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(declares("c", inner)).toBe(false);
});

test("a wide scope takes any number of declarations, a plain one none", () => {
  const plain = createDocumentScope();
  expect(plain.add("a", "urn:a")).toBe(false);
  const wide = plain.widen("p", "urn:p");
  for (let at = 0; at < 1000; at++)
    expect(wide.add(`p${at}`, `urn:${at}`)).toBe(true);
  expect(wide.resolve("p999")).toBe("urn:999");
  expect(wide.declares("p500", plain)).toBe(true);
  expect(plain.resolve("a")).toBeUndefined();
});

test("a declaration is found again by its bytes, but no more than 32 of one scope", () => {
  const scope = createDocumentScope();
  const texts = Array.from({ length: 40 }, (_, at) => `xmlns:a="urn:${at}`);
  const recalled = texts.map((text) => {
    const bytes = Buffer.from(text);
    const child = scope.declare("a", text.slice(9));
    scope.remember(bytes, 0, bytes.length, child);
    return scope.recall(bytes, 0, bytes.length) === child;
  });
  expect(recalled.filter((each) => each)).toHaveLength(32);
  const other = Buffer.from('xmlns:b="urn:0');
  expect(scope.recall(other, 0, other.length)).toBeUndefined();
});

test("an attribute's name has no namespace without a prefix, whatever the default one", () => {
  const scope = createDocumentScope()
    .declare("", "urn:d")
    .declare("a", "urn:a");
  const nameOf = (text: string): object =>
    scope.attribute(text, Buffer.from(text), 0, text.length);
  expect(nameOf("id")).toEqual({ text: "id", uri: "", local: "id" });
  expect(nameOf("a:id")).toEqual({ text: "a:id", uri: "urn:a", local: "id" });
  expect(nameOf("b:id")).toEqual({ text: "b:id", uri: undefined, local: "id" });
  expect(scope.recallAttribute(Buffer.from("a:id"), 0, 4)).toEqual(
    nameOf("a:id"),
  );
});

test("an xsi:type names a concrete complexType by any prefix that is bound to its namespace", () => {
  const plan = planOf(smallSchema());
  const scope = createDocumentScope()
    .declare("", uris.core)
    .declare("c", uris.core);
  const nameOf = (qname: string): string | undefined =>
    scope.typeNamed(plan, qname)?.type.typeName;
  expect(
    [
      "RecordRef",
      "c:RecordRef",
      "c:RecordRef",
      "d:RecordRef",
      "c:BaseRef",
      "c:RecordType",
      "c:No",
      "",
    ].map(nameOf),
  ).toEqual([
    "RecordRef",
    "RecordRef",
    "RecordRef",
    ...Array<undefined>(5).fill(undefined),
  ]);
});
