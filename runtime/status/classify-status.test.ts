import { expect, test } from "vitest";
import {
  classifyStatus,
  classifyWrite,
  type RecordStatus,
  type StatusOutcome,
} from "./classify-status.js";

const failed = (
  code?: string,
  message?: string,
  type = "ERROR",
): RecordStatus => ({
  isSuccess: false,
  statusDetail: [{ code, message, type }],
});

test.each<[string, RecordStatus, StatusOutcome]>([
  ["success", { isSuccess: true }, "done"],
  [
    "success with a warning",
    { ...failed("WARNING", "w", "WARN"), isSuccess: true },
    "done",
  ],
  [
    "USER_ERROR",
    failed("USER_ERROR", "Please enter value(s) for: Name"),
    "failed",
  ],
  ["RCRD_HAS_BEEN_CHANGED", failed("RCRD_HAS_BEEN_CHANGED"), "failed"],
  ["a code that nobody knows", failed("BRAND_NEW"), "failed"],
  ["no code", failed(undefined, "no"), "failed"],
  ["no detail", { isSuccess: false }, "failed"],
  ["no attribute", {}, "failed"],
  ["OPERATION_NOT_FINISHED", failed("OPERATION_NOT_FINISHED"), "unknown"],
  ["EXCEEDED_MAX_TIME", failed("EXCEEDED_MAX_TIME"), "unknown"],
  ["UNEXPECTED_ERROR", failed("UNEXPECTED_ERROR"), "unknown"],
  [
    "the words status unknown",
    failed("USER_ERROR", "Record status unknown."),
    "unknown",
  ],
  [
    "the words not processed, whatever the code",
    failed("OPERATION_NOT_FINISHED", "Record was not processed."),
    "notProcessed",
  ],
  ["SEARCH_TIMED_OUT", failed("SEARCH_TIMED_OUT"), "notProcessed"],
  [
    "ABORT_SEARCH_EXCEEDED_MAX_TIME",
    failed("ABORT_SEARCH_EXCEEDED_MAX_TIME"),
    "notProcessed",
  ],
  ["WS_REQUEST_BLOCKED", failed("WS_REQUEST_BLOCKED"), "notProcessed"],
  [
    "the worst of several",
    {
      isSuccess: false,
      statusDetail: [
        { code: "WS_REQUEST_BLOCKED" },
        { code: "EXCEEDED_MAX_TIME" },
        { code: "USER_ERROR" },
      ],
    },
    "unknown",
  ],
  [
    "warnings beside the error",
    {
      isSuccess: false,
      statusDetail: [
        { code: "UNEXPECTED_ERROR", type: "WARN" },
        { code: "USER_ERROR" },
      ],
    },
    "failed",
  ],
  [
    "afterSubmitFailed",
    {
      isSuccess: false,
      statusDetail: [{ code: "USER_ERROR", afterSubmitFailed: true }],
    },
    "done",
  ],
  [
    "afterSubmitFailed false",
    {
      isSuccess: false,
      statusDetail: [{ code: "USER_ERROR", afterSubmitFailed: false }],
    },
    "failed",
  ],
])("%s", (_, status, want) => {
  expect(classifyStatus(status)).toBe(want);
});

test("a record that was saved has its reference, also when a script failed after that", () => {
  const baseRef = { type: "customer", internalId: "42" };
  const afterSubmit = {
    isSuccess: false,
    statusDetail: [{ code: "USER_ERROR", afterSubmitFailed: true }],
  };
  expect(classifyWrite({ status: { isSuccess: true }, baseRef })).toEqual({
    outcome: "done",
    ref: baseRef,
  });
  expect(classifyWrite({ status: afterSubmit, baseRef })).toEqual({
    outcome: "done",
    ref: baseRef,
  });
  expect(classifyWrite({ status: failed("USER_ERROR"), baseRef })).toEqual({
    outcome: "failed",
    ref: null,
  });
  expect(classifyWrite({ status: { isSuccess: true } })).toEqual({
    outcome: "done",
    ref: null,
  });
});
