import { expect, test } from "vitest";
import { NetSuiteTransportError, type Outcome } from "../../runtime/index.js";
import type { Ending } from "./check-ending.js";
import { checkRecords } from "./check-records.js";
import type { SoakCall, SoakOperation } from "./create-task.js";

function createCall(operation: SoakOperation, isIdempotent = false): SoakCall {
  const first = { $type: "Customer", companyName: "a" };
  const record =
    operation === "addList" ? [first, { ...first, companyName: "b" }] : first;
  return { key: "k", operation, request: { record }, isIdempotent, end: null };
}

const done = { status: { isSuccess: true } };
const failed = (message: string, afterSubmitFailed = false): object => ({
  status: {
    isSuccess: false,
    statusDetail: [{ type: "ERROR", message, afterSubmitFailed }],
  },
});
const single = (writeResponse: object): Ending => ({
  kind: "value",
  value: { writeResponse },
});
const list = (...writeResponse: object[]): Ending => ({
  kind: "value",
  value: { writeResponseList: { writeResponse } },
});
const error = (outcome: Outcome): Ending => ({
  kind: "error",
  error: new NetSuiteTransportError("It broke.", { outcome }),
});

test.each<[SoakCall, Ending, stored: number, problems: string[]]>([
  [createCall("add"), single(done), 1, []],
  [
    createCall("add"),
    single(done),
    2,
    ["add k says done, and there are 2 of a."],
  ],
  [createCall("add", true), single(done), 2, []],
  [
    createCall("upsert", true),
    single(done),
    2,
    ["upsert k says done, and there are 2 of a."],
  ],
  [
    createCall("add"),
    single(done),
    0,
    ["add k says done, and there are 0 of a."],
  ],
  [createCall("add"), single(failed("saved", true)), 1, []],
  [createCall("add"), error("unknown"), 1, []],
  [
    createCall("add"),
    error("notDone"),
    1,
    ["add k says notDone, and there are 1 of a."],
  ],
  [createCall("addList"), list(done, failed("status unknown")), 1, []],
  [
    createCall("addList"),
    list(done, failed("not processed")),
    1,
    ["addList k says notDone, and there are 1 of b."],
  ],
  [
    createCall("addList"),
    list(done),
    1,
    ["addList k has 1 answers to 2 records."],
  ],
  [
    createCall("get"),
    { kind: "error", error: new TypeError("no") },
    0,
    ["get k ended with TypeError: no."],
  ],
])("%j, %j, stored %i times", (call, ending, stored, problems) => {
  expect(checkRecords(call, ending, () => stored)).toEqual(problems);
});
