import { expect, test } from "vitest";
import { parseClientOptions, type ClientOptions } from "./client-options.js";
import { smallSchema } from "./fixtures/small-schema.js";

const options: ClientOptions = {
  account: "1234567-sb1",
  consumerKey: "ck",
  consumerSecret: "cs",
  tokenId: "ti",
  tokenSecret: "ts",
};

/** What JavaScript callers may give. */
function parse(given: unknown): ReturnType<typeof parseClientOptions> {
  return parseClientOptions(given as ClientOptions, smallSchema); // wrong on purpose
}

test("the endpoint is the account's own by default", () => {
  expect(parse({ ...options, endpoint: undefined })).toEqual({
    account: {
      passport: "1234567_SB1",
      realm: "1234567_SB1",
      host: "1234567-sb1",
    },
    service: new URL(
      "https://1234567-sb1.suitetalk.api.netsuite.com/services/NetSuitePort_2022_1",
    ),
    discovery: undefined,
    discoveryUrl: undefined,
  });
});

test("or the given one", () => {
  expect(parse({ ...options, endpoint: "http://[::1]:8" }).service.href).toBe(
    "http://[::1]:8/services/NetSuitePort_2022_1",
  );
});

test.each([
  [undefined, ["client options must be an object, and undefined was given."]],
  [["x"], ["client options must be an object, and an array was given."]],
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
    {
      ...options,
      consumerKey: 5,
      consumerSecret: "hunter2\n",
      tokenId: "",
      tokenSecret: null,
      tokenSecrte: "hunter2",
    },
    [
      "consumerKey is a number; give a string.",
      "consumerSecret begins or ends with white space; take it off.",
      "tokenId is empty; give its value.",
      "tokenSecret is null; give a string.",
      "tokenSecrte is not one of the client options, which are account, consumerKey, consumerSecret, tokenId, tokenSecret, credentials, email, password, role, applicationId, endpoint, discovery, discoveryUrl, attemptTimeoutMs, totalTimeoutMs, maxRetries, concurrency, governor, interceptors, preferences, searchPreferences, partnerInfo, logger, wireLog, redact, dispatcher, now, nonce, sleep, random.",
    ],
  ],
  [
    {
      ...options,
      attemptTimeoutMs: 0.5,
      preferences: true,
      partnerInfo: [],
      dispatcher: {},
      now: 5,
      maxRetries: -1,
      concurrency: 0,
      governor: {},
      interceptors: [5],
    },
    [
      "attemptTimeoutMs must be a whole number of milliseconds from 1 to 2147483647.",
      "preferences is a boolean; give an object.",
      "partnerInfo is an array; give an object.",
      "dispatcher is an object; give a dispatcher of undici, such as an Agent or a ProxyAgent.",
      "now is a number; give a function.",
      "maxRetries must be a whole number from 0 to 10.",
      "concurrency must be a whole number from 1 to 1000.",
      "governor is an object; give a governor, which has acquire and metrics.",
      "interceptors must be an array of functions (next => call => …).",
      "concurrency and governor are both given; give concurrency for the account's governor, or a governor of your own.",
    ],
  ],
  [
    {
      ...options,
      account: "not an account",
      endpoint: "https://a.example/services/NetSuitePort_2025_2",
    },
    [
      'account is "not an account", which is not an account id. Give the id from Setup > Company > Company Information, such as 1234567 or 1234567_SB1.',
      "endpoint is of version 2025_2, and this client was generated for 2022_1. Give https://a.example/services/NetSuitePort_2022_1, or generate a client for 2025_2.",
    ],
  ],
])("%j: every problem at once, and no value of a secret", (given, problems) => {
  expect(() => parse(given)).toThrow(
    expect.objectContaining({ code: "configuration", problems }),
  );
});
