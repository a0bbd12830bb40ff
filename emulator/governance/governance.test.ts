import { expect, test } from "vitest";
import { schema } from "../../generated/netsuite-2025-2/index.js";
import { startEmulator } from "../index.js";
import { createCaller } from "../server/fixtures/soap-caller.js";
import { checkRecordCount } from "./record-count.js";
import { DEFAULT_SETTINGS } from "../account/settings.js";

const BLOCKED =
  "exceededConcurrentRequestLimitFault WS_REQUEST_BLOCKED: SuiteTalk concurrent request limit exceeded. Request blocked.";

test("what is above the account's limit is blocked", async () => {
  await using emulator = await startEmulator({
    schema,
    faults: [{ effect: "delay", ms: 3_600_000 }],
  });
  const call = createCaller(emulator, schema);
  const waiting = Promise.allSettled(Array.from({ length: 5 }, () => call()));
  await expect.poll(() => emulator.metrics.inFlight).toBe(5);
  for (let times = 0; times < 3; times += 1) {
    const { status, fault } = await call();
    expect(status).toBe(500);
    expect(fault).toBe(BLOCKED);
  }
  expect(emulator.metrics.inFlight).toBe(5);
  // Five are worked on, and those that are blocked come one at a time.
  await expect.poll(() => emulator.metrics.maxInFlight).toBe(6);
  await emulator.close();
  expect((await waiting).map(({ status }) => status)).not.toContain(
    "fulfilled",
  );
});

test("a request gives its place back, also one that is refused", async () => {
  await using emulator = await startEmulator({
    schema,
    settings: { concurrencyLimit: 1 },
  });
  const call = createCaller(emulator, schema);
  const tooMany = {
    body: `<m:deleteList>${'<m:baseRef xsi:type="c:RecordRef" type="customer" internalId="1"/>'.repeat(201)}</m:deleteList>`,
  };
  for (let times = 0; times < 3; times += 1) {
    expect((await call(tooMany)).fault).toBe(
      "exceededRecordCountFault MAX_RCRDS_EXCEEDED: The maximum number (200) of records allowed for a DELETE operation has been exceeded.",
    );
    expect((await call()).fault).toBeNull();
  }
});

test.each<[string, string, count: number, message: string | null]>([
  ["addList", "record", 200, null],
  [
    "addList",
    "record",
    201,
    "The maximum number (200) of records allowed for a ADD operation has been exceeded.",
  ],
  ["asyncAddList", "record", 400, null],
  [
    "asyncAddList",
    "record",
    401,
    "The maximum number (400) of records allowed for a ADD operation has been exceeded.",
  ],
  [
    "updateList",
    "record",
    101,
    "The maximum number (100) of records allowed for a UPDATE operation has been exceeded.",
  ],
  [
    "upsertList",
    "record",
    101,
    "The maximum number (100) of records allowed for a UPSERT operation has been exceeded.",
  ],
  [
    "deleteList",
    "baseRef",
    201,
    "The maximum number (200) of records allowed for a DELETE operation has been exceeded.",
  ],
  ["getList", "baseRef", 1000, null],
  [
    "getList",
    "baseRef",
    1001,
    "The maximum number (1000) of records allowed for a GET operation has been exceeded.",
  ],
  [
    "asyncGetList",
    "baseRef",
    2001,
    "The maximum number (2000) of records allowed for a GET operation has been exceeded.",
  ],
  ["initializeList", "record", 5000, null],
])("%s with a %s list of %i", (operation, key, count, message) => {
  const request = { [key]: Array.from({ length: count }, () => ({})) };
  const check = (): void => {
    checkRecordCount(operation, request, DEFAULT_SETTINGS.recordLimits);
  };
  if (message === null) expect(check).not.toThrow();
  else expect(check).toThrow(message);
});

test("getItemAvailability counts its items", () => {
  const recordRef = Array.from({ length: 10_001 }, () => ({}));
  expect(() => {
    checkRecordCount(
      "getItemAvailability",
      { itemAvailabilityFilter: { item: { recordRef } } },
      DEFAULT_SETTINGS.recordLimits,
    );
  }).toThrow("The maximum number (10000) of records");
});

test("limits that are left out stay", async () => {
  await using emulator = await startEmulator({
    schema,
    settings: { recordLimits: { add: 1 } },
  });
  const call = createCaller(emulator, schema);
  const record =
    '<m:record xsi:type="r:Customer"><r:companyName>A</r:companyName></m:record>';
  const listOf = (operation: string): string =>
    `<m:${operation}>${record}${record}</m:${operation}>`;
  expect((await call({ body: listOf("addList") })).fault).toBe(
    "exceededRecordCountFault MAX_RCRDS_EXCEEDED: The maximum number (1) of records allowed for a ADD operation has been exceeded.",
  );
  expect((await call({ body: listOf("updateList") })).fault).toBeNull();
});

test("a larger request than the account allows is refused", async () => {
  await using emulator = await startEmulator({
    schema,
    settings: { requestLimitBytes: 2000 },
  });
  const call = createCaller(emulator, schema);
  expect((await call()).fault).toBeNull();
  expect((await call({ header: " ".repeat(2000) })).fault).toBe(
    "exceededRequestSizeFault USER_ERROR: The request is larger than the 2000 bytes that are allowed.",
  );
});

test("the preference for scripts and workflows needs a permission", async () => {
  const permission =
    "Control SuiteScript and Workflow Triggers in Web Services Request";
  const preference = {
    header:
      "<m:preferences><m:runServerSuiteScriptAndTriggerWorkflows>true</m:runServerSuiteScriptAndTriggerWorkflows></m:preferences>",
  };
  await using emulator = await startEmulator({
    schema,
    tokens: [
      {
        consumerKey: "k",
        consumerSecret: "s",
        tokenId: "t",
        tokenSecret: "s",
        role: { lacks: [permission] },
      },
    ],
  });
  const call = createCaller(emulator, schema);
  expect((await call()).fault).toBeNull();
  expect((await call(preference)).fault).toBe(
    `insufficientPermissionFault INSUFFICIENT_PERMISSION: Permission Violation: You need the '${permission}' permission to access this page. Please contact your account administrator.`,
  );
});
