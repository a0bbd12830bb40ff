import { expect, test } from "vitest";
import { schema as sample } from "../../generated/sample/index.js";
import { defineSchema } from "../../runtime/codegen-v1/index.js";
import { xsdPaths } from "./page-paths.js";
import { createWsdlPages, pagePaths } from "./wsdl-pages.js";

const ORIGIN = "http://127.0.0.1:8080";

test("pages are where NetSuite has them", () => {
  expect(pagePaths(sample)).toEqual([
    "/wsdl/v2022_1_0/netsuite.wsdl",
    "/xsd/lists/v2022_1_0/accounting.xsd",
    "/xsd/platform/v2022_1_0/common.xsd",
    "/xsd/platform/v2022_1_0/core.xsd",
    "/xsd/setup/v2022_1_0/customization.xsd",
    "/xsd/platform/v2022_1_0/faults.xsd",
    "/xsd/documents/v2022_1_0/fileCabinet.xsd",
    "/xsd/lists/v2022_1_0/marketing.xsd",
    "/xsd/platform/v2022_1_0/messages.xsd",
    "/xsd/lists/v2022_1_0/relationships.xsd",
    "/xsd/transactions/v2022_1_0/sales.xsd",
    "/xsd/lists/v2022_1_0/accountingTypes.xsd",
    "/xsd/platform/v2022_1_0/commonTypes.xsd",
    "/xsd/platform/v2022_1_0/coreTypes.xsd",
    "/xsd/setup/v2022_1_0/customizationTypes.xsd",
    "/xsd/platform/v2022_1_0/faultTypes.xsd",
    "/xsd/documents/v2022_1_0/fileCabinetTypes.xsd",
    "/xsd/lists/v2022_1_0/marketingTypes.xsd",
    "/xsd/lists/v2022_1_0/relationshipTypes.xsd",
    "/xsd/transactions/v2022_1_0/saleTypes.xsd",
    "/xsd/lists/v2022_1_0/website.xsd",
  ]);
});

test.each([
  [
    "urn:supplychain_2030_1.lists.webservices.netsuite.com",
    "/xsd/lists/v2030_1_0/supplyChain.xsd",
  ],
  [
    "urn:types.demandplanning_2030_1.transactions.webservices.netsuite.com",
    "/xsd/transactions/v2030_1_0/demandPlanningTypes.xsd",
  ],
  [
    "urn:types.customers_2030_1.transactions.webservices.netsuite.com",
    "/xsd/transactions/v2030_1_0/customerTypes.xsd",
  ],
  ["urn:core.platform_2030_1", "/xsd/other/v2030_1_0/namespace1.xsd"],
  ["http://example.com/a_2030_1", "/xsd/other/v2030_1_0/namespace1.xsd"],
  [
    "urn:core_2031_1.platform.webservices.netsuite.com",
    "/xsd/other/v2030_1_0/namespace1.xsd",
  ],
  [
    "urn:../../etc_2030_1.platform.webservices.netsuite.com",
    "/xsd/other/v2030_1_0/namespace1.xsd",
  ],
  // Its file would be that of the first namespace.
  [
    "urn:types.sale_2030_1.transactions.webservices.netsuite.com",
    "/xsd/other/v2030_1_0/namespace1.xsd",
  ],
])("the XSD of %s is %s", (uri, path) => {
  const schema = schemaOf(
    "urn:types.sales_2030_1.transactions.webservices.netsuite.com",
    uri,
  );
  expect([...xsdPaths(schema).values()]).toEqual([
    "/xsd/transactions/v2030_1_0/saleTypes.xsd",
    path,
  ]);
});

test("what is none of its pages is null", () => {
  const pages = createWsdlPages(sample);
  for (const path of [
    "/",
    "/wsdl/v2025_2_0/netsuite.wsdl",
    "/wsdl/v2022_1_0/../v2022_1_0/netsuite.wsdl",
    "/xsd/platform/v2022_1_0/Core.xsd",
    "/services/NetSuitePort_2025_2",
    "constructor",
  ])
    expect(pages(path, ORIGIN)).toBeNull();
});

test("addresses and schemaLocations begin with the origin that was asked", () => {
  const pages = createWsdlPages(sample);
  for (const origin of [ORIGIN, "https://suitetalk.test", ORIGIN]) {
    const wsdl = pages("/wsdl/v2022_1_0/netsuite.wsdl", origin) ?? "";
    expect(wsdl).toContain(
      `<soap:address location="${origin}/services/NetSuitePort_2022_1"/>`,
    );
    expect(wsdl).toContain(
      `<xsd:import namespace="urn:core_2022_1.platform.webservices.netsuite.com" schemaLocation="${origin}/xsd/platform/v2022_1_0/core.xsd"/>`,
    );
    expect(pages("/xsd/platform/v2022_1_0/core.xsd", origin)).toContain(
      `<import namespace="urn:types.core_2022_1.platform.webservices.netsuite.com" schemaLocation="${origin}/xsd/platform/v2022_1_0/coreTypes.xsd"/>`,
    );
  }
});

test("the service's own path gives the WSDL", () => {
  const pages = createWsdlPages(sample);
  expect(pages("/services/NetSuitePort_2022_1", ORIGIN)).toBe(
    pages("/wsdl/v2022_1_0/netsuite.wsdl", ORIGIN),
  );
});

test("an origin cannot write markup", () => {
  const text = createWsdlPages(sample)(
    "/wsdl/v2022_1_0/netsuite.wsdl",
    'http://a"/><x y="',
  );
  expect(text).toContain(
    'location="http://a&quot;/&gt;&lt;x y=&quot;/services/NetSuitePort_2022_1"',
  );
});

function schemaOf(...uris: readonly string[]) {
  const direction = '[null,"m",0,[]]';
  return defineSchema(
    [
      "nsgen-descriptor 1",
      `{"version":"2030_1","long":"number","service":{"name":"S","port":"P","portType":"T","binding":"B","namespace":"urn:p_2030_1","address":"","documentation":null},"messages":[],"headers":[],"faults":[],"operations":[["get","get",${direction},${direction},[],null]]}`,
      "#namespaces",
      ...uris.map((uri) => `${encodeURI(uri)} p`),
    ].join("\n"),
  );
}
