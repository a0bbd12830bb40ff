import { SoapFault, type FaultElement } from "../faults/soap-fault.js";
import type { Mishap } from "./fault-rule.js";

/** The element and message that NetSuite gives with a code; `unexpectedErrorFault` with any other. */
const BY_CODE: Readonly<Record<string, readonly [FaultElement, string]>> = {
  ACCT_TEMP_UNAVAILABLE: [
    "unexpectedErrorFault",
    "The account you are trying to access is currently unavailable while we undergo our regularly scheduled maintenance.",
  ],
  INSUFFICIENT_PERMISSION: [
    "insufficientPermissionFault",
    "You do not have permissions to set a value for this element.",
  ],
  INVALID_ACCT: ["invalidAccountFault", "The account is invalid."],
  INVALID_JOB_ID: ["asyncFault", "The specified job id is invalid."],
  INVALID_LOGIN_CREDENTIALS: [
    "invalidCredentialsFault",
    "Invalid login attempt.",
  ],
  INVALID_SESSION: ["invalidSessionFault", "The session is invalid."],
  INVALID_WS_VERSION: [
    "invalidVersionFault",
    "This version of web services is invalid.",
  ],
  JOB_NOT_COMPLETE: ["asyncFault", "The job has not completed."],
  MAX_RCRDS_EXCEEDED: [
    "exceededRecordCountFault",
    "The maximum number of records allowed for this operation has been exceeded.",
  ],
  ROLE_REQUIRED: ["invalidCredentialsFault", "A role is required."],
  SESSION_TIMED_OUT: [
    "invalidSessionFault",
    "Your connection has timed out. Please log in again.",
  ],
  UNSUPPORTED_WS_VERSION: [
    "invalidVersionFault",
    "This version of web services is no longer supported.",
  ],
  USER_ERROR: ["insufficientPermissionFault", "The request was refused."],
  WS_CONCUR_SESSION_DISALLWD: [
    "exceededRequestLimitFault",
    "Only one request may be made against a session at a time",
  ],
  WS_FEATURE_REQD: [
    "insufficientPermissionFault",
    "You must enable a feature to use this web service operation.",
  ],
  WS_LOG_IN_REQD: [
    "invalidSessionFault",
    "You must log in before performing a web service operation.",
  ],
  WS_PERMISSION_REQD: [
    "insufficientPermissionFault",
    "You need a permission to use this web service operation.",
  ],
  WS_REQUEST_BLOCKED: [
    "exceededConcurrentRequestLimitFault",
    "SuiteTalk concurrent request limit exceeded. Request blocked.",
  ],
};

const UNEXPECTED: readonly [FaultElement, string] = [
  "unexpectedErrorFault",
  "An unexpected error occurred. Error ID: emulator-rule",
];

/** The fault of a rule. */
export function createInjectedFault(
  mishap: Extract<Mishap, { readonly effect: "fault" | "wrongDataCenter" }>,
): SoapFault {
  if (mishap.effect === "wrongDataCenter")
    return new SoapFault(
      null,
      null,
      "You are not requesting the correct data center for your company.",
    );
  const { code } = mishap;
  const [element, message] = Object.hasOwn(BY_CODE, code)
    ? (BY_CODE[code] ?? UNEXPECTED)
    : UNEXPECTED;
  return new SoapFault(
    mishap.element ?? element,
    code,
    mishap.message ?? message,
  );
}
