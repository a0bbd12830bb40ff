import { expect, onTestFinished, test } from "vitest";
import type { NetSuiteSchema } from "../codegen-v1/index.js";
import type { AnyAuthentication, ClientOptions } from "./client-options.js";
import { NetSuiteClientBase } from "./client.js";
import { smallSchema } from "./fixtures/small-schema.js";
import { found, request, serve } from "./fixtures/soap-server.js";

/** As generated clients are. */
class NetSuiteClient extends NetSuiteClientBase {
  static readonly schema: NetSuiteSchema = smallSchema;

  constructor(options: AnyAuthentication<ClientOptions>) {
    super(smallSchema, options);
  }

  get(): Promise<unknown> {
    return this.call("get", request);
  }
}

const environment = {
  NETSUITE_ACCOUNT: "https://1234567-sb1.app.netsuite.com/app/center/card.nl",
  NETSUITE_CONSUMER_KEY: "hunter2-ck",
  NETSUITE_CONSUMER_SECRET: "hunter2-cs",
  NETSUITE_TOKEN_KEY: "hunter2-ti",
  NETSUITE_TOKEN_SECRET: "hunter2-ts",
  NETSUITE_WSDL_URL:
    "https://webservices.netsuite.com/wsdl/v2022_1_0/netsuite.wsdl",
  NETSUITE_MAX_RETRIES: "0",
  NETSUITE_PREFERENCES: '{"warningAsError":true}',
  NETSUITE_HOME: "/opt/netsuite",
};

const config = {
  ACCOUNT: "1234567_SB1",
  CONSUMER_KEY: "hunter2-ck",
  CONSUMER_SECRET: "hunter2-cs",
  TOKEN_ID: "hunter2-ti",
  TOKEN_SECRET: "hunter2-ts",
};

test("a client of the environment makes calls, and is of the class that was asked", async () => {
  const { endpoint, seen } = await serve(() => ({ body: found }));
  const client = NetSuiteClient.fromEnv({
    ...environment,
    NETSUITE_API_URL: endpoint,
  });
  onTestFinished(() => client.close());
  expect(client).toBeInstanceOf(NetSuiteClient);
  await client.get();
  for (const text of [
    "account>1234567_SB1<",
    "consumerKey>hunter2-ck<",
    "token>hunter2-ti<",
    "warningAsError>true<",
  ])
    expect(seen[0]?.text).toContain(text);
});

test("overrides are laid over a configuration, where they are not undefined", async () => {
  const { endpoint, seen } = await serve(() => ({ body: found }));
  const client = NetSuiteClient.fromConfig(
    { ...config, maxRetries: "none" },
    { endpoint, maxRetries: 1, tokenId: undefined },
  );
  onTestFinished(() => client.close());
  await client.get();
  expect(seen[0]?.text).toContain("token>hunter2-ti<");
});

test("the environment: every problem, by the names that it has there", () => {
  expect(() =>
    NetSuiteClient.fromEnv(
      {
        NETSUITE_ACCOUNT: "1234567_SB1",
        NETSUITE_TOKEN_KEY: "hunter2",
        NETSUITE_TOKEN_ID: "hunter3",
        NETSUITE_API_URL:
          "https://7654321.suitetalk.api.netsuite.com/services/NetSuitePort_2022_1",
        NETSUITE_WSDL_URL:
          "https://webservices.netsuite.com/wsdl/v2025_2_0/netsuite.wsdl",
        NETSUITE_MAX_RETRIES: "many",
        netsuite_preferences: "5",
      },
      { concurrency: 0 },
    ),
  ).toThrow(
    expect.objectContaining({
      code: "configuration",
      problems: [
        "NETSUITE_TOKEN_KEY and NETSUITE_TOKEN_ID mean the same, and differ. Leave one of them out.",
        "NETSUITE_WSDL_URL is of version 2025_2, and this client was generated for 2022_1. Give the URL of 2022_1 or leave it out, or generate a client for 2025_2.",
        "NETSUITE_CONSUMER_KEY is missing; give the consumer key of the integration record.",
        "NETSUITE_CONSUMER_SECRET is missing; give the consumer secret of the integration record.",
        "NETSUITE_TOKEN_SECRET is missing; give the secret of the access token.",
        "NETSUITE_MAX_RETRIES must be a whole number from 0 to 10.",
        "netsuite_preferences is a number; give an object.",
        "concurrency must be a whole number from 1 to 1000.",
        "NETSUITE_API_URL is of account 7654321, and account is 1234567_SB1. Give the one that is meant in both.",
      ],
    }),
  );
});

test.each([
  [
    {},
    [
      "account is missing; give the id from Setup > Company > Company Information.",
      "consumerKey is missing; give the consumer key of the integration record.",
      "consumerSecret is missing; give the consumer secret of the integration record.",
      "tokenId is missing; give the id of the access token.",
      "tokenSecret is missing; give the secret of the access token.",
    ],
  ],
  [
    { ...config, TOKEN_SECRET: " hunter2", CONSUMER_SECRT: "hunter2" },
    [
      '"CONSUMER_SECRT" is not a key of a configuration. Did you mean consumerSecret?',
      "TOKEN_SECRET begins or ends with white space; take it off.",
    ],
  ],
  [
    {
      ...config,
      API_URL:
        "https://1234567-sb1.suitetalk.api.netsuite.com/services/NetSuitePort_2025_2",
    },
    [
      "API_URL is of version 2025_2, and this client was generated for 2022_1. Give https://1234567-sb1.suitetalk.api.netsuite.com/services/NetSuitePort_2022_1, or generate a client for 2025_2.",
    ],
  ],
  [
    { ...config, email: "me@example.com", password: "hunter2" },
    [
      "tokens (consumerKey, consumerSecret, tokenId, tokenSecret) and user credentials (email, password) are given, and NetSuite refuses two ways of authenticating in one request. Give one of them.",
    ],
  ],
  [
    {
      ...config,
      API_URL: "https://1234567-sb1.suitetalk.api.netsuite.com",
      discovery: "rest",
    },
    [
      "API_URL and discovery are both given; give the endpoint, or have it discovered.",
    ],
  ],
  [
    { ...config, discovery: "dns", discoveryUrl: "http://a.example" },
    ['discovery must be "soap" or "rest".'],
  ],
  [
    {
      ...config,
      discovery: "soap",
      discoveryUrl: "http://me:hunter2@a.example",
    },
    [
      "discoveryUrl is http://a.example, and plain http is for this machine only. Give an https URL.",
      "discoveryUrl holds a user name or password, and NetSuite takes tokens only. Take them out of the URL.",
    ],
  ],
  [
    { ...config, discoveryUrl: "https://a.example" },
    [
      'discoveryUrl is given without discovery. Give discovery: "soap" or "rest" too, or leave it out.',
    ],
  ],
])("a configuration: every problem, and no secret: %#", (given, problems) => {
  expect(() => NetSuiteClient.fromConfig(given)).toThrow(
    expect.objectContaining({ code: "configuration", problems }),
  );
  expect(() => NetSuiteClient.fromConfig(given)).not.toThrow("hunter2");
});
