import { afterEach, beforeEach, expect, test } from "vitest";
import { schema } from "../../generated/netsuite-2025-2/index.js";
import { DEFAULT_TOKEN, type Emulator, startEmulator } from "../index.js";
import {
  createCaller,
  type CallText,
  type SoapCaller,
} from "../server/fixtures/soap-caller.js";

const START = Date.UTC(2026, 0, 15, 12);
const REFUSED =
  "invalidCredentialsFault INVALID_LOGIN_CREDENTIALS: Invalid login attempt.";

let nowMs = START;
let emulator: Emulator;
let call: SoapCaller;

beforeEach(async () => {
  nowMs = START;
  const now = (): Date => new Date(nowMs);
  const other = { ...DEFAULT_TOKEN, consumerSecret: "s" };
  emulator = await startEmulator({
    schema,
    now,
    tokens: [
      { ...DEFAULT_TOKEN, name: "main" },
      { ...other, tokenId: "revoked", isRevoked: true },
      { ...other, consumerKey: "blocked", tokenId: "b", isBlocked: true },
      {
        ...DEFAULT_TOKEN,
        tokenId: "no-login",
        role: { lacks: ["Log in using Access Tokens"] },
      },
      {
        ...DEFAULT_TOKEN,
        tokenId: "no-soap",
        role: { isAdministrator: false, lacks: ["SOAP Web Services"] },
      },
    ],
  });
  call = createCaller(emulator, schema, now);
});

afterEach(async () => {
  await emulator.close();
});

const seconds = (offset: number): string =>
  String(Math.floor(START / 1000) + offset);

test.each<[string, NonNullable<CallText["passport"]>]>([
  ["a right one", {}],
  ["a clock five minutes behind", { timestamp: seconds(-300) }],
  ["a clock five minutes ahead", { timestamp: seconds(300) }],
  ["the algorithm with an underscore", { algorithm: "HMAC_SHA256" }],
  ["a short nonce with special characters", { nonce: "+/=" }],
  ["a nonce of 200 characters", { nonce: "n".repeat(200) }],
])("%s is let in", async (_, passport) => {
  const { status, fault } = await call({ passport });
  expect(fault).toBeNull();
  expect(status).toBe(200);
  expect(emulator.loginAudit).toEqual([]);
});

test.each<
  [string, NonNullable<CallText["passport"]>, cause: string, detail: string]
>([
  [
    "a wrong secret",
    { tokenSecret: "wrong" },
    "InvalidSignature",
    "The signature is not that of these fields with the secrets of this token: check both secrets, and the order account, consumerKey, token, nonce, timestamp.",
  ],
  [
    "the account in lower case",
    { account: "tstdrv1234567" },
    "InvalidSignature",
    'The account is written "tstdrv1234567": write "TSTDRV1234567", in capitals and with an underscore.',
  ],
  [
    "another account",
    { account: "7654321" },
    "InvalidSignature",
    "The passport is for another account than TSTDRV1234567.",
  ],
  [
    "an unknown consumer key",
    { consumerKey: "unknown" },
    "consumer_key_unknown",
    "No integration record has this consumer key.",
  ],
  [
    "a blocked integration",
    { consumerKey: "blocked", token: "b" },
    "consumer_key_refused",
    "The integration record is blocked.",
  ],
  [
    "an unknown token",
    { token: "unknown" },
    "token_rejected",
    "No access token of this id was made for the integration record.",
  ],
  [
    "a revoked token",
    { token: "revoked" },
    "token_rejected",
    "token 2 was revoked: create another access token.",
  ],
  [
    "SHA-1",
    { algorithm: "HMAC-SHA1" },
    "UnknownAlgorithm",
    `The signature's algorithm is "HMAC-SHA1": NetSuite takes HMAC-SHA256 only.`,
  ],
  [
    "a clock that is behind",
    { timestamp: seconds(-301) },
    "InvalidTimestamp",
    `The timestamp "${seconds(-301)}" is 301 s behind the server's clock: it may be 5 minutes off. Give seconds since 1970, and set the clock of the client's machine.`,
  ],
  [
    "milliseconds",
    { timestamp: `${seconds(0)}000` },
    "InvalidTimestamp",
    `The timestamp "${seconds(0)}000" is 1766709921600 s ahead of the server's clock: it may be 5 minutes off. Give seconds since 1970, and set the clock of the client's machine.`,
  ],
  [
    "no nonce and no signature",
    { nonce: "", signature: "" },
    "MissingTokenPassportRequiredFields",
    "The tokenPassport has no nonce, signature.",
  ],
  [
    "a role that may not log in by token",
    { token: "no-login" },
    "permission_denied",
    "The role 3 has no permission to log in using access tokens.",
  ],
])(
  "%s is refused, and only the audit says why",
  async (_, passport, cause, detail) => {
    const { status, fault } = await call({ passport });
    expect(status).toBe(500);
    expect(fault).toBe(REFUSED);
    expect(emulator.loginAudit).toMatchObject([{ cause, detail }]);
    expect(emulator.requests).toMatchObject([
      { user: null, outcome: "INVALID_LOGIN_CREDENTIALS" },
    ]);
  },
);

