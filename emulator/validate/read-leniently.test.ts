import { expect, test } from "vitest";
import { schema } from "../../generated/netsuite-2025-2/index.js";
import { readLeniently } from "./index.js";

const MESSAGES = "urn:messages_2025_2.platform.webservices.netsuite.com";
const CORE = "urn:core_2025_2.platform.webservices.netsuite.com";

function envelope(header: string, body: string): string {
  return `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/" xmlns:x="http://www.w3.org/2001/XMLSchema-instance" xmlns:m="${MESSAGES}" xmlns:c="${CORE}"><e:Header>${header}</e:Header><e:Body>${body}</e:Body></e:Envelope>`;
}

const ref = { $type: "RecordRef", type: "customer", internalId: "5" };
const plain = `<m:get><m:baseRef x:type="c:RecordRef" type="customer" internalId="5"/></m:get>`;

test.each<{ name: string; header?: string; body?: string; want: unknown }>([
  {
    name: "what is as the schema says",
    want: { header: {}, body: { get: { baseRef: ref } } },
  },
  {
    name: "a header in a namespace of its own, as PHP's toolkit sends it",
    header: `<n:tokenPassport xmlns:n="ns"><n:account>T&amp;1</n:account><timestamp>7</timestamp><n:signature n:algorithm="HMAC-SHA256">s</n:signature></n:tokenPassport>`,
    want: {
      header: {
        tokenPassport: {
          account: "T&1",
          timestamp: 7,
          signature: { algorithm: "HMAC-SHA256", $value: "s" },
        },
      },
      body: { get: { baseRef: ref } },
    },
  },
  {
    name: "qualified attributes, as recorded requests have them",
    body: `<m:get><m:baseRef x:type="c:RecordRef" c:type="customer" m:internalId="5"/></m:get>`,
    want: { header: {}, body: { get: { baseRef: ref } } },
  },
  {
    name: "elements and types in other namespaces, or in none",
    body: `<get><c:baseRef x:type="m:RecordRef" type="customer" internalId="5"/></get>`,
    want: { header: {}, body: { get: { baseRef: ref } } },
  },
  {
    name: "elements out of order",
    body: `<m:add xmlns:l="urn:relationships_2025_2.lists.webservices.netsuite.com"><m:record x:type="l:Customer"><l:companyName>A&lt;<![CDATA[B&]]></l:companyName><l:entityId> E
1</l:entityId></m:record></m:add>`,
    want: {
      header: {},
      body: {
        add: {
          record: {
            $type: "Customer",
            companyName: "A<B&",
            entityId: " E\n1",
          },
        },
      },
    },
  },
])("$name", ({ header = "", body = plain, want }) => {
  const read = readLeniently(schema, envelope(header, body));
  expect(read).toEqual({ soapVersion: "1.1", ...(want as object) });
});

test.each([
  [
    "another endpoint version",
    envelope("", plain).replaceAll("_2025_2", "_2022_1"),
    /^The message is of endpoint version 2022_1, this package of 2025_2:/,
  ],
  [
    "a DOCTYPE",
    `<!DOCTYPE a>${envelope("", plain)}`,
    /^The message has a DOCTYPE/,
  ],
  [
    "XML that is cut",
    envelope("", plain).slice(0, -9),
    /^The XML ends in the middle/,
  ],
])("refuses %s", (_name, request, message) => {
  expect(() => readLeniently(schema, request)).toThrow(message);
});
