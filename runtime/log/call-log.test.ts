import { Console } from "node:console";
import { Writable } from "node:stream";
import { expect, test } from "vitest";
import {
  NetSuiteAbortedError,
  NetSuiteFaultError,
  type Attempt,
} from "../errors/index.js";
import { createRedact, createSecrecy } from "../redact/index.js";
import { createCallLog } from "./call-log.js";
import type { Logger } from "./logger.js";

const attempt: Attempt = {
  url: "https://x.example/services",
  startedAt: 0,
  waitedMs: 5,
  durationMs: 312,
  outcome: "ok",
  httpStatus: 200,
};
const fault = new NetSuiteFaultError(
  "get was refused with WS_REQUEST_BLOCKED",
  {
    operation: "get",
    netsuiteCode: "WS_REQUEST_BLOCKED",
    outcome: "notDone",
  },
);
const failed = {
  code: "fault",
  netsuiteCode: "WS_REQUEST_BLOCKED",
  outcome: "notDone",
};
const secrecy = createSecrecy();

type Line = readonly [level: string, fields: object, message: string];

function record(): { logger: Logger; lines: Line[] } {
  const lines: Line[] = [];
  const at = (level: string) => (fields: object, message: string) => {
    lines.push([level, fields, message]);
  };
  return {
    logger: { debug: at("debug"), warn: at("warn"), error: at("error") },
    lines,
  };
}

test("attempts are told at debug, retries at warn, failures at error", () => {
  const { logger, lines } = record();
  const log = createCallLog({ logger, wireLog: false, secrecy });
  log.attempt("get", [attempt], { error: null, nsId: "WS_1" });
  log.attempt("get", [attempt, { ...attempt, httpStatus: 500 }], {
    error: fault,
    nsId: null,
  });
  log.retry("get", fault, 1200.4);
  log.failure(fault);
  const { durationMs, waitedMs } = attempt;
  const times = { operation: "get", durationMs, waitedMs };
  expect(lines).toEqual([
    [
      "debug",
      { ...times, attempt: 1, httpStatus: 200, nsId: "WS_1" },
      "get: attempt 1 ok after 312 ms",
    ],
    [
      "debug",
      { ...times, attempt: 2, httpStatus: 500, nsId: null, ...failed },
      "get: attempt 2 failed after 312 ms: get was refused with WS_REQUEST_BLOCKED",
    ],
    [
      "warn",
      { operation: "get", waitMs: 1200, ...failed },
      "get: sent again in 1200 ms, after: get was refused with WS_REQUEST_BLOCKED",
    ],
    [
      "error",
      { err: fault },
      "get failed: get was refused with WS_REQUEST_BLOCKED",
    ],
  ]);
});

test("a call that its caller aborted is no failure", () => {
  const { logger, lines } = record();
  const log = createCallLog({ logger, wireLog: false, secrecy });
  log.failure(new NetSuiteAbortedError("x"));
  expect(lines).toEqual([]);
});

test.each([
  [
    0,
    312_400,
    "This machine's clock is 312 s behind NetSuite's. Timestamps are corrected; set the clock.",
  ],
  [
    0,
    -60_000,
    "This machine's clock is 60 s ahead of NetSuite's. Timestamps are corrected; set the clock.",
  ],
  [60_000, 0, "This machine's clock agrees with NetSuite's again."],
  [60_000, 60_900, undefined],
])("a clock's correction from %i to %i", (before, after, want) => {
  const { logger, lines } = record();
  createCallLog({ logger, wireLog: false, secrecy }).clock(before, after);
  expect(lines[0]?.[2]).toBe(want);
});

test.each([
  [
    "<a><password>x</password>known-secret</a>",
    {
      bytes: 41,
      xml: "<a><password>[redacted]</password>[redacted]</a>",
    },
    "get: request of 41 bytes",
  ],
  [
    "<html><p>known-secret",
    { bytes: 21 },
    "get: request of 21 bytes that are not well-formed XML, and so not shown",
  ],
])("the wire log of %s", (body, fields, message) => {
  const { logger, lines } = record();
  const wire = {
    operation: "get",
    direction: "request",
    body,
    charset: undefined,
    redact: createRedact(["known-secret"]),
  } as const;
  createCallLog({ logger, wireLog: false, secrecy }).wire(wire);
  expect(lines).toEqual([]);
  createCallLog({ logger, wireLog: true, secrecy }).wire(wire);
  expect(lines).toEqual([
    ["debug", { operation: "get", direction: "request", ...fields }, message],
  ]);
});

test("what a logger throws, or rejects with later, is ignored", async () => {
  const rejected: unknown[] = [];
  const note = (reason: unknown): number => rejected.push(reason);
  process.on("unhandledRejection", note);
  const logger: Logger = {
    debug: () => {
      throw new Error("disk full");
    },
    warn: () => Promise.reject(new Error("disk full")),
    error: () => undefined,
  };
  const log = createCallLog({ logger, wireLog: false, secrecy });
  log.attempt("get", [attempt], { error: null, nsId: null });
  log.retry("get", fault, 1);
  await new Promise((resolve) => setImmediate(resolve));
  process.off("unhandledRejection", note);
  expect(rejected).toEqual([]);
});

test("the console is a logger", () => {
  let text = "";
  const stream = new Writable({
    write(chunk, _, done) {
      text += String(chunk);
      done();
    },
  });
  const logger: Logger = new Console({ stdout: stream, stderr: stream });
  createCallLog({ logger, wireLog: false, secrecy }).retry("get", fault, 5);
  expect(text).toBe(`{
  operation: 'get',
  waitMs: 5,
  code: 'fault',
  netsuiteCode: 'WS_REQUEST_BLOCKED',
  outcome: 'notDone'
} get: sent again in 5 ms, after: get was refused with WS_REQUEST_BLOCKED
`);
});
