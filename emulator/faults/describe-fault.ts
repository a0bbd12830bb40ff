import type { Fault } from "nsgen-runtime";
import type { NetSuiteSchema } from "nsgen-runtime/codegen-v1";
import { hasValue } from "../schema/has-value.js";
import type { FaultElement, SoapFault } from "./soap-fault.js";

/** The host that Axis names in a fault's detail. */
export const FAULT_HOSTNAME = "emulator.nsgen.local";

/** What fault elements and codes were before there were those of their own: until 2015.1, and until 2016.1. */
const OLDER_ELEMENTS: Partial<Record<FaultElement, FaultElement>> = {
  exceededConcurrentRequestLimitFault: "exceededRequestLimitFault",
};
const OLDER_CODES: ReadonlyMap<string, string> = new Map([
  ["INSUFFICIENT_PERMISSION", "WS_PERMISSION_REQD"],
  ["WS_REQUEST_BLOCKED", "WS_CONCUR_SESSION_DISALLWD"],
]);

/**
 * A fault as the body of an envelope holds it, in the words of the schema: an older endpoint has the nearest that it
 * knows. Where the schema has no such fault element, the detail is untyped. A code that nobody knows stays as it is.
 */
export function describeFault(schema: NetSuiteSchema, fault: SoapFault): Fault {
  const { faultcode, message } = fault;
  const element = elementOf(schema, fault.element);
  const code = codeOf(schema, fault.code);
  return {
    faultcode,
    faultstring: message,
    detail: {
      ...(element !== undefined && { [element]: { code, message } }),
      $unknown: [
        {
          name: "{http://xml.apache.org/axis/}hostname",
          value: FAULT_HOSTNAME,
        },
      ],
    },
  };
}

function elementOf(
  schema: NetSuiteSchema,
  element: FaultElement | null,
): FaultElement | undefined {
  if (element === null) return undefined;
  return [element, OLDER_ELEMENTS[element]].find(
    (each) => each !== undefined && schema.elementsNamed(each).length > 0,
  );
}

function codeOf(
  schema: NetSuiteSchema,
  code: string | null,
): string | undefined {
  if (code === null) return undefined;
  const older = OLDER_CODES.get(code);
  return older === undefined || hasValue(schema, "FaultCodeType", code)
    ? code
    : older;
}
