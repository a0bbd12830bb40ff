import {
  NetSuiteDecodeError,
  NetSuiteFaultError,
  NetSuiteHttpError,
  NetSuiteTimeoutError,
  NetSuiteTransportError,
  type NetSuiteError,
} from "../errors/index.js";

/**
 * Why an attempt failed, as far as sending it again goes.
 *
 * - `concurrency`: refused before processing, because too many requests were under way
 * - `session`: the session ended before processing
 * - `unavailable`: the account is down for maintenance
 * - `notSent`: no connection, so nothing was sent
 * - `lost`: it was sent, and no answer of NetSuite's came back, or not all of it
 * - `unexpected`: NetSuite broke while it processed the request
 * - `login`: who calls was not accepted
 * - `refused`: anything that would fail again
 */
export type FailureKind =
  | "concurrency"
  | "session"
  | "unavailable"
  | "notSent"
  | "lost"
  | "unexpected"
  | "login"
  | "refused";

/** What a SOAP fault says, as far as it says it. */
export interface FaultWords {
  /** The code in the typed fault, such as `WS_REQUEST_BLOCKED`. */
  readonly code: string | null;
  /** The typed fault's element, such as `unexpectedErrorFault`. */
  readonly fault: string | null;
  /** All text of the fault: its own message and SOAP's faultstring. */
  readonly text: string;
}

/** All of FaultCodeType, and what was seen beside it. */
const BY_CODE: ReadonlyMap<string, FailureKind> = new Map<string, FailureKind>([
  ["ACCT_TEMP_UNAVAILABLE", "unavailable"],
  ["CONCURRENCY_LIMIT_EXCEEDED", "concurrency"],
  ["EMAIL_ADDRS_REQD", "refused"],
  ["INSUFFICIENT_PERMISSION", "refused"],
  ["INVALID_ACCT", "refused"],
  ["INVALID_JOB_ID", "refused"],
  ["INVALID_LOGIN_CREDENTIALS", "login"],
  ["INVALID_PAGE_INDEX", "refused"],
  ["INVALID_ROLE", "refused"],
  ["INVALID_SESSION", "session"],
  ["INVALID_WS_VERSION", "refused"],
  ["JOB_NOT_COMPLETE", "refused"],
  ["LOGIN_DISABLED", "refused"],
  ["MAX_RCRDS_EXCEEDED", "refused"],
  ["OI_FEATURE_REQD", "refused"],
  ["OI_PERMISSION_REQD", "refused"],
  ["PSWD_REQD", "refused"],
  ["ROLE_REQUIRED", "refused"],
  ["SESSION_TIMED_OUT", "session"],
  ["UNEXPECTED_ERROR", "unexpected"],
  ["UNSUPPORTED_WS_VERSION", "refused"],
  ["USER_ERROR", "refused"],
  ["WS_CONCUR_SESSION_DISALLWD", "concurrency"],
  ["WS_FEATURE_REQD", "refused"],
  ["WS_LOG_IN_REQD", "refused"],
  ["WS_PERMISSION_REQD", "refused"],
  ["WS_REQUEST_BLOCKED", "concurrency"],
]);

const BY_FAULT: ReadonlyMap<string, FailureKind> = new Map<string, FailureKind>(
  [
    ["exceededConcurrentRequestLimitFault", "concurrency"],
    ["exceededRequestLimitFault", "concurrency"],
    ["invalidCredentialsFault", "login"],
    ["invalidSessionFault", "session"],
    ["unexpectedErrorFault", "unexpected"],
  ],
);

const LOGIN_TEXT = /invalid login attempt/i;

const BY_TEXT: readonly (readonly [RegExp, FailureKind])[] = [
  [/concurrent request limit|only one request may be made/i, "concurrency"],
  [/currently unavailable|scheduled maintenance/i, "unavailable"],
  [LOGIN_TEXT, "login"],
];

/**
 * Classifies a SOAP fault: by its code, or else by its element, or else by its text, since NetSuite puts
 * `UNEXPECTED_ERROR` into any fault element.
 */
export function classifyFault({ code, fault, text }: FaultWords): FailureKind {
  // Axis tells of a request that the schema does not allow in this way, whatever code comes with it.
  if (/\bSAXException\b/.test(text)) return "refused";
  if (/\bWS_REQUEST_BLOCKED\b/.test(text)) return "concurrency";
  // The most general of codes: the words tell more.
  if (code === "USER_ERROR" && LOGIN_TEXT.test(text)) return "login";
  return (
    BY_CODE.get(code ?? "") ??
    BY_FAULT.get(fault ?? "") ??
    BY_TEXT.find(([pattern]) => pattern.test(text))?.[1] ??
    "refused"
  );
}

/** Classifies what ended an attempt. */
export function classifyFailure(error: NetSuiteError): FailureKind {
  if (error instanceof NetSuiteFaultError)
    return classifyFault({
      code: error.netsuiteCode,
      fault: error.fault,
      text: `${error.faultString ?? ""} ${error.message}`,
    });
  if (error instanceof NetSuiteHttpError)
    return error.outcome === "unknown" && error.retryable ? "lost" : "refused";
  // What ended in the middle is as good as no answer.
  if (error instanceof NetSuiteDecodeError)
    return error.retryable ? "lost" : "refused";
  if (
    error instanceof NetSuiteTransportError ||
    error instanceof NetSuiteTimeoutError
  )
    return error.outcome === "notDone" ? "notSent" : "lost";
  return "refused";
}
