import { decodeEnvelope, type DecodedEnvelope } from "nsgen-runtime";
import type { NetSuiteSchema } from "nsgen-runtime/codegen-v1";
import { readText } from "./read-text.js";
import { relabel } from "./relabel.js";

/**
 * Decodes a request as NetSuite is seen to read some: names in a wrong namespace, or in none, count as what the schema
 * declares under that local name where they stand: header elements, elements, types of xsi:type, and attributes, which
 * the schema has in no namespace. The codec itself takes any order, and keeps what is not known.
 *
 * @throws NetSuiteDecodeError where the request is no well-formed SOAP envelope, has a DOCTYPE, or is of another
 *   endpoint version
 */
export function readLeniently(
  schema: NetSuiteSchema,
  request: Uint8Array | string,
): DecodedEnvelope {
  let relabelled: string;
  try {
    relabelled = relabel(schema, readText(request));
  } catch (error) {
    // The codec says better what is wrong with it.
    decodeEnvelope(schema, request);
    throw error;
  }
  return decodeEnvelope(schema, relabelled);
}
