import { inspect } from "node:util";
import { expect, test, vi } from "vitest";
import * as errors from "./index.js";
import {
  appendToMessage,
  NetSuiteConfigurationError,
  NetSuiteDecodeError,
  NetSuiteEncodeError,
  NetSuiteError,
  NetSuiteFaultError,
  NetSuiteHttpError,
  NetSuiteTimeoutError,
  NetSuiteTransportError,
  withCallContext,
} from "./index.js";

test("each subclass has its own code and name, and is a NetSuiteError", () => {
  const made: NetSuiteError[] = [
    new errors.NetSuiteTransportError("x"),
    new errors.NetSuiteHttpError("x", { status: 503 }),
    new errors.NetSuiteTimeoutError("x"),
    new errors.NetSuiteAbortedError("x"),
    new errors.NetSuiteFaultError("x"),
    new errors.NetSuiteStatusError("x"),
    new errors.NetSuiteDecodeError("x"),
    new errors.NetSuiteEncodeError("x"),
    new errors.NetSuiteConfigurationError(["x"]),
  ];
  expect(made.map((each) => [each.code, each.name])).toEqual([
    ["transport", "NetSuiteTransportError"],
    ["http", "NetSuiteHttpError"],
    ["timeout", "NetSuiteTimeoutError"],
    ["aborted", "NetSuiteAbortedError"],
    ["fault", "NetSuiteFaultError"],
    ["status", "NetSuiteStatusError"],
    ["decode", "NetSuiteDecodeError"],
    ["encode", "NetSuiteEncodeError"],
    ["configuration", "NetSuiteConfigurationError"],
  ]);
  for (const each of made) {
    expect(each).toBeInstanceOf(NetSuiteError);
    expect(each instanceof Error).toBe(true);
    expect(each instanceof NetSuiteFaultError).toBe(each.code === "fault");
    expect(each.stack).toMatch(`${each.name}: x`);
  }
});

test("instanceof holds across two copies of the runtime", async () => {
  vi.resetModules();
  const copy = await import("./index.js");
  expect(copy.NetSuiteTimeoutError).not.toBe(NetSuiteTimeoutError);
  const foreign: unknown = new copy.NetSuiteTimeoutError("late");
  expect(foreign instanceof NetSuiteTimeoutError).toBe(true);
  expect(foreign instanceof NetSuiteError).toBe(true);
  expect(foreign instanceof NetSuiteHttpError).toBe(false);
});

test("instanceof of a class derived by an application goes by its prototype", () => {
  class QuotaError extends NetSuiteFaultError {}
  expect(new NetSuiteFaultError("x") instanceof QuotaError).toBe(false);
  expect(new QuotaError("x") instanceof QuotaError).toBe(true);
  expect(new QuotaError("x") instanceof NetSuiteFaultError).toBe(true);
});

test("nothing else is a NetSuiteError", () => {
  for (const value of [new Error("x"), null, undefined, "x", {}])
    expect(value instanceof NetSuiteError).toBe(false);
});

test("fields default to what is known: nothing", () => {
  const { message, cause, ...fields } = new NetSuiteDecodeError("x");
  expect([message, cause]).toEqual(["x", undefined]);
  expect(fields).toEqual({
    code: "decode",
    netsuiteCode: null,
    operation: null,
    attempts: [],
    retryable: false,
    outcome: "unknown",
    ref: null,
    nsId: null,
    path: null,
    line: null,
    column: null,
  });
});

test("what is found before anything is sent is not done", () => {
  expect(new NetSuiteEncodeError("x").outcome).toBe("notDone");
  expect(new NetSuiteConfigurationError(["x"]).outcome).toBe("notDone");
});

test("the call fills in its context and keeps error and stack", () => {
  const error = new NetSuiteDecodeError("x", { line: 3, column: 4 });
  const { stack } = error;
  expect(withCallContext(error, { operation: "get", nsId: "WS_1" })).toBe(
    error,
  );
  expect(error).toMatchObject({ operation: "get", nsId: "WS_1", line: 3 });
  expect(error.stack).toBe(stack);
});

test("toJSON has every field, and of the cause only what names it", () => {
  const cause = Object.assign(new Error("refused"), {
    code: "ECONNREFUSED",
    address: "10.0.0.1",
  });
  const error = new NetSuiteTransportError("x", { cause, outcome: "notDone" });
  expect(JSON.parse(JSON.stringify(error))).toEqual({
    name: "NetSuiteTransportError",
    message: "x",
    code: "transport",
    netsuiteCode: null,
    operation: null,
    attempts: [],
    retryable: false,
    outcome: "notDone",
    ref: null,
    nsId: null,
    cause: { name: "Error", message: "refused", code: "ECONNREFUSED" },
  });
  expect(inspect(error)).toMatch("NetSuiteTransportError: x");
});

test("one problem of a configuration is the message, several are a list", () => {
  expect(new NetSuiteConfigurationError(["a is missing."]).message).toBe(
    "a is missing.",
  );
  const several = new NetSuiteConfigurationError(["a is missing.", "b too."]);
  expect(several.message).toBe("2 problems:\n- a is missing.\n- b too.");
  expect(several.problems).toEqual(["a is missing.", "b too."]);
});

test.each([
  ["x", "x. Try later."],
  ["It broke.", "It broke. Try later."],
  ["It says: $& …", "It says: $& … Try later."],
])("a sentence after %j is in message and stack", (message, want) => {
  const error = new NetSuiteDecodeError(message);
  expect(appendToMessage(error, "Try later.")).toBe(error);
  expect(error.message).toBe(want);
  expect(error.stack).toContain(`NetSuiteDecodeError: ${want}\n`);
});
