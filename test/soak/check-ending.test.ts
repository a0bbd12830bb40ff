import { expect, test } from "vitest";
import { NetSuiteTransportError, type Outcome } from "../../runtime/index.js";
import { createAnswer } from "./answer.js";
import { checkEnding, type Ending } from "./check-ending.js";
import type { SoakCall, SoakOperation } from "./create-task.js";

function createCall(operation: SoakOperation, isIdempotent = false): SoakCall {
  const request = {
    record: { $type: "Customer", companyName: "call-1" },
    baseRef: { $type: "RecordRef", type: "customer", internalId: "call-1" },
  };
  return { key: "call-1", operation, request, isIdempotent, end: null };
}

const value = (operation: string, key = "call-1"): Ending => ({
  kind: "value",
  value: createAnswer(
    operation,
    {
      record: { companyName: key },
      baseRef: { $type: "RecordRef", type: "customer", internalId: key },
    },
    { key, isGone: false },
  ),
});
const error = (outcome: Outcome): Ending => ({
  kind: "error",
  error: new NetSuiteTransportError("It broke.", { outcome }),
});

test.each<[string, SoakCall, Ending, times: number, problems: string[]]>([
  ["an add that was stored", createCall("add"), value("add"), 1, []],
  [
    "an add that was stored twice",
    createCall("add"),
    value("add"),
    2,
    ["add call-1 stored call-1 2 times."],
  ],
  [
    "an add that may be done twice, and was",
    createCall("add", true),
    value("add"),
    2,
    [],
  ],
  ["an upsert of two attempts", createCall("upsert"), value("upsert"), 2, []],
  [
    "an add that was answered and not stored",
    createCall("add"),
    value("add"),
    0,
    ["add call-1 says done, and call-1 was not stored."],
  ],
  ["an add of which nobody knows", createCall("add"), error("unknown"), 1, []],
  ["an add that was not done", createCall("add"), error("notDone"), 0, []],
  [
    "an add that was done after all",
    createCall("add"),
    error("notDone"),
    1,
    ["add call-1 says notDone, and call-1 was stored."],
  ],
  [
    "an error of another kind",
    createCall("get"),
    { kind: "error", error: new TypeError("no") },
    0,
    ["get call-1 ended with TypeError: no."],
  ],
  [
    "another call's answer",
    createCall("delete"),
    value("delete", "call-2"),
    1,
    [
      'delete call-1 was answered with {"writeResponse":{"status":{"isSuccess":true},"baseRef":{"$type":"RecordRef","type":"customer","internalId":"call-2"}}}.',
    ],
  ],
])("%s", (_, call, ending, times, problems) => {
  expect(checkEnding(call, ending, () => times)).toEqual(problems);
});
