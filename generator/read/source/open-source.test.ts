import { expect, test } from "vitest";
import { urlOfVersion } from "./open-source.js";

const of = (version: string): string =>
  `https://webservices.netsuite.com/wsdl/v${version}_0/netsuite.wsdl`;

test.each([
  ["2025_2", of("2025_2")],
  ["2025.2", of("2025_2")],
  ["v2025_2_0", of("2025_2")],
  ["V2010.1", of("2010_1")],
  ["2025", null],
  ["2025_2_1", null],
  ["x2025_2", null],
])("the version %s", (text, want) => {
  expect(urlOfVersion(text)).toBe(want);
});
