import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { ConfigurationTarget } from "./configuration.js";
import { readConfig } from "./read-config.js";
import { readEnvironment } from "./read-environment.js";

const isText = (value: unknown): string | null =>
  typeof value === "string" ? null : "is no string";

const target: ConfigurationTarget = {
  version: "2022_1",
  checks: new Map([
    ["account", isText],
    ["consumerKey", isText],
    ["consumerSecret", isText],
    ["tokenId", isText],
    ["tokenSecret", isText],
    ["endpoint", isText],
    [
      "maxRetries",
      (value) => (typeof value === "number" ? null : "is no number"),
    ],
    [
      "preferences",
      (value) => (typeof value === "object" ? null : "is no object"),
    ],
  ]),
};

const tokens = {
  account: "1234567",
  consumerKey: "ck",
  consumerSecret: "cs",
  tokenId: "ti",
  tokenSecret: "ts",
};

test.each([
  [
    "as the options are called",
    { ...tokens, maxRetries: 3, preferences: { warningAsError: true } },
    { ...tokens, maxRetries: 3, preferences: { warningAsError: true } },
  ],
  [
    "upper case, TOKEN_KEY, API_URL, WSDL_URL",
    {
      ACCOUNT: "1234567",
      CONSUMER_KEY: "ck",
      CONSUMER_SECRET: "cs",
      TOKEN_KEY: "ti",
      TOKEN_SECRET: "ts",
      API_URL: "https://1234567.suitetalk.api.netsuite.com",
      WSDL_URL: "https://webservices.netsuite.com/wsdl/v2022_1_0/netsuite.wsdl",
    },
    { ...tokens, endpoint: "https://1234567.suitetalk.api.netsuite.com" },
  ],
  [
    "lower case, token_id, a service as wsdl_url",
    {
      account: "1234567",
      consumer_key: "ck",
      consumer_secret: "cs",
      token_id: "ti",
      token_secret: "ts",
      wsdl_url:
        "https://1234567.suitetalk.api.netsuite.com/services/NetSuitePort_2022_1?wsdl",
    },
    tokens,
  ],
  [
    "camel case, tokenKey and the same tokenId",
    { ...tokens, tokenKey: "ti", maxRetries: undefined },
    tokens,
  ],
])("an object: %s", (_, config, options) => {
  expect(readConfig(config, target)).toMatchObject({ options, problems: [] });
});

test.each([
  [
    { TOKEN_KEY: "hunter2", TOKEN_ID: "hunter3" },
    [
      "TOKEN_KEY and TOKEN_ID mean the same, and differ. Leave one of them out.",
    ],
  ],
  [
    { CONSUMER_SECRT: "hunter2", colour: "hunter2", ["x".repeat(41)]: 1 },
    [
      '"CONSUMER_SECRT" is not a key of a configuration. Did you mean consumerSecret?',
      '"colour" is not a key of a configuration. The keys are account, consumerKey, consumerSecret, tokenId, tokenSecret, endpoint, maxRetries, preferences, tokenKey, apiUrl, wsdlUrl.',
      "A key of 41 characters is not a key of a configuration. The keys are account, consumerKey, consumerSecret, tokenId, tokenSecret, endpoint, maxRetries, preferences, tokenKey, apiUrl, wsdlUrl.",
    ],
  ],
  [
    JSON.parse('{"__proto__": {"account": "x"}, "constructor": 1}') as object,
    [
      expect.stringMatching(/^"__proto__" is not a key of a configuration\./),
      expect.stringMatching(/^"constructor" is not a key of a configuration\./),
    ],
  ],
  [
    {
      account: "1234567-sb1",
      WSDL_URL:
        "https://7654321.suitetalk.api.netsuite.com/wsdl/v2025_2_0/netsuite.wsdl",
    },
    [
      "WSDL_URL is of version 2025_2, and this client was generated for 2022_1. Give the URL of 2022_1 or leave it out, or generate a client for 2025_2.",
      "WSDL_URL is of account 7654321, and account is 1234567_SB1. Give the one that is meant in both.",
    ],
  ],
  [
    { wsdlUrl: "https://example.com/hunter2.wsdl" },
    [
      "wsdlUrl is not the URL of a WSDL of NetSuite. Give one such as https://webservices.netsuite.com/wsdl/v2022_1_0/netsuite.wsdl, or leave it out: no WSDL is read at run time.",
    ],
  ],
  [
    ["hunter2"],
    [
      'The configuration is an array. Give an object such as { "ACCOUNT": "1234567", … }.',
    ],
  ],
])("an object that cannot be meant: %j", (config, problems) => {
  expect(readConfig(config, target).problems).toEqual(problems);
});

