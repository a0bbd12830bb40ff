import { describe, expect, test } from "vitest";
import {
  BUILT_INS,
  defineSchema,
  escapeToken,
  escapeUri,
  unescapeToken,
  unescapeUri,
} from "../../runtime/codegen-v1/index.js";
import { formatDescriptor } from "./format-descriptor.js";
import { parseDescriptor } from "./parse-descriptor.js";
import type { Schema } from "./schema.js";
import {
  attribute,
  complexType,
  element,
  enumeration,
  globalElement,
  idOf,
  smallSchema,
} from "./testing/small-schema.js";

const HOSTILE = [
  "*/",
  "`",
  "${process.exit(1)}",
  "\\",
  "\\`",
  '"',
  "'",
  "\n",
  "\r\n",
  "\u2028\u2029",
  " ",
  "",
  "-",
  "%",
  "%41",
  "#types",
  "@1",
  "&0",
  "=k",
  "~a",
  "!a",
  "*",
  "<a>&amp;</a>",
  "{{this}}",
  "größe 😀",
  "\u0000\u0007",
  "__proto__",
  "nsgen-descriptor 1",
];

const format = (schema: Schema): string =>
  formatDescriptor(schema, { names: new Map(), long: "number" });

test.each(HOSTILE)("the token of %j is one word and gives it back", (text) => {
  const token = escapeToken(text);
  expect(token).toMatch(/^[A-Za-z0-9_%.][^\s`$\\]*$/);
  expect(unescapeToken(token)).toBe(text);
});

test.each([
  ["urn:core_2022_1.a.com", "urn:core*.a.com"],
  ["urn:core.a.com", "urn:core.a.com"],
  ["http://a/_2022_1/_2022_1", "http://a/*/_2022_1"],
  ["urn:*_2022_1", "urn:%2A*"],
  ["urn:${1}` \n_2022_1.%", "urn:%24%7B1%7D%60%20%0A*.%25"],
])("the token of the namespace %j", (uri, want) => {
  expect(escapeUri(uri, "2022_1")).toBe(want);
  expect(unescapeUri(want, "2022_1")).toBe(uri);
});

/** A schema that has `text` wherever a schema can have text. */
function schemaWith(text: string): Schema {
  return smallSchema({
    "core.platform": [
      complexType("Record", { abstract: true, documentation: text }),
      complexType(`T${text}`, {
        base: "Record",
        documentation: text,
        members: [
          element(text, "string", { default: text, documentation: text }),
          element("b", ":E", { default: text }),
          attribute(text, "string", { default: text, documentation: text }),
          attribute("c", "int", { required: true, documentation: text }),
        ],
      }),
      enumeration("E", [text, "a", text], text),
      globalElement(`e${text}`, "Record", text),
    ],
    [`urn:x${text}_2022_1.${text}`]: [enumeration("F", [])],
  });
}

test.each(HOSTILE)("a schema with %j in it comes back the same", (text) => {
  const schema = schemaWith(text);
  const descriptor = format(schema);
  expect(descriptor).not.toMatch(/`|\$\{/);
  expect(parseDescriptor(descriptor)).toEqual({ schema, long: "number" });
});

describe("members", () => {
  test.each([
    [0, 1, "?"],
    [1, 1, "1"],
    [0, null, "*"],
    [1, null, "+"],
    [0, 7, "0-7"],
    [2, 5, "2-5"],
    [3, null, "3-"],
  ])("from %j to %j times", (minOccurs, maxOccurs, code) => {
    const schema = smallSchema({
      "core.platform": [
        complexType("A", {
          members: [element("b", "string", { minOccurs, maxOccurs })],
        }),
      ],
    });
    const descriptor = format(schema);
    expect(descriptor).toContain(`#members\nb 0 ${code}\n`);
    expect(parseDescriptor(descriptor).schema).toEqual(schema);
  });

  test("a reference keeps the name, namespace and type of its element", () => {
    const schema = smallSchema({
      "common.platform": [globalElement("shared", "core.platform:A")],
      "core.platform": [
        complexType("A", {
          members: [
            element("shared", "A", {
              ref: idOf("shared", "common.platform"),
              maxOccurs: null,
            }),
          ],
        }),
      ],
    });
    expect(parseDescriptor(format(schema)).schema).toEqual(schema);
    const described = defineSchema(format(schema));
    const { uri = "" } = described.namespaces[1] ?? {};
    const type = described.typeNamed(uri, "A");
    expect(type?.kind === "complex" && type.elements[0]).toMatchObject({
      name: "shared",
      namespace: { prefix: "platformCommon" },
      maxOccurs: null,
    });
  });

  test("each different declaration stands once, the commonest first", () => {
    const many = [element("often", "string"), element("rare", "int")];
    const schema = smallSchema({
      "core.platform": [
        complexType("A", { members: many }),
        complexType("B", { members: many.slice(0, 1) }),
      ],
    });
    expect(format(schema)).toContain("#members\noften 0 ?\nrare 2 ?\n#types");
  });
});

test("every type of XML Schema is handed on", () => {
  const schema = smallSchema({
    "core.platform": [
      complexType("A", {
        members: BUILT_INS.map((name) => element(name, name)),
      }),
      complexType("B", { text: "base64Binary" }),
    ],
  });
  expect(parseDescriptor(format(schema)).schema).toEqual(schema);
});

describe("a described schema", () => {
  const schema = smallSchema({
    "core.platform": [
      complexType("Record", { abstract: true }),
      complexType("Customer", { base: "Record" }),
      enumeration("__proto__", ["a"]),
    ],
    "common.platform": [complexType("__proto__"), complexType("toString")],
  });
  const named = new Map([[idOf("Record", "core.platform"), "NetSuiteRecord"]]);
  const described = defineSchema(
    formatDescriptor(schema, { names: named, long: "bigint" }),
  );
  const core = "urn:core_2022_1.platform.webservices.netsuite.com";
  const common = "urn:common_2022_1.platform.webservices.netsuite.com";

  test("finds types by their wire name", () => {
    expect(described.typeNamed(core, "Customer")).toMatchObject({
      name: "Customer",
      typeName: "Customer",
    });
    expect(described.typeNamed(core, "__proto__")?.kind).toBe("simple");
    expect(described.typeNamed(common, "__proto__")?.kind).toBe("complex");
    expect(described.typeNamed(common, "Customer")).toBeUndefined();
    expect(described.typeNamed(core, "constructor")).toBeUndefined();
  });

  test("finds complexTypes by their $type", () => {
    expect(described.typeOf("NetSuiteRecord")?.name).toBe("Record");
    expect(described.typeOf("Record")).toBeUndefined();
    expect(described.typeOf("__proto__")?.namespace.uri).toBe(common);
    expect(described.typeOf("toString")?.name).toBe("toString");
    expect(described.typeOf("valueOf")).toBeUndefined();
  });

  test("reads a type once", () => {
    const type = described.typeOf("Customer");
    expect(described.typeNamed(core, "Customer")).toBe(type);
    expect(described.type(type?.index ?? 0)).toBe(type);
    expect(type?.base).toBe(described.typeOf("NetSuiteRecord")?.index);
  });

  test("says what an operation takes and gives", () => {
    expect(described.operation("get")).toEqual({
      name: "get",
      soapAction: "get",
      input: { element: "get", headers: [] },
      output: { element: "getResponse", headers: [] },
      faults: [],
    });
    expect(described.operation("toString")).toBeUndefined();
  });

  test("says how longs are handed on", () => {
    expect(described.long).toBe("bigint");
  });

  test("has no type beyond its last", () => {
    expect(() => described.type(described.typeCount)).toThrow(
      `The descriptor has no type ${described.typeCount}.`,
    );
    expect(() => described.type(20)).toThrow("The descriptor has no type 20.");
  });
});

test.each([
  ["", '""'],
  ["nsgen-descriptor 2\n{}", '"nsgen-descriptor 2"'],
  ["<html>", '"<html>"'],
])("a text that begins with %j is refused", (text, shown) => {
  expect(() => defineSchema(text)).toThrow(
    `This package's descriptor begins with ${shown}, not with "nsgen-descriptor 1". Generate the package again, or install the nsgen-runtime that its package.json asks for.`,
  );
});

test("a version that is none is refused: it would stand in comments", () => {
  const text = format(smallSchema({})).replace(
    '"version":"2022_1"',
    '"version":"2022_1\\n*/ alert()"',
  );
  expect(() => parseDescriptor(text)).toThrow(
    'The descriptor\'s version is "2022_1\\n*/ alert()", not one such as 2025_2.',
  );
});

test("a reference to what the schema does not hold is refused", () => {
  const schema = smallSchema({
    "core.platform": [complexType("A", { members: [element("b", "Gone")] })],
  });
  expect(() => format(schema)).toThrow(
    "The schema refers to {urn:core.platform.webservices.netsuite.com}Gone, which it does not hold.",
  );
});
