import type { NetSuiteSchema } from "nsgen-runtime/codegen-v1";
import { SUCCESS } from "../faults/status.js";
import { membersOf } from "../schema/members.js";
import type { Properties } from "../schema/properties.js";

/** The response of an operation on several writes: one `writeResponse` for each, in their order. */
export function writeList(
  schema: NetSuiteSchema,
  responses: readonly Properties[],
): Properties {
  return {
    writeResponseList: {
      ...listStatus(schema, "WriteResponseList"),
      writeResponse: responses,
    },
  };
}

/** The response of an operation on several reads: one `readResponse` for each, in their order. */
export function readList(
  schema: NetSuiteSchema,
  responses: readonly Properties[],
): Properties {
  return {
    readResponseList: {
      ...listStatus(schema, "ReadResponseList"),
      readResponse: responses,
    },
  };
}

/** The status of the whole, which not every version has. */
function listStatus(schema: NetSuiteSchema, typeName: string): Properties {
  const type = schema.typeOf(typeName);
  return type && membersOf(schema, type).elements.has("status")
    ? { status: SUCCESS }
    : {};
}
