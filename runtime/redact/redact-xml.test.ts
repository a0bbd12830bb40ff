import { expect, test } from "vitest";
import { createRedact } from "./redact.js";
import { redactXml } from "./redact-xml.js";
import { createSecrecy } from "./secrecy.js";

const options = {
  secrecy: createSecrecy({ customFields: ["custentity_pin"] }),
  redact: createRedact(["known-secret"]),
};

test.each([
  [
    "every child of tokenPassport but the account",
    `<m:tokenPassport xmlns:m="urn:m"><account>1</account><consumerKey>k</consumerKey><a:token xmlns:a="urn:c">t</a:token><timestamp>17</timestamp><signature algorithm="HMAC-SHA256">s=</signature></m:tokenPassport>`,
    `<m:tokenPassport xmlns:m="urn:m"><account>1</account><consumerKey>[redacted]</consumerKey><a:token xmlns:a="urn:c">[redacted]</a:token><timestamp>[redacted]</timestamp><signature algorithm="[redacted]">[redacted]</signature></m:tokenPassport>`,
  ],
  [
    "all below a secret element, under any prefix",
    `<x:ccNumber operator="is" xsi:type="q"><y:searchValue>4111</y:searchValue>x</x:ccNumber>`,
    `<x:ccNumber operator="[redacted]" xsi:type="q"><y:searchValue>[redacted]</y:searchValue>[redacted]</x:ccNumber>`,
  ],
  [
    "CDATA, entities and comments",
    `<a><password><![CDATA[a]]>&#98;<!--c--></password><!-- known-secret --><b><![CDATA[<known-]]>secret&gt;</b></a>`,
    `<a><password>[redacted]</password><b>&lt;[redacted]&gt;</b></a>`,
  ],
  [
    "a custom field by script id, and by internalId in old versions",
    `<l><customField scriptId="custentity_pin" internalId="7"><value>1</value></customField><customField internalId="custentity_pin"><value><name>n</name></value></customField><customField scriptId="other"><value>2</value></customField></l>`,
    `<l><customField scriptId="custentity_pin" internalId="7"><value>[redacted]</value></customField><customField internalId="custentity_pin"><value><name>[redacted]</name></value></customField><customField scriptId="other"><value>2</value></customField></l>`,
  ],
  [
    "a known secret in any text or attribute",
    `<?xml version="1.0"?><a b="x &quot;known-secret&quot;"><c/>known-secret &amp; more</a>`,
    `<a b="x &quot;[redacted]&quot;"><c/>[redacted] &amp; more</a>`,
  ],
  [
    "nothing of an empty secret",
    `<a><password> </password><password2/></a>`,
    `<a><password></password><password2/></a>`,
  ],
])("takes out %s", (_, given, want) => {
  expect(redactXml(given, options)).toBe(want);
  expect(redactXml(Buffer.from(given), options)).toBe(want);
});

test("long texts are cut", () => {
  const text = "€".repeat(99) + "😀".repeat(1000);
  expect(redactXml(`<content>${text}</content>`, options)).toBe(
    `<content>${"€".repeat(99)}… (2099 characters)</content>`,
  );
});

test.each([
  ["", "empty"],
  ["<a><password>x</a>", "not well-formed"],
  ["<a>text", "truncated"],
  ["<!DOCTYPE html><html></html>", "an HTML page"],
  ["<a>&secret;</a>", "an unknown entity"],
  ["\u0000\u0001", "binary"],
])("%j is not shown: %s", (given) => {
  expect(redactXml(given, options)).toBeNull();
});

test("a charset that nobody knows, and bytes that are not of it", () => {
  const bytes = Buffer.from("<a>\xff</a>", "latin1");
  expect(redactXml(bytes, options)).toBeNull();
  expect(redactXml(bytes, { ...options, charset: "x-none" })).toBeNull();
  expect(redactXml(bytes, { ...options, charset: "latin1" })).toBe("<a>ÿ</a>");
});
