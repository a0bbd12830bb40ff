import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { ComplexType, Schema, SimpleType } from "../model/schema.js";
import { readSchema } from "./read-schema.js";
import { hasRealSets, WSDL_DIR } from "./testing/real-sets.js";

const zip = (name: string): string => join(WSDL_DIR, name);

const typesOf = (schema: Schema): readonly (ComplexType | SimpleType)[] =>
  schema.namespaces.flatMap((each) => each.types);

const withoutSources = (schema: Schema): string =>
  JSON.stringify(schema, (key, each: unknown) =>
    key === "source" ? undefined : each,
  );

describe.runIf(hasRealSets())("real WSDL sets", () => {
  test("all are read without a problem", { timeout: 60_000 }, async () => {
    const zips = readdirSync(WSDL_DIR).filter((each) => each.endsWith(".zip"));
    expect(zips).not.toEqual([]);
    for (const each of zips) {
      const schema = await readSchema(zip(each));
      expect(each).toContain(`v${schema.version}`);
    }
  });

  test("2025_2 is read whole", async () => {
    const schema = await readSchema(zip("v2025_2.zip"));
    const types = typesOf(schema);
    const complexTypes = types.filter((each) => each.kind === "complexType");
    expect(complexTypes).toHaveLength(1501);
    expect(complexTypes.filter((each) => each.abstract)).toHaveLength(15);
    expect(types.length - complexTypes.length).toBe(281);
    expect(schema.namespaces).toHaveLength(46);
    expect(schema.service.operations).toHaveLength(42);
    expect(
      complexTypes.filter((each) => each.text !== null).map(({ name }) => name),
    ).toEqual(["TokenPassportSignature"]);
    const passport = complexTypes.find(({ name }) => name === "TokenPassport");
    expect(passport).toEqual({
      kind: "complexType",
      id: "{urn:core.platform.webservices.netsuite.com}TokenPassport",
      name: "TokenPassport",
      abstract: false,
      base: null,
      text: null,
      elements: [
        "account",
        "consumerKey",
        "token",
        "nonce",
        "timestamp",
        "signature",
      ].map((name): unknown =>
        expect.objectContaining({ name, minOccurs: 1, maxOccurs: 1 }),
      ),
      attributes: [],
      documentation: null,
      source: {
        file: "v2025_2.zip!/xsd/platform.core.xsd",
        line: 13,
        column: 5,
      },
    });
    expect(
      schema.service.operations.find(({ name }) => name === "get"),
    ).toMatchObject({
      soapAction: "get",
      input: {
        name: "getRequest",
        message: "getRequest",
        element: "{urn:messages.platform.webservices.netsuite.com}get",
      },
      output: { message: "getResponse" },
    });
  });

  test("the model does not depend on the layout", async () => {
    const flat = await readSchema(zip("v2022_1.zip"));
    const urls = await readSchema(zip("v2022_1.url-layout.zip"));
    expect(withoutSources(urls) === withoutSources(flat)).toBe(true);
  });
});
