import { beforeAll, expect, test } from "vitest";
import { createTypeNames } from "../../generator/emit/names.js";
import { formatDescriptor } from "../../generator/model/index.js";
import { readSchema } from "../../generator/read/index.js";
import {
  defineSchema,
  type NetSuiteSchema,
} from "../../runtime/codegen-v1/index.js";
import { schema as newest } from "../../generated/netsuite-2025-2/index.js";
import { wsdlSet } from "../../test/wsdl-sets.js";
import { startEmulator } from "../index.js";
import { createCaller } from "../server/fixtures/soap-caller.js";

async function describeSet(path: string): Promise<NetSuiteSchema> {
  const model = await readSchema(path);
  const names = createTypeNames(model);
  return defineSchema(formatDescriptor(model, { names, long: "number" }));
}

const path = wsdlSet("v2019_2");

let schema: NetSuiteSchema;

beforeAll(async () => {
  schema = path === null ? newest : await describeSet(path);
}, 60_000);

const USER = { email: "ann@example.com", password: "secret", userId: "12" };

const formatPassport = (
  account: string,
  password = USER.password,
  role = "3",
): string =>
  `<c:email>Ann@example.com</c:email><c:password>${password}</c:password><c:account>${account}</c:account><c:role internalId="${role}"/>`;

test.skipIf(path === null)(
  "users log in with a password at endpoints that declare it, by header and by session",
  async () => {
    await using emulator = await startEmulator({ schema, users: [USER] });
    const call = createCaller(emulator, schema);
    const { account } = emulator.connection;
    const header = `<m:passport>${formatPassport(account)}</m:passport>`;

    expect((await call({ passport: null, header })).fault).toBeNull();
    expect(emulator.requests.at(-1)).toMatchObject({
      user: USER.email,
      outcome: "ok",
    });
    // Both passports: the same words as for other doubles, without a typed detail.
    expect((await call({ header })).fault).toBe("Ambiguous authentication");

    const refused =
      "invalidCredentialsFault INVALID_LOGIN_CREDENTIALS: You have entered an invalid email address or password. Please try again.";
    for (const [passport, detail] of [
      [
        formatPassport(account, "wrong"),
        "The password is not that of the user.",
      ],
      [
        formatPassport("7654321"),
        "The passport is for another account than TSTDRV1234567.",
      ],
      [
        formatPassport(account, USER.password, "5"),
        "The user does not have the role 5: it has 3.",
      ],
    ] as const) {
      const wrong = `<m:passport>${passport}</m:passport>`;
      expect((await call({ passport: null, header: wrong })).fault).toBe(
        refused,
      );
      expect(emulator.loginAudit.at(-1)).toMatchObject({
        user: USER.email,
        cause: "WrongUserCredentials",
        detail,
      });
    }

    const login = await call({
      passport: null,
      body: `<m:login><m:passport>${formatPassport(account)}</m:passport></m:login>`,
    });
    expect(login.fault).toBeNull();
    const cookie = /JSESSIONID=[^;]+/.exec(
      login.headers.get("set-cookie") ?? "",
    )?.[0];
    const headers = { cookie: cookie ?? "" };
    expect((await call({ passport: null, headers })).fault).toBeNull();
    expect((await call({ headers })).fault).toBe(
      "invalidCredentialsFault USER_ERROR: Ambiguous authentication",
    );
    await call({ passport: null, headers, body: "<m:logout/>" });
    expect((await call({ passport: null, headers })).fault).toBe(
      "invalidSessionFault SESSION_TIMED_OUT: Your connection has timed out. Please log in again.",
    );
  },
);

test.skipIf(path === null)("a user makes one request at a time", async () => {
  await using emulator = await startEmulator({
    schema,
    users: [USER],
    faults: [{ nth: 1, effect: "delay", ms: 3_600_000 }],
  });
  const call = createCaller(emulator, schema);
  const header = `<m:passport>${formatPassport(emulator.connection.account)}</m:passport>`;
  const first = Promise.allSettled([call({ passport: null, header })]);
  await expect.poll(() => emulator.metrics.inFlight).toBe(1);
  expect((await call({ passport: null, header })).fault).toBe(
    "exceededRequestLimitFault WS_CONCUR_SESSION_DISALLWD: Only one request may be made against a session at a time",
  );
  await emulator.close();
  expect(await first).toMatchObject([{ status: "rejected" }]);
});

test.each([false, true])(
  "a password is refused at an endpoint that does not declare it, lenient or not: %s",
  async (lenient) => {
    await using emulator = await startEmulator({
      schema: newest,
      users: [USER],
      lenient,
    });
    const call = createCaller(emulator, newest);
    const header = `<m:passport>${formatPassport(emulator.connection.account)}</m:passport>`;
    expect((await call({ passport: null, header })).fault).toBe(
      "invalidCredentialsFault USER_ERROR: User credentials are not supported by the 2025.2 endpoint, nor by any since 2020.2: use token-based authentication.",
    );
    expect((await call({ header })).fault).toBe("Ambiguous authentication");
  },
);
