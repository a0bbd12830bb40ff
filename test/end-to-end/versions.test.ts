import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { encodeEnvelope } from "../../runtime/codec/index.js";
import { NetSuiteDecodeError } from "../../runtime/errors/index.js";
import { createDescriptorQuery } from "../wire/descriptor-query.js";
import { createFiller, type Value } from "../wire/fill.js";
import { createRandom, readSeed } from "../wire/random.js";
import { sampleWsdl, wsdlSet } from "../wsdl-sets.js";
import { connect, type Connection } from "./connection.js";
import type { Operation } from "./generated-client.js";
import type { SoapAnswer } from "./suitetalk-server.js";

const latest = wsdlSet("v2025_2");
const seed = readSeed();

describe.skipIf(latest === null)("2025_2", () => {
  let newer: Connection;
  let older: Connection;
  beforeAll(async () => {
    newer = await connect(latest ?? "");
    older = await connect(sampleWsdl);
  });
  afterAll(async () => {
    await newer.close();
    await older.close();
  });

  const request = {
    baseRef: { $type: "RecordRef", type: "customer", internalId: "42" },
  };
  const customer = ({ text }: Connection, name: string): SoapAnswer => ({
    body: text.envelope(
      `<m:getResponse><m:readResponse><c:status isSuccess="true"/><m:record xsi:type="r:Customer"><r:companyName>${name}</r:companyName></m:record></m:readResponse></m:getResponse>`,
    ),
  });

  test("each operation's method sends its own SOAPAction and element, and gives the value of its response", async () => {
    const { schema, server } = newer;
    const client = newer.createClient();
    const query = createDescriptorQuery(schema);
    const filler = createFiller(query, createRandom(seed));
    const fill = (extent: "minimal" | "full", element: string): Value => {
      const [global] = schema.elementsNamed(element);
      const type = schema.type(global?.type ?? -1);
      if (type.kind === "simple") throw new Error(`${element} is simple.`);
      return filler[extent](type);
    };
    for (const { name } of schema.facts.service.operations) {
      const operation = schema.operation(name);
      if (!operation) throw new Error(`There is no operation ${name}.`);
      const { input, output } = operation;
      const response = fill("full", output.element);
      const body = { [output.element]: response };
      server.answer = () => ({ body: encodeEnvelope(schema, { body }) });
      // A generated client has a method for each operation of its schema: that is what is tested.
      const method = (Reflect.get(client, name) as Operation).bind(client);
      expect(await method(fill("minimal", input.element)), name).toEqual(
        response,
      );
      expect(server.requests.at(-1)?.operation).toBe(input.element);
    }
    expect(new Set(server.requests.map((each) => each.operation)).size).toBe(
      schema.facts.service.operations.length,
    );
  });

  test("clients of two versions work side by side on one runtime", async () => {
    newer.server.answer = () => customer(newer, "new");
    older.server.answer = () => customer(older, "old");
    const clients = [newer, older].map((each) => each.createClient());
    const answers = await Promise.all(
      [...clients, ...clients].map((each) => each.get(request)),
    );
    expect(answers).toMatchObject(
      ["new", "old", "new", "old"].map((companyName) => ({
        readResponse: { record: { companyName } },
      })),
    );
  });

  test("a response of another version is an error that names both", async () => {
    older.server.answer = () => customer(newer, "new");
    const error: unknown = await older
      .createClient()
      .get(request)
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(NetSuiteDecodeError);
    expect(error).toHaveProperty(
      "message",
      expect.stringContaining(
        "The message is of endpoint version 2025_2, this package of 2022_1: use a package generated for 2025_2, or call the endpoint of 2022_1.",
      ),
    );
  });
});
