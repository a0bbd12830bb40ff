import { describe, expect, test } from "vitest";
import { defineSchema, BUILT_INS } from "../../runtime/codegen-v1/index.js";
import {
  formatDescriptor,
  parseDescriptor,
} from "../../generator/model/index.js";
import { BUILT_IN_TYPES } from "../../generator/read/index.js";
import { read, SOURCES, withoutSources } from "./packages.js";

describe.each(SOURCES)("the descriptor of $name", ({ path }) => {
  test("gives the model back", async () => {
    const schema = await read(path);
    const text = formatDescriptor(schema, { names: new Map(), long: "bigint" });
    expect(text).not.toMatch(/[`$\r]|[^\n]$/);
    expect(parseDescriptor(text)).toEqual({
      schema: withoutSources(schema),
      long: "bigint",
    });
  });

  test("finds every type and operation by name", async () => {
    const schema = await read(path);
    const described = defineSchema(
      formatDescriptor(schema, { names: new Map(), long: "number" }),
    );
    for (const { uri, types, elements } of schema.namespaces) {
      for (const { name } of types) {
        expect(described.typeNamed(uri, name)?.name).toBe(name);
      }
      for (const { name } of elements) {
        expect(described.element(uri, name)?.name).toBe(name);
      }
    }
    for (const { name, soapAction } of schema.service.operations) {
      expect(described.operation(name)).toMatchObject({ name, soapAction });
    }
    const prefixes = described.namespaces.map(({ prefix }) => prefix);
    expect(new Set(prefixes).size).toBe(prefixes.length);
  });
});

test("every type of XML Schema that is read can be described", () => {
  expect([...BUILT_INS]).toEqual(expect.arrayContaining([...BUILT_IN_TYPES]));
});
