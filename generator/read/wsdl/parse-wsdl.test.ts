import { expect, test } from "vitest";
import { readSchema } from "../read-schema.js";
import { smallSet, writeFolder } from "../testing/small-set.js";

const ID = "{urn:messages.platform.webservices.netsuite.com}";

test("a service with headers and faults", async () => {
  const { service } = await readSchema(await writeFolder(smallSet()));
  expect(service).toMatchObject({
    kind: "service",
    name: "NetSuiteService",
    port: "NetSuitePort",
    portType: "NetSuitePortType",
    binding: "NetSuiteBinding",
    namespace: "urn:platform.webservices.netsuite.com",
    namespaceUri: "urn:platform_2022_1.webservices.netsuite.com",
    address: "https://webservices.netsuite.com/services/NetSuitePort_2022_1",
    documentation: "Release Status: Generally Available",
  });
  expect(service.messages.map(({ name, parts }) => [name, parts])).toEqual([
    ["headers", [{ name: "preferences", element: `${ID}preferences` }]],
    ["getRequest", [{ name: "parameters", element: `${ID}get` }]],
    ["getResponse", [{ name: "parameters", element: `${ID}getResponse` }]],
    ["failed", [{ name: "fault", element: `${ID}failed` }]],
  ]);
  expect(service.operations).toEqual([
    {
      kind: "operation",
      name: "get",
      soapAction: "get",
      input: {
        name: "getRequest",
        message: "getRequest",
        element: `${ID}get`,
        headers: [
          {
            message: "headers",
            part: "preferences",
            element: `${ID}preferences`,
          },
        ],
      },
      output: {
        name: "getResponse",
        message: "getResponse",
        element: `${ID}getResponse`,
        headers: [],
      },
      faults: [{ name: "Failed", message: "failed", element: `${ID}failed` }],
      documentation: null,
      source: { file: "netsuite.wsdl", line: 16, column: 1 },
    },
  ]);
});

test("defaults that Visual Studio writes out change nothing", async () => {
  const want = await readSchema(await writeFolder(smallSet()));
  const dump = smallSet({
    wsdl: (text) =>
      text.replace(
        '<soap:fault name="Failed" use="literal"/>',
        '<soap:fault use="literal" name="Failed" namespace="" />',
      ),
  });
  expect(await readSchema(await writeFolder(dump))).toEqual(want);
});

test("an xsd:schema inside the WSDL may declare things", async () => {
  const namespace = "urn:inline_2022_1.platform.webservices.netsuite.com";
  const schema = await readSchema(
    await writeFolder(
      smallSet({
        wsdl: (text) =>
          text.replace(
            "</types>",
            `<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" targetNamespace="${namespace}"><xsd:element name="inline" type="xsd:string"/></xsd:schema></types>`,
          ),
      }),
    ),
  );
  expect(schema.namespaces.map(({ uri }) => uri)).toContain(namespace);
});