function write(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), "nsgen-config-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const path = join(folder, "netsuite.json");
  writeFileSync(path, text);
  return path;
}

test.each(["", "\uFEFF"])("a JSON file that begins with %j", (start) => {
  const path = write(start + JSON.stringify(tokens));
  expect(readConfig(path, target)).toMatchObject({
    options: tokens,
    problems: [],
  });
});

test.each([
  [
    '{"tokenSecret": "hunter2" hunter3}',
    (path: string) =>
      `The configuration file ${path} is not JSON. Check its quotes and commas; comments are not allowed.`,
  ],
  [
    '"hunter2"',
    (path: string) =>
      `${path} holds a string. Give an object such as { "ACCOUNT": "1234567", … }.`,
  ],
])("a file that holds %s", (text, message) => {
  const path = write(text);
  expect(readConfig(path, target).problems).toEqual([message(path)]);
});

test("a file that is not there", () => {
  expect(readConfig("no/such.json", target).problems).toEqual([
    "The configuration file no/such.json cannot be read (ENOENT). Give the path of a JSON file.",
  ]);
});

test("the environment: prefixed names in any case, other programs' left alone", () => {
  const read = readEnvironment(
    {
      NETSUITE_ACCOUNT: "1234567",
      netsuite_consumer_key: "1e5",
      NETSUITE_TOKEN_KEY: "ti",
      NETSUITE_MAX_RETRIES: "3",
      NETSUITE_PREFERENCES: '{"warningAsError":true}',
      NETSUITE_TOKEN_SECRET: "",
      NETSUITE_LICENCE_SERVER: "x",
      CONSUMER_SECRET: "not prefixed",
      NETSUITE: "x",
    },
    target,
  );
  expect(read).toMatchObject({
    options: {
      account: "1234567",
      consumerKey: "1e5",
      tokenId: "ti",
      maxRetries: 3,
      preferences: { warningAsError: true },
    },
    problems: [],
  });
  expect(Object.keys(read.options)).toHaveLength(5);
  expect(["tokenId", "consumerKey", "tokenSecret"].map(read.nameOf)).toEqual([
    "NETSUITE_TOKEN_KEY",
    "netsuite_consumer_key",
    "NETSUITE_TOKEN_SECRET",
  ]);
});

test("the environment: what is no number stays for the check to tell of", () => {
  expect(
    readEnvironment({ NETSUITE_MAX_RETRIES: "many" }, target).options,
  ).toEqual({ maxRetries: "many" });
});

test("the environment: a key of digits that was pasted with its white space", () => {
  const isTidy = (value: unknown): string | null =>
    typeof value === "string" && value === value.trim() ? null : "is untidy";
  const strict = { ...target, checks: new Map([["tokenId", isTidy]]) };
  expect(
    readEnvironment({ NETSUITE_TOKEN_ID: " 123 " }, strict).options,
  ).toEqual({ tokenId: " 123 " });
});

test("the environment: two names that differ", () => {
  expect(
    readEnvironment(
      { NETSUITE_TOKEN_KEY: "hunter2", NETSUITE_TOKEN_ID: "hunter3" },
      target,
    ).problems,
  ).toEqual([
    "NETSUITE_TOKEN_KEY and NETSUITE_TOKEN_ID mean the same, and differ. Leave one of them out.",
  ]);
});
