import type { NetSuiteSchema } from "../codegen-v1/index.js";
import type { DecodedEnvelope } from "./envelope.js";
import { MessageScanner } from "./scan/message-scanner.js";
import { planOf } from "./schema-plan.js";
import { toUtf8 } from "./to-utf8.js";

export interface DecodeOptions {
  /** The charset of the HTTP Content-Type, for bytes. Default: byte order mark, XML declaration, UTF-8, in this order. */
  readonly charset?: string;
}

/**
 * Decodes a SOAP 1.1 or 1.2 envelope into values of the schema's types.
 *
 * Nothing of the message is dropped but comments, processing instructions, prefixes, white space between elements, and
 * the attributes that say nothing: xsi:nil="false", and an xsi:type that names the declared simple type. What the schema
 * does not know is in `$unknown` of the value that it belongs to, see `unknownElements`. `$type` is there where the
 * message had an xsi:type. `xsi:nil` gives null. Defaults are not filled in.
 *
 * @throws NetSuiteDecodeError where the message is no well-formed SOAP envelope, has a DOCTYPE, is of another endpoint
 *   version than the schema, nests deeper than 1,000 elements, or has an integer that a number would round.
 */
export function decodeEnvelope(
  schema: NetSuiteSchema,
  input: Uint8Array | string,
  options: DecodeOptions = {},
): DecodedEnvelope {
  const scanner = new MessageScanner(
    toUtf8(input, options.charset),
    planOf(schema),
  );
  const { soapVersion, header, body, $unknown } = scanner.read();
  return {
    soapVersion,
    ...(header && { header }),
    // An envelope without a body was refused when it ended, and a document without an envelope when it began.
    body: body as Record<string, unknown>,
    ...($unknown && { $unknown }),
  };
}
