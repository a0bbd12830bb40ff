import { expect, test } from "vitest";
import { parseAccount } from "../../runtime/auth/index.js";
import { createTokenPassport } from "../../runtime/auth/token-passport.js";
import { CREDENTIALS, findPassportProblems } from "./token-passport.js";

const NOW = Math.floor(Date.now() / 1000);

/** A passport of the runtime's as the server's parser gives it. */
function createSent(
  given: Partial<Record<keyof typeof CREDENTIALS | "nonce", string>> = {},
  timestamp = NOW,
) {
  const { account, nonce = "abcdef", ...tokens } = { ...CREDENTIALS, ...given };
  const { signature, ...passport } = createTokenPassport(
    { account: parseAccount(account), ...tokens },
    nonce,
    timestamp,
  );
  return {
    ...passport,
    timestamp: String(timestamp),
    signature: {
      "#text": signature.$value,
      "@algorithm": signature.algorithm,
    },
  };
}

test("the passports of the runtime have no problem", () => {
  expect(findPassportProblems(createSent(), new Set())).toEqual([]);
});

test.each([
  ["another account", createSent({ account: "1234567" }), "account 1234567"],
  ["another consumer key", createSent({ consumerKey: "k" }), "consumerKey"],
  ["another consumer secret", createSent({ consumerSecret: "s" }), "signature"],
  ["another token", createSent({ tokenId: "t" }), "token"],
  ["another token secret", createSent({ tokenSecret: "s" }), "signature"],
  ["a short nonce", createSent({ nonce: "abcde" }), "nonce abcde"],
  [
    "a nonce again",
    createSent({ nonce: "before" }),
    "nonce before used before",
  ],
  [
    "a time of ten minutes ago",
    createSent({}, NOW - 600),
    `timestamp ${NOW - 600} is not of now`,
  ],
  [
    "another algorithm",
    { ...createSent(), signature: { "@algorithm": "HMAC-SHA1" } },
    "algorithm",
  ],
])("%s is a problem", (_, passport, problem) => {
  const problems = findPassportProblems(passport, new Set(["before"]));
  expect(problems).toContain(problem);
});
