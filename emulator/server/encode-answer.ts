import { encodeEnvelope, type Fault, type SoapVersion } from "nsgen-runtime";
import type { NetSuiteSchema } from "nsgen-runtime/codegen-v1";
import { describeFault } from "../faults/describe-fault.js";
import type { SoapFault } from "../faults/soap-fault.js";
import type { Properties } from "../schema/properties.js";

/** What an answer is encoded for. */
export interface EncodeOptions {
  readonly schema: NetSuiteSchema;
  readonly soapVersion: SoapVersion;
  /** Goes into the header `documentInfo`, where the schema has it. Null where the answer is of no version. */
  readonly nsId: string | null;
}

/** Encodes the response of an operation. */
export function encodeResponse(
  options: EncodeOptions,
  operation: string,
  response: Properties,
): string {
  const element = options.schema.operation(operation)?.output.element ?? "";
  return encode(options, { [element]: response });
}

/** Encodes a fault. */
export function encodeFault(options: EncodeOptions, fault: SoapFault): string {
  const described = describeFault(options.schema, fault);
  return encode(options, {
    Fault: options.soapVersion === "1.2" ? toSoap12(described) : described,
  });
}

function encode(
  { schema, soapVersion, nsId }: EncodeOptions,
  body: Properties,
): string {
  const hasInfo =
    nsId !== null && schema.elementsNamed("documentInfo").length > 0;
  return encodeEnvelope(schema, {
    soapVersion,
    ...(hasInfo && { header: { documentInfo: { nsId } } }),
    body,
  });
}

/** SOAP 1.2 has names of its own for who is to blame. */
const SOAP_12_CODES: Readonly<Record<string, string>> = {
  Client: "Sender",
  MustUnderstand: "MustUnderstand",
  VersionMismatch: "VersionMismatch",
};

function toSoap12(fault: Fault): Fault {
  const [, code = ""] = /^soapenv:(\w+)/.exec(fault.faultcode ?? "") ?? [];
  return {
    ...fault,
    faultcode: `soapenv:${SOAP_12_CODES[code] ?? "Receiver"}`,
  };
}
