import {
  decodeEnvelope,
  encodeEnvelope,
  NetSuiteEncodeError,
} from "nsgen-runtime";
import type { NetSuiteSchema } from "nsgen-runtime/codegen-v1";
import {
  isProperties,
  propertiesIn,
  textIn,
  type Properties,
} from "../schema/properties.js";
import { readJsonValue } from "./read-json-value.js";
import { schemaWith, type SeedCheck } from "./seed-check.js";
import { expected } from "./shape.js";

/** Operations whose request holds a record, and is checked for that by the codec. */
const WRITES = ["add", "upsert", "update"] as const;

/**
 * Checks the records of a seed as the client checks what it sends: names, values, enumerations. Gives them as the
 * emulator decodes requests.
 */
export function checkRecords(
  check: SeedCheck,
  path: string,
  value: unknown,
): readonly Properties[] {
  if (!Array.isArray(value)) {
    expected(check, path, "an array", value);
    return [];
  }
  const owners = new Map<string, string>();
  return value.flatMap((each: unknown, at) => {
    const place = `${path}[${at}]`;
    const record = checkRecord(check, place, each);
    if (record) checkIds(check, place, record, owners);
    return record ? [record] : [];
  });
}

function checkRecord(
  check: SeedCheck,
  path: string,
  value: unknown,
): Properties | undefined {
  if (!isProperties(value)) {
    expected(check, path, "a record", value);
    return undefined;
  }
  const typeName = textIn(value, "$type");
  if (typeName === undefined) {
    check.report(
      `${path}.$type`,
      'is missing: give the type of the record, such as "Customer".',
    );
    return undefined;
  }
  const schema = schemaWith(check.schemas, typeName) ?? check.schemas[0];
  const type = schema?.typeOf(typeName);
  if (!schema) return undefined;
  const given = type ? readJsonValue(check, path, schema, type, value) : value;
  return isProperties(given)
    ? throughCodec(check, path, schema, given)
    : undefined;
}

/** A record as it arrives when a client sends it. */
function throughCodec(
  check: SeedCheck,
  path: string,
  schema: NetSuiteSchema,
  record: Properties,
): Properties | undefined {
  const operation = WRITES.find((each) => schema.operation(each));
  if (operation === undefined) return record;
  const element = schema.operation(operation)?.input.element ?? "";
  try {
    const message = encodeEnvelope(schema, { body: { [element]: { record } } });
    const { body } = decodeEnvelope(schema, message);
    const request = body[element];
    return isProperties(request) ? propertiesIn(request, "record") : undefined;
  } catch (error) {
    if (!(error instanceof NetSuiteEncodeError)) throw error;
    for (const [, place, problem] of error.message.matchAll(
      new RegExp(`^(?:- )?${element}\\.record(\\S*): (.*)$`, "gm"),
    ))
      check.report(`${path}${place ?? ""}`, problem ?? "");
    return undefined;
  }
}

/** Two records of a type cannot have the same id. */
function checkIds(
  check: SeedCheck,
  path: string,
  record: Properties,
  owners: Map<string, string>,
): void {
  // Ids of custom records are those of their type.
  const kind = JSON.stringify([record["$type"], record["recType"]]);
  for (const name of ["internalId", "externalId"]) {
    const id = textIn(record, name)?.toLowerCase();
    if (id === undefined) continue;
    const key = `${kind} ${name} ${id}`;
    const owner = owners.get(key);
    if (owner === undefined) owners.set(key, path);
    else
      check.report(
        `${path}.${name}`,
        `is that of ${owner} too. Give each record of a type its own.`,
      );
  }
}
