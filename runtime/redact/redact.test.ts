import { inspect } from "node:util";
import { expect, test } from "vitest";
import {
  NetSuiteAbortedError,
  NetSuiteFaultError,
  NetSuiteTransportError,
} from "../errors/index.js";
import { createRedact, redactError, redactValue } from "./redact.js";

test.each<[string, string[], string, string]>([
  [
    "each secret",
    ["alpha-one", "beta-two"],
    "alpha-one, beta-two",
    "[redacted], [redacted]",
  ],
  [
    "the longer of two",
    ["longsecret", "longsecret2"],
    "longsecret2",
    "[redacted]",
  ],
  ["as XML escapes it", ["a<b&c-1234"], "x=a&lt;b&amp;c-1234", "x=[redacted]"],
  ["as XML in XML escapes it", ["a<b-1234"], "a&amp;lt;b-1234", "[redacted]"],
  ["as URLs escape it", ["ab+/cd==12"], "s=ab%2B%2Fcd%3D%3D12", "s=[redacted]"],
  [
    "as JSON escapes it",
    ['quo"te-1234'],
    '{"p":"quo\\"te-1234"}',
    '{"p":"[redacted]"}',
  ],
  [
    "a short one as a word",
    ["123"],
    "(123) 1234567 x123",
    "([redacted]) 1234567 x123",
  ],
  ["one in another case", ["s3cretly!"], "S3CRETLY!", "[redacted]"],
  ["no empty one", [""], "text", "text"],
  ["no pattern", [".*"], "text .* more", "text [redacted] more"],
])("takes out %s", (_, secrets, given, want) => {
  expect(createRedact(secrets)(given)).toBe(want);
});

test("secrets are looked for when the first text comes, and once", () => {
  let asked = 0;
  const redact = createRedact(() => [`secret-${(asked += 1)}`]);
  expect(asked).toBe(0);
  expect([redact("secret-1"), redact("secret-2")]).toEqual([
    "[redacted]",
    "secret-2",
  ]);
});

test("takes secrets out of whole values", () => {
  const bytes = new Uint8Array([1]);
  expect(
    redactValue(
      { a: ["s3cretly!", 1, null], bytes },
      createRedact(["s3cretly!"]),
    ),
  ).toEqual({ a: ["[redacted]", 1, null], bytes });
});

test("takes secrets out of all that an error holds, and of its causes", () => {
  const secret = "s3cretly!";
  const parser = Object.assign(new Error(`Bad header ${secret}`), {
    data: `HTTP/1.1 ${secret}`,
  });
  const error = new NetSuiteTransportError(`x ${secret}`, {
    cause: new AggregateError([parser], secret, { cause: parser }),
  });
  const fault = new NetSuiteFaultError("x", {
    faultString: secret,
    detail: { hostname: [secret] },
  });
  for (const each of [error, fault]) {
    expect(redactError(each, createRedact([secret]))).toBe(each);
    expect(inspect(each, { depth: Infinity, showHidden: true })).not.toContain(
      secret,
    );
  }
});

test("the reason of an abort is the application's own", () => {
  const cause = new Error("s3cretly!");
  redactError(
    new NetSuiteAbortedError("x", { cause }),
    createRedact(["s3cretly!"]),
  );
  expect(cause.message).toBe("s3cretly!");
});
