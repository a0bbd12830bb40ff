import type { Fault } from "nsgen-runtime";
import type { NetSuiteSchema } from "nsgen-runtime/codegen-v1";
import type { SoapFault } from "./soap-fault.js";

/** The host that Axis names in a fault's detail. */
export const FAULT_HOSTNAME = "emulator.nsgen.local";

/** A fault as the body of an envelope holds it. Where the schema has no such fault element, the detail is untyped. */
export function describeFault(schema: NetSuiteSchema, fault: SoapFault): Fault {
  const { element, code, faultcode, message } = fault;
  const isDeclared =
    element !== null && schema.elementsNamed(element).length > 0;
  return {
    faultcode,
    faultstring: message,
    detail: {
      ...(isDeclared && { [element]: { code: code ?? undefined, message } }),
      $unknown: [
        {
          name: "{http://xml.apache.org/axis/}hostname",
          value: FAULT_HOSTNAME,
        },
      ],
    },
  };
}
