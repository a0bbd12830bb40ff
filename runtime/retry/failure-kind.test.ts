import { expect, test } from "vitest";
import {
  NetSuiteAbortedError,
  NetSuiteDecodeError,
  NetSuiteFaultError,
  NetSuiteHttpError,
  NetSuiteTimeoutError,
  NetSuiteTransportError,
  type NetSuiteError,
} from "../errors/index.js";
import {
  classifyFailure,
  classifyFault,
  type FailureKind,
} from "./failure-kind.js";

test.each<
  [code: string | null, fault: string | null, text: string, want: FailureKind]
>([
  [
    "WS_REQUEST_BLOCKED",
    "exceededConcurrentRequestLimitFault",
    "",
    "concurrency",
  ],
  ["WS_REQUEST_BLOCKED", "unexpectedErrorFault", "", "concurrency"],
  ["USER_ERROR", "userFault", "WS_REQUEST_BLOCKED: later", "concurrency"],
  [
    "WS_CONCUR_SESSION_DISALLWD",
    "exceededRequestLimitFault",
    "",
    "concurrency",
  ],
  [null, "exceededConcurrentRequestLimitFault", "", "concurrency"],
  [
    null,
    null,
    "SuiteTalk concurrent request limit exceeded. Request blocked.",
    "concurrency",
  ],
  [
    null,
    null,
    "Only one request may be made against a session at a time",
    "concurrency",
  ],
  ["SESSION_TIMED_OUT", "invalidSessionFault", "", "session"],
  ["INVALID_SESSION", "invalidSessionFault", "", "session"],
  ["BRAND_NEW", "invalidSessionFault", "", "session"],
  ["ACCT_TEMP_UNAVAILABLE", "invalidCredentialsFault", "", "unavailable"],
  [
    null,
    null,
    "The account you are trying to access is currently unavailable while we undergo our regularly scheduled maintenance",
    "unavailable",
  ],
  ["UNEXPECTED_ERROR", "unexpectedErrorFault", "Error ID: abc", "unexpected"],
  ["UNEXPECTED_ERROR", "invalidCredentialsFault", "", "unexpected"],
  [null, "unexpectedErrorFault", "", "unexpected"],
  [
    "UNEXPECTED_ERROR",
    "unexpectedErrorFault",
    "org.xml.sax.SAXException: {urn:x}Record is an abstract type",
    "refused",
  ],
  ["INVALID_LOGIN_CREDENTIALS", "invalidCredentialsFault", "", "login"],
  [null, "invalidCredentialsFault", "", "login"],
  [null, null, "Invalid login attempt.", "login"],
  ["USER_ERROR", "invalidCredentialsFault", "Invalid login attempt.", "login"],
  [
    "USER_ERROR",
    "invalidCredentialsFault",
    "Ambiguous authentication",
    "refused",
  ],
  ["USER_ERROR", "unexpectedErrorFault", "", "refused"],
  ["MAX_RCRDS_EXCEEDED", "exceededRecordCountFault", "", "refused"],
  ["INSUFFICIENT_PERMISSION", "insufficientPermissionFault", "", "refused"],
  ["INVALID_JOB_ID", "asyncFault", "", "refused"],
  ["BRAND_NEW", "brandNewFault", "", "refused"],
  ["constructor", "toString", "", "refused"],
  [null, null, "", "refused"],
])("%s in %s, %j: %s", (code, fault, text, want) => {
  expect(classifyFault({ code, fault, text })).toBe(want);
  expect(
    classifyFailure(
      new NetSuiteFaultError(`get was refused: ${text}`, {
        netsuiteCode: code,
        fault,
      }),
    ),
  ).toBe(want);
});

const http = (status: number, outcome: "notDone" | "unknown"): NetSuiteError =>
  new NetSuiteHttpError("x", { status, outcome, retryable: status >= 429 });

test.each<[string, NetSuiteError, FailureKind]>([
  [
    "refused connection",
    new NetSuiteTransportError("x", { outcome: "notDone" }),
    "notSent",
  ],
  ["reset", new NetSuiteTransportError("x", { outcome: "unknown" }), "lost"],
  [
    "no connection in time",
    new NetSuiteTimeoutError("x", { outcome: "notDone" }),
    "notSent",
  ],
  [
    "no answer in time",
    new NetSuiteTimeoutError("x", { outcome: "unknown" }),
    "lost",
  ],
  ["HTTP 503", http(503, "unknown"), "lost"],
  ["HTTP 404", http(404, "notDone"), "refused"],
  ["HTTP 200 with HTML", http(200, "unknown"), "refused"],
  ["abort", new NetSuiteAbortedError("x"), "refused"],
  ["broken XML", new NetSuiteDecodeError("x"), "refused"],
  ["XML cut off", new NetSuiteDecodeError("x", { retryable: true }), "lost"],
])("%s", (_, error, want) => {
  expect(classifyFailure(error)).toBe(want);
});
