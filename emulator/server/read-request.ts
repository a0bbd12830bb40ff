import type { IncomingHttpHeaders } from "node:http";
import {
  decodeEnvelope,
  NetSuiteDecodeError,
  unknownElements,
  type DecodedEnvelope,
  type SoapVersion,
} from "nsgen-runtime";
import { SoapFault } from "../faults/soap-fault.js";
import { isProperties, type Properties } from "../schema/properties.js";
import { readLeniently, validateRequest } from "../validate/index.js";
import type { Endpoint } from "./endpoints.js";

/** A request as it was read. */
export interface SoapRequest {
  readonly soapVersion: SoapVersion;
  /** Name of the operation whose request the body is. */
  readonly operation: string;
  /** The content of the operation's element. */
  readonly request: Properties;
  /** The elements of the SOAP header. */
  readonly header: Properties;
}

/**
 * Reads the bytes of a request.
 *
 * @param isLenient whether requests are read that the XSDs do not allow
 * @throws SoapFault as Axis gives it, where the request cannot be read, is not allowed, or is for no operation
 */
export function readRequest(
  { schema, operations }: Endpoint,
  bytes: Uint8Array,
  contentType: string | undefined,
  isLenient: boolean,
): SoapRequest {
  const text = toText(bytes, contentType);
  const fault = isLenient ? null : validateRequest(schema, text);
  if (fault) throw fault;
  const read = isLenient ? readLeniently : decodeEnvelope;
  const { soapVersion, header = {}, body } = decode(() => read(schema, text));
  const [element = ""] = Object.keys(body);
  const operation = operations.get(element);
  if (operation === undefined)
    throw new SoapFault(
      null,
      null,
      `No such operation '${unknownElements(body)[0]?.name ?? element}': the body of the envelope is to be the request of an operation.`,
      { faultcode: "soapenv:Client" },
    );
  const request = body[element];
  return {
    soapVersion,
    operation,
    header,
    request: isProperties(request) ? request : {},
  };
}

/** The SOAP version that a Content-Type tells of. */
export function soapVersionOf({
  "content-type": contentType = "",
}: IncomingHttpHeaders): SoapVersion {
  return /^\s*application\/soap\+xml\b/i.test(contentType) ? "1.2" : "1.1";
}

/** The bytes as text where the Content-Type has a charset; else the document itself says what it is in. */
function toText(
  bytes: Uint8Array,
  contentType: string | undefined,
): Uint8Array | string {
  const charset = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(
    contentType ?? "",
  )?.[1];
  if (charset === undefined || hasByteOrderMark(bytes)) return bytes;
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    throw parseFault(
      `The Content-Type says that the request is in charset ${JSON.stringify(charset)}: it is not, or nothing is known of that charset.`,
    );
  }
}

function hasByteOrderMark([first, second, third]: Uint8Array): boolean {
  return (
    (first === 0xfe && second === 0xff) ||
    (first === 0xff && second === 0xfe) ||
    (first === 0xef && second === 0xbb && third === 0xbf)
  );
}

function decode(read: () => DecodedEnvelope): DecodedEnvelope {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof NetSuiteDecodeError)) throw error;
    throw parseFault(error.message);
  }
}

function parseFault(message: string): SoapFault {
  return new SoapFault(null, null, `org.xml.sax.SAXParseException: ${message}`);
}
