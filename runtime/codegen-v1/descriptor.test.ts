import { expect, test } from "vitest";
import { defineSchema } from "./descriptor.js";
import { formatFacts } from "./facts.js";
import { FIRST_DECLARED } from "./text.js";

const facts = formatFacts({
  version: "2022_1",
  long: "number",
  service: {
    name: "S",
    port: "P",
    portType: "PT",
    binding: "B",
    namespace: "urn:platform_2022_1",
    address: "https://a.example",
    documentation: null,
    messages: [],
    operations: [],
  },
});

/** Two namespaces with types of the same names, one of them renamed, and an enumeration named like a complexType. */
const text = [
  "nsgen-descriptor 1",
  facts,
  "#namespaces",
  "urn:a*.x a",
  "urn:b*.x b",
  "#members",
  "name 0 ?",
  "of 10 *",
  "&2 0 1",
  "kind 13 @! x%20y It%20says",
  "#types",
  "@0",
  "Category - 0",
  "!Base - 0",
  "L%C3%A4nd 11 1 3",
  "@1",
  "~Category 0 _a b%3Cc",
  "Category2 - 2",
  "#elements",
  "@0",
  "category 10",
  "other 11 Said%20so",
  "@1",
  "category 14",
  "#names",
  "13 CategoryEnum",
  "14 Second",
  "#documentation",
  "11 A%20base",
  "",
].join("\n");

const schema = defineSchema(text);

test("each type is found by its index, its name and its TypeScript name", () => {
  const { firstType, typeCount } = schema;
  expect(typeCount).toBeGreaterThan(firstType + 4);
  for (let index = firstType; index < typeCount; index++) {
    const type = schema.type(index);
    expect(type.index).toBe(index);
    expect(schema.typeNamed(type.namespace?.uri ?? "", type.name)).toBe(type);
    expect(schema.typeOf(type.typeName)).toBe(
      type.kind === "complex" ? type : undefined,
    );
  }
});

test("each global element is found by its index and its name", () => {
  schema.elements.forEach((element, index) => {
    const { name, namespace } = element;
    expect(element.index).toBe(index);
    expect(schema.elementAt(index)).toBe(element);
    expect(schema.element(namespace.uri, name)).toBe(element);
    expect(schema.elementsNamed(name)).toContain(element);
  });
  expect(schema.elements.length).toBeGreaterThan(2);
});

test("what it does not have is not found", () => {
  const uri = schema.namespaces[0]?.uri ?? "";
  for (const name of [
    "",
    "No",
    "constructor",
    "__proto__",
    "a\nb",
    "@0",
    "\ud800",
    "\udc00a",
  ]) {
    expect(schema.typeNamed(uri, name)).toBeUndefined();
    expect(schema.typeNamed("urn:no", name)).toBeUndefined();
    expect(schema.typeOf(name)).toBeUndefined();
    expect(schema.element(uri, name)).toBeUndefined();
    expect(schema.elementsNamed(name)).toEqual([]);
  }
  expect(schema.elementAt(schema.elements.length)).toBeUndefined();
  expect(() => schema.type(schema.typeCount)).toThrow(
    `The descriptor has no type ${schema.typeCount}.`,
  );
});

test("a type says all that its line does", () => {
  const [a, b] = schema.namespaces;
  expect(schema.typeNamed("urn:a_2022_1.x", "Länd")).toEqual({
    kind: "complex",
    index: FIRST_DECLARED + 2,
    name: "Länd",
    typeName: "Länd",
    namespace: a,
    abstract: false,
    base: FIRST_DECLARED + 1,
    text: null,
    elements: [
      {
        name: "of",
        namespace: a,
        ref: null,
        type: FIRST_DECLARED,
        minOccurs: 0,
        maxOccurs: null,
        default: null,
        documentation: null,
      },
    ],
    attributes: [
      {
        name: "kind",
        type: FIRST_DECLARED + 3,
        required: true,
        default: "x y",
        documentation: "It says",
      },
    ],
    documentation: null,
  });
  expect(schema.type(FIRST_DECLARED + 1)).toMatchObject({
    abstract: true,
    documentation: "A base",
  });
  expect(schema.type(FIRST_DECLARED + 3)).toMatchObject({
    kind: "simple",
    builtIn: "string",
    values: ["_a", "b<c"],
  });
  expect(schema.typeOf("Second")).toMatchObject({
    name: "Category2",
    elements: [{ name: "category", namespace: b, minOccurs: 1, maxOccurs: 1 }],
  });
  // A TypeScript name hides the name that the type has in its schema.
  expect(schema.typeOf("Category2")).toBeUndefined();
});

test("elements of one name are those of all namespaces", () => {
  expect(
    schema.elementsNamed("category").map(({ namespace }) => namespace.prefix),
  ).toEqual(["a", "b"]);
  expect(schema.elementAt(1)).toMatchObject({
    name: "other",
    documentation: "Said so",
  });
});

test("names are found after one that nothing has", () => {
  const asked = defineSchema(text);
  expect(asked.typeOf("No")).toBeUndefined();
  expect(asked.typeOf("Länd")?.index).toBe(FIRST_DECLARED + 2);
  expect(asked.typeOf("Base")?.abstract).toBe(true);
  expect(asked.typeOf("Category")?.namespace.prefix).toBe("a");
  expect(asked.typeOf("Category2")).toBeUndefined();
  expect(asked.elementsNamed("no")).toEqual([]);
  expect(
    asked.elementsNamed("category").map(({ namespace }) => namespace.prefix),
  ).toEqual(["a", "b"]);
});
