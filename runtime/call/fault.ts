import { parseName, unknownElements } from "../codec/unknown-element.js";
import { tellsWrongHost } from "../endpoint/index.js";
import { NetSuiteFaultError } from "../errors/index.js";
import { classifyFault, type FailureKind } from "../retry/index.js";
import { redactValue, type Redact } from "../redact/index.js";
import { isObject } from "./check-options.js";

const LOGIN_ADVICE =
  "The cause is not told to clients: see the Login Audit Trail in NetSuite, check account, tokens, role and this machine's clock, and do not simply repeat, since five failures lock the user for 30 minutes.";

const HOST_ADVICE =
  'The account is served by another host: leave endpoint out, so that the host is built from the account id, or set discovery: "soap".';

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
  const words = `${textOf(faultstring) ?? ""} ${text ?? ""}`;
  const kind = classifyFault({
    code,
    fault: typed?.name ?? null,
    text: words,
  });
  const says = [typed?.name, code].filter((each) => each != null).join(" ");
  const advice = tellsWrongHost(words)
    ? HOST_ADVICE
    : typed?.name === "invalidCredentialsFault"
      ? LOGIN_ADVICE
      : "";
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
      outcome: kind === "unexpected" ? "unknown" : "notDone",
      retryable: isPassing(kind),
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

/** Whether the fault may be gone later. A login is not repeated by hand either, since five failures lock the user. */
function isPassing(kind: FailureKind): boolean {
  return kind !== "refused" && kind !== "login";
}

function textOf(value: unknown): string | null {
  if (typeof value === "string" && value.trim() !== "") return value.trim();
  return isObject(value) ? textOf(value["$value"]) : null;
}
