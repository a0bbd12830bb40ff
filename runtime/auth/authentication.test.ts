import { inspect } from "node:util";
import { expect, test } from "vitest";
import { parseAccount } from "./account.js";
import {
  createProvidedAuthentication,
  createTokenAuthentication,
  createUserAuthentication,
} from "./authentication.js";
import type { ProvidedCredentials } from "./credentials-provider.js";
import { createTokenPassport } from "./token-passport.js";

const account = parseAccount("1234567-sb1");

function keys(suffix: string): ProvidedCredentials {
  return {
    consumerKey: `consumerKey-${suffix}`,
    consumerSecret: `consumerSecret-${suffix}`,
    tokenId: `tokenId-${suffix}`,
    tokenSecret: `tokenSecret-${suffix}`,
  };
}

function secretsOf(suffix: string): string[] {
  const { consumerKey, consumerSecret, tokenId, tokenSecret } = keys(suffix);
  return [consumerKey, consumerSecret, tokenId, tokenSecret];
}

/** A provider that gives one answer after another, and counts. */
function provide(...answers: ProvidedCredentials[]): {
  provider: () => Promise<ProvidedCredentials>;
  asked: () => number;
} {
  let asked = 0;
  return {
    provider: () => {
      const answer = answers[Math.min(asked, answers.length - 1)];
      asked += 1;
      return answer
        ? Promise.resolve(answer)
        : Promise.reject(new Error("the vault is sealed"));
    },
    asked: () => asked,
  };
}

test("tokens are signed with, and there are no others", async () => {
  const authentication = createTokenAuthentication(account, keys("a"));
  const signer = await authentication.load();
  const signed = signer.sign("abcdefghijklmnopqrst", 1_700_000_000);
  const tokenPassport = createTokenPassport(
    { account, ...keys("a") },
    "abcdefghijklmnopqrst",
    1_700_000_000,
  );
  expect(signed.headers).toEqual({ tokenPassport });
  expect(signed.secrets).toEqual([
    ...secretsOf("a"),
    "abcdefghijklmnopqrst",
    tokenPassport.signature.$value,
  ]);
  expect(await authentication.replace(signer)).toBe(false);
});

test.each([
  [
    { email: "me@example.com", password: "hunter2" },
    {
      passport: {
        email: "me@example.com",
        password: "hunter2",
        account: "1234567_SB1",
      },
    },
  ],
  [
    {
      email: "me@example.com",
      password: "hunter2",
      role: "3",
      applicationId: "app",
    },
    {
      passport: {
        email: "me@example.com",
        password: "hunter2",
        account: "1234567_SB1",
        role: { internalId: "3" },
      },
      applicationInfo: { applicationId: "app" },
    },
  ],
])("user credentials make a passport", async (user, headers) => {
  const signer = await createUserAuthentication(account, user).load();
  const signed = signer.sign("nonce", 0);
  expect(signed.headers).toEqual(headers);
  expect(signed.secrets).toEqual(["hunter2"]);
});

test("a provider is asked once for all calls, until NetSuite refuses what it gave", async () => {
  const { provider, asked } = provide(keys("a"), keys("b"));
  const authentication = createProvidedAuthentication(
    account,
    provider,
    () => 0,
  );
  expect(asked()).toBe(0);
  const [first, second] = await Promise.all([
    authentication.load(),
    authentication.load(),
  ]);
  expect(second).toBe(first);
  expect(await authentication.load()).toBe(first);
  expect(asked()).toBe(1);

  expect(
    await Promise.all([
      authentication.replace(first),
      authentication.replace(first),
    ]),
  ).toEqual([true, true]);
  expect(asked()).toBe(2);
  expect((await authentication.load()).secrets).toEqual(secretsOf("b"));
});

test("a late refusal does not throw away what came since", async () => {
  const { provider, asked } = provide(keys("a"), keys("b"));
  const authentication = createProvidedAuthentication(
    account,
    provider,
    () => 0,
  );
  const first = await authentication.load();
  expect(await authentication.replace(first)).toBe(true);
  expect(await authentication.replace(first)).toBe(true);
  expect(asked()).toBe(2);
});

test("the same credentials again are no others", async () => {
  const { provider, asked } = provide(keys("a"));
  const authentication = createProvidedAuthentication(
    account,
    provider,
    () => 0,
  );
  expect(await authentication.replace(await authentication.load())).toBe(false);
  expect(asked()).toBe(2);
});

test.each([1000, new Date(1000)])(
  "expiresAt %j: the provider is asked again then",
  async (expiresAt) => {
    let now = 0;
    const { provider, asked } = provide({ ...keys("a"), expiresAt });
    const authentication = createProvidedAuthentication(
      account,
      provider,
      () => now,
    );
    await authentication.load();
    now = 999;
    await authentication.load();
    expect(asked()).toBe(1);
    now = 1000;
    await Promise.all([authentication.load(), authentication.load()]);
    expect(asked()).toBe(2);
  },
);

const WANTED =
  "Make it return an object with consumerKey, consumerSecret, tokenId, tokenSecret";

test.each<[unknown, string[]]>([
  [null, [`credentials() gave null. ${WANTED}.`]],
  ["hunter2", [`credentials() gave a value of type string. ${WANTED}.`]],
  [
    { ...keys("hunter2"), tokenSecret: "", consumerKey: 5 },
    [
      `credentials() gave no consumerKey. ${WANTED}, all strings.`,
      `credentials() gave no tokenSecret. ${WANTED}, all strings.`,
    ],
  ],
  [
    { ...keys("hunter2"), expiresAt: "hunter2" },
    [
      "credentials() gave an expiresAt that is no time. Give milliseconds since 1970, or a Date.",
    ],
  ],
])(
  "what is not credentials is refused without being shown: %#",
  async (given, problems) => {
    const authentication = createProvidedAuthentication(
      account,
      () => given as ProvidedCredentials, // wrong on purpose
      () => 0,
    );
    const error: unknown = await authentication.load().catch((e: unknown) => e);
    expect(error).toMatchObject({ code: "configuration", problems });
    expect(inspect(error)).not.toContain("hunter2");
  },
);

test("a provider that fails is the cause, and is asked again by the next call", async () => {
  let asked = 0;
  const cause = new Error("the vault is sealed");
  const authentication = createProvidedAuthentication(
    account,
    () => {
      asked += 1;
      if (asked === 1) throw cause;
      return keys("a");
    },
    () => 0,
  );
  await expect(authentication.load()).rejects.toMatchObject({
    code: "configuration",
    message:
      "credentials() failed, so nothing could be signed. Its error is the cause of this one.",
    outcome: "notDone",
    cause,
  });
  await authentication.load();
  expect(asked).toBe(2);
});
