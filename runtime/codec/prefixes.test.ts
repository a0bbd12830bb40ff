import { expect, test } from "vitest";
import { assignPrefixes } from "./prefixes.js";

const rows: readonly [given: readonly string[], want: readonly string[]][] = [
  [
    ["platformCore", "listRel"],
    ["platformCore", "listRel"],
  ],
  [
    ["soapenv", "xsi", "xml", "ns1"],
    ["_soapenv", "_xsi", "_xml", "_ns1"],
  ],
  [
    ["a", "a", "", "x y"],
    ["a", "_a", "n", "_n"],
  ],
];

test.each(rows)("the prefixes %j become %j", (given, want) => {
  const namespaces = given.map((prefix, index) => ({
    index,
    prefix,
    uri: `urn:${index}`,
  }));
  expect(assignPrefixes(namespaces)).toEqual(want);
});
