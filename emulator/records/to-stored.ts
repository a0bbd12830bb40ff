import { fromDate, toDate } from "nsgen-runtime";
import type {
  ComplexDescriptor,
  NetSuiteSchema,
} from "nsgen-runtime/codegen-v1";
import { membersOf } from "../schema/members.js";
import type { Properties } from "../schema/properties.js";
import { fitValue } from "./fit-value.js";

/**
 * A record of a request as it is stored: fitted to its type, dateTimes in Pacific time with milliseconds, custom fields by
 * `scriptId` also where the schema is older than that attribute and calls the script id `internalId`.
 */
export function toStored(
  schema: NetSuiteSchema,
  type: ComplexDescriptor,
  record: Properties,
): Properties {
  return fitValue(schema, type, record, {
    simple: ({ builtIn }, value) =>
      builtIn === "dateTime" && typeof value === "string"
        ? toPacific(value)
        : value,
    after: (actual, value, property) =>
      property === "customField" && !hasScriptIds(schema, actual)
        ? withScriptId(value)
        : value,
  });
}

/** Whether a schema's custom fields are named by `scriptId`: since 2013.2. */
export function hasScriptIds(
  schema: NetSuiteSchema,
  customFieldRef: ComplexDescriptor,
): boolean {
  return membersOf(schema, customFieldRef).attributes.has("scriptId");
}

function withScriptId({ internalId, ...field }: Properties): Properties {
  return { ...field, scriptId: internalId };
}

function toPacific(dateTime: string): string | undefined {
  try {
    return fromDate(toDate(dateTime));
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
