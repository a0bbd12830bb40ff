import { expect, test } from "vitest";
import { schema } from "../../generated/netsuite-2025-2/index.js";
import { startEmulator } from "../index.js";
import { createCaller } from "../server/fixtures/soap-caller.js";
import { checkRecordCount } from "./record-count.js";
import { DEFAULT_SETTINGS } from "../account/settings.js";

test("what is above the account's limit is blocked, and the rest is carried out", async () => {
  await using emulator = await startEmulator({ schema, latencyMs: 1000 });
  const call = createCaller(emulator, schema);
  const replies = await Promise.all(Array.from({ length: 8 }, () => call()));
  const blocked = replies.filter(({ fault }) => fault !== null);
  expect(blocked).toHaveLength(3);
  for (const { status, fault } of blocked) {
    expect(status).toBe(500);
    expect(fault).toBe(
      "exceededConcurrentRequestLimitFault WS_REQUEST_BLOCKED: SuiteTalk concurrent request limit exceeded. Request blocked.",
    );
  }
  // Places are free again.
  expect((await call()).fault).toBeNull();
  await new Promise((resolve) => setTimeout(resolve, 120));
  expect(emulator.metrics.inFlight).toBe(0);
  // Five are worked on; those that are blocked are soon gone.
  expect(emulator.metrics.maxInFlight).toBeGreaterThan(5);
});

test("a request that is refused gives its place back", async () => {
  await using emulator = await startEmulator({
    schema,
    settings: { concurrencyLimit: 1 },
  });
  const call = createCaller(emulator, schema);
  const tooMany = {
    body: `<m:deleteList>${'<m:baseRef xsi:type="c:RecordRef" type="customer" internalId="1"/>'.repeat(201)}</m:deleteList>`,
  };
  for (let times = 0; times < 3; times += 1)
    expect((await call(tooMany)).fault).toBe(
      "exceededRecordCountFault MAX_RCRDS_EXCEEDED: The maximum number (200) of records allowed for a DELETE operation has been exceeded.",
    );
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
