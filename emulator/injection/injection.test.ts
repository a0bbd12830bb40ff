import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  NetSuiteClient,
  schema,
} from "../../generated/netsuite-2025-2/index.js";
import {
  FaultRules,
  startEmulator,
  type Emulator,
  type FaultRule,
} from "../index.js";
import {
  createCaller,
  type SoapCaller,
} from "../server/fixtures/soap-caller.js";

let emulator: Emulator;
let call: SoapCaller;

beforeAll(async () => {
  emulator = await startEmulator({ schema });
  call = createCaller(emulator, schema);
});

beforeEach(async () => {
  emulator.faults.clear();
  await emulator.reset();
});

afterAll(async () => {
  await emulator.close();
});

const CUSTOMER =
  '<m:record xsi:type="r:Customer"><r:companyName>NAME</r:companyName></m:record>';
const add = {
  body: `<m:add>${CUSTOMER.replace("NAME", "A")}</m:add>`,
};
const addList = {
  body: `<m:addList>${["A", "B", "C", "D", "E"].map((name) => CUSTOMER.replace("NAME", name)).join("")}</m:addList>`,
};

const names = (): unknown[] =>
  emulator.records.list("customer").map(({ companyName }) => companyName);

test.each<[FaultRule, fault: string, stored: unknown[]]>([
  [
    { effect: "fault", code: "SESSION_TIMED_OUT" },
    "invalidSessionFault SESSION_TIMED_OUT: Your connection has timed out. Please log in again.",
    [],
  ],
  [
    {
      effect: "fault",
      code: "UNEXPECTED_ERROR",
      element: "invalidCredentialsFault",
      when: "afterCommit",
    },
    "invalidCredentialsFault UNEXPECTED_ERROR: An unexpected error occurred. Error ID: emulator-rule",
    ["A"],
  ],
  [
    { effect: "fault", code: "OWN_CODE", message: "Own words" },
    "unexpectedErrorFault OWN_CODE: Own words",
    [],
  ],
  [
    { effect: "fault", code: "NOT_IN_THE_SCHEMA" },
    "unexpectedErrorFault NOT_IN_THE_SCHEMA: An unexpected error occurred. Error ID: emulator-rule",
    [],
  ],
  [
    { effect: "wrongDataCenter" },
    "You are not requesting the correct data center for your company.",
    [],
  ],
])("%j", async (rule, fault, stored) => {
  emulator.faults.add({ operation: "add", times: 1, ...rule });
  const reply = await call(add);
  expect(reply.status).toBe(500);
  expect(reply.fault).toBe(fault);
  expect(names()).toEqual(stored);
  expect((await call(add)).fault).toBeNull();
});

test("every fault code has the element that NetSuite gives it in", async () => {
  const codes = schema.namespaces
    .map(({ uri }) => schema.typeNamed(uri, "FaultCodeType"))
    .find((type) => type?.kind === "simple");
  const elements: Record<string, string | undefined> = {};
  for (const code of (codes?.kind === "simple" && codes.values) || []) {
    emulator.faults.clear();
    emulator.faults.add({ effect: "fault", code });
    const { fault } = await call();
    elements[code] = fault?.split(" ")[0];
  }
  expect(elements).toMatchObject({
    ACCT_TEMP_UNAVAILABLE: "unexpectedErrorFault",
    INSUFFICIENT_PERMISSION: "insufficientPermissionFault",
    INVALID_LOGIN_CREDENTIALS: "invalidCredentialsFault",
    JOB_NOT_COMPLETE: "asyncFault",
    MAX_RCRDS_EXCEEDED: "exceededRecordCountFault",
    WS_CONCUR_SESSION_DISALLWD: "exceededRequestLimitFault",
    WS_REQUEST_BLOCKED: "exceededConcurrentRequestLimitFault",
  });
  expect(Object.values(elements)).not.toContain(undefined);
});

test.each<[FaultRule, stored: unknown[]]>([
  [{ effect: "reset" }, []],
  [{ effect: "reset", when: "afterCommit" }, ["A"]],
  [{ effect: "cut" }, ["A"]],
])("%j breaks the connection", async (rule, stored) => {
  emulator.faults.add(rule);
  await expect(call(add)).rejects.toThrow();
  expect(names()).toEqual(stored);
  expect(emulator.requests).toMatchObject([
    { operation: "add", outcome: rule.effect },
  ]);
});

