import {
  decodeEnvelope,
  encodeEnvelope,
  NetSuiteDecodeError,
} from "nsgen-runtime";
import type { NetSuiteSchema } from "nsgen-runtime/codegen-v1";
import type { Account } from "../account/account.js";
import { describeFault } from "../faults/describe-fault.js";
import { SoapFault } from "../faults/soap-fault.js";
import { OPERATIONS } from "../operations/table.js";
import { isProperties, type Properties } from "../schema/properties.js";

/** An answer as it goes out. */
export interface Answer {
  readonly httpStatus: number;
  readonly xml: string;
}

/** Answers one SOAP request: reads it, carries it out, waits until its writes are saved, and encodes the response. */
export async function answerRequest(
  schema: NetSuiteSchema,
  account: Account,
  body: Uint8Array,
  nsId: string,
): Promise<Answer> {
  try {
    const { operation, response } = perform(schema, account, body);
    await account.state.saved();
    return {
      httpStatus: 200,
      xml: encodeAnswer(schema, nsId, {
        [schema.operation(operation)?.output.element ?? ""]: response,
      }),
    };
  } catch (error) {
    if (!(error instanceof SoapFault)) throw error;
    return {
      httpStatus: error.httpStatus,
      xml: encodeAnswer(schema, nsId, { Fault: describeFault(schema, error) }),
    };
  }
}

function perform(
  schema: NetSuiteSchema,
  account: Account,
  body: Uint8Array,
): { readonly operation: string; readonly response: Properties } {
  const { header = {}, body: content } = decode(schema, body);
  const [element = ""] = Object.keys(content);
  const operation = [...schema.facts.service.operations].find(
    ({ name }) => schema.operation(name)?.input.element === element,
  )?.name;
  const handler =
    operation === undefined ? undefined : OPERATIONS.get(operation);
  if (operation === undefined || !handler)
    throw new SoapFault(null, null, `No such operation '${element}'`, {
      faultcode: "soapenv:Client",
    });
  const request = content[element];
  const response = handler({
    operation,
    schema,
    account,
    header,
    request: isProperties(request) ? request : {},
    role: null,
  });
  return { operation, response };
}

function decode(
  schema: NetSuiteSchema,
  body: Uint8Array,
): ReturnType<typeof decodeEnvelope> {
  try {
    return decodeEnvelope(schema, body);
  } catch (error) {
    if (!(error instanceof NetSuiteDecodeError)) throw error;
    throw new SoapFault(
      null,
      null,
      `org.xml.sax.SAXParseException: ${error.message}`,
    );
  }
}

function encodeAnswer(
  schema: NetSuiteSchema,
  nsId: string,
  body: Properties,
): string {
  const hasInfo = schema.elementsNamed("documentInfo").length > 0;
  return encodeEnvelope(schema, {
    ...(hasInfo && { header: { documentInfo: { nsId } } }),
    body,
  });
}
