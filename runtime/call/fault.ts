import { parseName, unknownElements } from "../codec/unknown-element.js";
import { NetSuiteFaultError, type Outcome } from "../errors/index.js";
import { isObject } from "./check-options.js";
import { redactValue, type Redact } from "./redact.js";

/** What a fault's code, or else its element, or else its text says about sending the same request again. */
const PASSING_CODES: ReadonlySet<string> = new Set([
  "ACCT_TEMP_UNAVAILABLE",
  "INVALID_SESSION",
  "SESSION_TIMED_OUT",
  "UNEXPECTED_ERROR",
  "WS_CONCUR_SESSION_DISALLWD",
  "WS_REQUEST_BLOCKED",
]);
const PASSING_FAULTS: ReadonlySet<string> = new Set([
  "exceededConcurrentRequestLimitFault",
  "exceededRequestLimitFault",
  "invalidSessionFault",
  "unexpectedErrorFault",
]);
const PASSING_TEXT = /currently unavailable|concurrent request limit/i;

const LOGIN_ADVICE =
  "The cause is not told to clients: see the Login Audit Trail in NetSuite, check account, tokens, role and this machine's clock, and do not simply repeat, since five failures lock the user for 30 minutes.";

/**
 * Makes the error of a SOAP fault.
 *
 * A fault means that nothing was processed, but for `UNEXPECTED_ERROR`, which can come late in the processing.
 *
 * @param fault the decoded Fault element
 */
export function createFaultError(
  operation: string,
  fault: unknown,
  redact: Redact,
): NetSuiteFaultError {
  const fields = redactValue(fault, redact);
  const { faultcode, faultstring, detail } = isObject(fields) ? fields : {};
  const typed = findTypedFault(detail);
  const code = textOf(typed?.value["code"]);
  const text = textOf(typed?.value["message"]) ?? textOf(faultstring);
  const says = [typed?.name, code].filter((each) => each != null).join(" ");
  const advice = typed?.name === "invalidCredentialsFault" ? LOGIN_ADVICE : "";
  return new NetSuiteFaultError(
    [
      `${operation} was refused${says && ` with ${says}`}: ${text ?? "no text"}`,
      advice,
    ]
      .filter((each) => each !== "")
      .join(" "),
    {
      netsuiteCode: code,
      fault: typed?.name ?? null,
      faultCode: textOf(faultcode),
      faultString: textOf(faultstring),
      detail,
      outcome: outcomeOf(code, typed?.name),
      retryable: isPassing(code, typed?.name, text),
    },
  );
}

/** The fault element in the detail: one that the schema declares, or else one that is named like a fault. */
function findTypedFault(
  detail: unknown,
): { name: string; value: Record<string, unknown> } | null {
  if (!isObject(detail)) return null;
  for (const [name, value] of Object.entries(detail))
    if (isObject(value)) return { name, value };
  for (const { name, value } of unknownElements(detail)) {
    const { local } = parseName(name);
    if (!local.endsWith("Fault") || !Array.isArray(value)) continue;
    const children = value.map((each) => [
      parseName(each.name).local,
      each.value,
    ]);
    return {
      name: local,
      value: Object.fromEntries(children) as Record<string, unknown>,
    };
  }
  return null;
}

function outcomeOf(code: string | null, fault: string | undefined): Outcome {
  return code === "UNEXPECTED_ERROR" ||
    (code === null && fault === "unexpectedErrorFault")
    ? "unknown"
    : "notDone";
}

function isPassing(
  code: string | null,
  fault: string | undefined,
  text: string | null,
): boolean {
  if (code !== null && PASSING_CODES.has(code)) return true;
  if (code === null && fault !== undefined && PASSING_FAULTS.has(fault))
    return true;
  return PASSING_TEXT.test(text ?? "");
}

function textOf(value: unknown): string | null {
  if (typeof value === "string" && value.trim() !== "") return value.trim();
  return isObject(value) ? textOf(value["$value"]) : null;
}