test("a signed request is taken once", async () => {
  const passport = { nonce: "once", timestamp: seconds(0) };
  expect((await call({ passport })).fault).toBeNull();
  expect((await call({ passport })).fault).toBe(REFUSED);
  expect(emulator.loginAudit).toMatchObject([
    { user: "main", cause: "NonceUsed" },
  ]);
  const later = { ...passport, timestamp: seconds(1) };
  expect((await call({ passport: later })).fault).toBeNull();
});

test("a nonce is not forgotten while its timestamp would be taken", async () => {
  const passport = { nonce: "once", timestamp: seconds(300) };
  expect((await call({ passport })).fault).toBeNull();
  nowMs += 599_000;
  // Makes the register forget what it may.
  expect((await call()).fault).toBeNull();
  expect((await call({ passport })).fault).toBe(REFUSED);
  expect(emulator.loginAudit.at(-1)?.cause).toBe("NonceUsed");
});

test("five failures in a row lock a token for half an hour", async () => {
  const wrong = { passport: { tokenSecret: "wrong" } };
  for (let failed = 0; failed < 4; failed += 1) await call(wrong);
  expect((await call()).fault).toBeNull();
  for (let failed = 0; failed < 5; failed += 1) await call(wrong);
  expect((await call()).fault).toBe(REFUSED);
  expect(emulator.loginAudit.at(-1)).toMatchObject({
    user: "main",
    cause: "temporary_locked",
    detail: "main failed five times in a row, and is locked for 30 minutes.",
  });
  nowMs += 30 * 60_000 - 1000;
  expect((await call()).fault).toBe(REFUSED);
  nowMs += 1000;
  expect((await call()).fault).toBeNull();
});

const APPLICATION =
  "<m:applicationInfo><m:applicationId>A</m:applicationId></m:applicationInfo>";

test.each<[string, CallText, fault: string]>([
  [
    "no credentials",
    { passport: null },
    "invalidSessionFault WS_LOG_IN_REQD: You must log in before performing a web service operation.",
  ],
  [
    "the cookie of a session that there is not",
    { passport: null, headers: { cookie: "a=b; JSESSIONID=gone" } },
    "invalidSessionFault SESSION_TIMED_OUT: Your connection has timed out. Please log in again.",
  ],
  [
    "a token and an application id",
    { header: APPLICATION },
    "invalidCredentialsFault USER_ERROR: Ambiguous authentication",
  ],
  [
    "a role without SOAP Web Services",
    { passport: { token: "no-soap" } },
    "insufficientPermissionFault WS_PERMISSION_REQD: Permission Violation: You need the 'SOAP Web Services' permission to access this page. Please contact your account administrator.",
  ],
])("%s", async (_, text, fault) => {
  expect((await call(text)).fault).toBe(fault);
});

test("an Authorization header says nothing, nor does a cookie of no session", async () => {
  const headers = { authorization: "OAuth realm=x", cookie: "JSESSIONID=none" };
  expect((await call({ headers })).fault).toBeNull();
  expect((await call({ headers, passport: null })).fault).not.toBeNull();
});

test("getDataCenterUrls needs no credentials, and minds none", async () => {
  const body =
    "<m:getDataCenterUrls><m:account>TSTDRV1234567</m:account></m:getDataCenterUrls>";
  for (const passport of [null, { tokenSecret: "wrong" }]) {
    const { response } = await call({ body, passport, header: APPLICATION });
    expect(response).toMatchObject({
      getDataCenterUrlsResult: {
        status: { isSuccess: true },
        dataCenterUrls: { webservicesDomain: emulator.endpoint },
      },
    });
  }
  expect(emulator.loginAudit).toEqual([]);
});

test("a feature that is switched off lets nobody in", async () => {
  await using off = await startEmulator({
    schema,
    settings: { disabledFeatures: ["Token-Based Authentication"] },
  });
  expect((await createCaller(off, schema)()).fault).toBe(REFUSED);
  expect(off.loginAudit).toMatchObject([{ cause: "FeatureDisabled" }]);
  await using soapOff = await startEmulator({
    schema,
    settings: { disabledFeatures: ["SOAP Web Services"] },
  });
  expect((await createCaller(soapOff, schema)()).fault).toBe(
    "insufficientPermissionFault WS_FEATURE_REQD: You must enable the SOAP Web Services feature to use web services: Setup > Company > Enable Features > SuiteCloud.",
  );
});