test.each<[FaultRule, status: number, stored: unknown[]]>([
  [{ effect: "unavailable" }, 503, []],
  [{ effect: "unavailable", status: 502, when: "afterCommit" }, 502, ["A"]],
])("%j is a page of HTML", async (rule, status, stored) => {
  emulator.faults.add(rule);
  const reply = await call(add);
  expect(reply.status).toBe(status);
  expect(reply.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(reply.text).toContain("regularly scheduled maintenance");
  expect(names()).toEqual(stored);
});

test("a truncated answer ends in the middle, as if it were whole", async () => {
  emulator.faults.add({ effect: "truncate" });
  const response = await call(add).catch((error: unknown) => error);
  expect(String(response)).not.toContain("terminated");
  expect(names()).toEqual(["A"]);
  expect(emulator.requests).toMatchObject([{ outcome: "truncate" }]);
});

test.each<[FaultRule, stored: unknown[]]>([
  [{ effect: "silence" }, []],
  [{ effect: "silence", when: "afterCommit" }, ["A"]],
])("%j never answers", async (rule, stored) => {
  emulator.faults.add(rule);
  const client = new NetSuiteClient({
    ...emulator.connection,
    attemptTimeoutMs: 100,
    maxRetries: 0,
  });
  await expect(
    client.records.customer.add({ companyName: "A" }),
  ).rejects.toMatchObject({ code: "timeout", outcome: "unknown" });
  await client.close();
  expect(names()).toEqual(stored);
  await expect.poll(() => emulator.metrics.inFlight).toBe(0);
});

test("a delay takes its time, and holds up nobody else", async () => {
  emulator.faults.add({ effect: "delay", ms: 60, nth: 1 });
  await call();
  expect(emulator.requests[0]?.durationMs).toBeGreaterThan(55);
  emulator.faults.add({ effect: "delay", ms: 3_600_000, nth: 1 });
  const slow = Promise.allSettled([call(add)]);
  await expect.poll(() => emulator.metrics.inFlight).toBe(1);
  expect((await call()).fault).toBeNull();
  expect(emulator.metrics.inFlight).toBe(1);
  await emulator.reset();
  expect(await slow).toMatchObject([{ status: "rejected" }]);
  expect(names()).toEqual([]);
  expect(emulator.requests).toEqual([]);
});

test("of a list whose time is up, some is done, some unknown, some not processed", async () => {
  emulator.faults.add({ effect: "unfinished", done: 1, unknown: 2 });
  const { response } = await call(addList);
  const failed = (what: string): object => ({
    status: {
      isSuccess: false,
      statusDetail: [
        {
          type: "ERROR",
          code: "OPERATION_NOT_FINISHED",
          message: `The operation timed out: ${what}.`,
        },
      ],
    },
  });
  expect(response).toMatchObject({
    writeResponseList: {
      writeResponse: [
        { status: { isSuccess: true } },
        failed("status unknown"),
        failed("status unknown"),
        failed("not processed"),
        failed("not processed"),
      ],
    },
  });
  // Of those that nobody knows of, every other one was done.
  expect(names()).toEqual(["A", "B"]);
});

test("a record is saved with a warning, or reported as failed all the same", async () => {
  emulator.faults.add(
    { effect: "warn", message: "Mind this", nth: 1 },
    { effect: "afterSubmitFailed", recordType: "customer" },
  );
  expect((await call(add)).response).toMatchObject({
    writeResponse: {
      status: {
        isSuccess: true,
        statusDetail: [{ type: "WARN", message: "Mind this" }],
      },
    },
  });
  expect((await call(add)).response).toMatchObject({
    writeResponse: {
      status: {
        isSuccess: false,
        statusDetail: [{ afterSubmitFailed: true }],
      },
      baseRef: { type: "customer" },
    },
  });
  expect(names()).toEqual(["A", "A"]);
});

test("middle pages are short or empty, and a search id is lost", async () => {
  for (let at = 0; at < 15; at += 1)
    emulator.records.add({ $type: "Customer", companyName: `C${at}` });
  const client = new NetSuiteClient(emulator.connection);
  const find = (): Promise<unknown[]> =>
    client.records.customer
      .search({}, { searchPreferences: { pageSize: 5 } })
      .toArray({ limit: 100 });
  expect(await find()).toHaveLength(15);
  emulator.faults.add({
    operation: "searchMoreWithId",
    nth: 1,
    effect: "shortPage",
    keep: 0,
  });
  expect(await find()).toHaveLength(10);
  emulator.faults.clear();
  emulator.faults.add({
    operation: "searchMoreWithId",
    effect: "loseSearchId",
  });
  await expect(find()).rejects.toMatchObject({
    netsuiteCode: "INVALID_JOB_ID",
  });
  await client.close();
});

test("rules are set, seen and taken away over HTTP", async () => {
  const url = `${emulator.endpoint}/_emulator/faults`;
  const rules = [{ operation: "get", effect: "reset" }];
  const put = await fetch(url, { method: "PUT", body: JSON.stringify(rules) });
  expect(put.status).toBe(200);
  expect(emulator.faults.rules).toEqual(rules);
  expect(await (await fetch(url)).json()).toEqual(rules);
  const wrong = await fetch(url, { method: "PUT", body: '[{"effect":"x"}]' });
  expect(wrong.status).toBe(400);
  expect(await wrong.text()).toMatch(
    /^faults\[0\]\.effect is "x": give one of/,
  );
  expect(emulator.faults.rules).toEqual(rules);
  await fetch(url, { method: "DELETE" });
  expect(emulator.faults.rules).toEqual([]);
});

test("requests and failed logins are told over HTTP, without secrets, until a reset", async () => {
  await call(add);
  await call({ passport: { tokenSecret: "wrong" } });
  const control = async (path: string): Promise<string> =>
    (await fetch(`${emulator.endpoint}/_emulator/${path}`)).text();
  const requests = await control("requests");
  const logins = await control("logins");
  expect(JSON.parse(requests)).toMatchObject([
    { operation: "add", user: "token 1", recordTypes: ["customer"] },
    { outcome: "INVALID_LOGIN_CREDENTIALS" },
  ]);
  expect(JSON.parse(logins)).toMatchObject([{ cause: "InvalidSignature" }]);
  for (const text of [requests, logins])
    expect(text).not.toMatch(/emulator-(?:consumer|token)/);
  expect(JSON.parse(await control("metrics"))).toMatchObject({ inFlight: 0 });
  await fetch(`${emulator.endpoint}/_emulator/reset`, { method: "POST" });
  expect(names()).toEqual([]);
  expect(JSON.parse(await control("requests"))).toEqual([]);
});

test("a rule that is none is refused at once", () => {
  // As JavaScript may give it.
  const rule = { effect: "none" } as unknown as FaultRule;
  expect(() => {
    new FaultRules().add(rule);
  }).toThrow('faults[0].effect is "none": give one of');
});
