import { expect, test } from "vitest";
import { findAuthenticationProblems } from "./choose-authentication.js";

const tokens = {
  consumerKey: "hunter2",
  consumerSecret: "hunter2",
  tokenId: "hunter2",
  tokenSecret: "hunter2",
};
const user = { email: "me@example.com", password: "hunter2" };
const provider = { credentials: () => tokens };

/** Headers by version, as the WSDLs declare them. */
const HEADERS: Readonly<Record<string, readonly string[]>> = {
  "2010_1": ["passport"],
  "2013_2": ["passport", "applicationInfo"],
  "2019_2": ["passport", "tokenPassport", "applicationInfo"],
  "2025_2": ["tokenPassport", "applicationInfo"],
};

const NO_PASSPORT =
  "cannot be used: this client was generated for 2025_2, whose WSDL has no passport header, since NetSuite ended logging in by email and password with 2020.2. Give consumerKey, consumerSecret, tokenId and tokenSecret instead.";
const NO_TOKENS =
  "This client was generated for 2013_2, whose WSDL has no tokenPassport header: token-based authentication needs 2015.2 or later. Generate the client from a later WSDL, or give email and password.";

test.each([
  ["2025_2", tokens, []],
  ["2025_2", provider, []],
  ["2019_2", tokens, []],
  ["2019_2", user, []],
  ["2013_2", { ...user, role: "3", applicationId: "x" }, []],
  ["2010_1", user, []],
  [
    "2025_2",
    {},
    [
      "consumerKey is missing; give the consumer key of the integration record.",
      "consumerSecret is missing; give the consumer secret of the integration record.",
      "tokenId is missing; give the id of the access token.",
      "tokenSecret is missing; give the secret of the access token.",
    ],
  ],
  [
    "2025_2",
    { ...tokens, tokenSecret: undefined },
    ["tokenSecret is missing; give the secret of the access token."],
  ],
  [
    "2019_2",
    { email: "me@example.com" },
    ["password is missing; give the user's password."],
  ],
  ["2025_2", user, [`email, password ${NO_PASSPORT}`]],
  ["2025_2", { ...user, role: "3" }, [`email, password, role ${NO_PASSPORT}`]],
  ["2013_2", tokens, [NO_TOKENS]],
  ["2013_2", provider, [NO_TOKENS]],
  [
    "2010_1",
    { ...user, applicationId: "x" },
    [
      "applicationId is given, and the WSDL of 2010_1 has no applicationInfo header. Leave it out.",
    ],
  ],
  [
    "2019_2",
    { ...tokens, ...user },
    [
      "tokens (consumerKey, consumerSecret, tokenId, tokenSecret) and user credentials (email, password) are given, and NetSuite refuses two ways of authenticating in one request. Give one of them.",
    ],
  ],
  [
    "2025_2",
    { tokenId: "hunter2", ...provider },
    [
      "tokens (tokenId) and a provider (credentials) are given, and NetSuite refuses two ways of authenticating in one request. Give one of them.",
    ],
  ],
  [
    "2019_2",
    { ...tokens, applicationId: "x" },
    [
      "tokens (consumerKey, consumerSecret, tokenId, tokenSecret) and user credentials (applicationId) are given, and NetSuite refuses two ways of authenticating in one request. Give one of them.",
    ],
  ],
])("%s with %j", (version, options, problems) => {
  expect(
    findAuthenticationProblems(options, {
      version,
      declares: (header) => HEADERS[version]?.includes(header) ?? false,
    }),
  ).toEqual(problems);
});
