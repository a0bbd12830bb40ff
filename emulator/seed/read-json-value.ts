import type {
  ComplexDescriptor,
  NetSuiteSchema,
} from "nsgen-runtime/codegen-v1";
import { membersOf } from "../schema/members.js";
import { isProperties, textIn, type Properties } from "../schema/properties.js";
import type { SeedCheck } from "./seed-check.js";
import { expected } from "./shape.js";

const BASE64 =
  /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/**
 * A value of a complexType as the codec takes it, from JSON, which has no bytes: they stand there as base64 text. A null
 * is reported: what a record does not have is left out.
 */
export function readJsonValue(
  check: SeedCheck,
  path: string,
  schema: NetSuiteSchema,
  type: ComplexDescriptor,
  value: Properties,
): Properties {
  const actual = schema.typeOf(textIn(value, "$type") ?? "") ?? type;
  const { elements } = membersOf(schema, actual);
  const read = (
    at: string,
    declared: number | undefined,
    each: unknown,
  ): unknown => {
    if (each === null) {
      check.report(at, "is null. Leave out what the record does not have.");
      return undefined;
    }
    if (Array.isArray(each))
      return each.map((item: unknown, index) =>
        read(`${at}[${index}]`, declared, item),
      );
    if (declared === undefined) return each;
    const descriptor = schema.type(declared);
    if (descriptor.kind === "complex")
      return isProperties(each)
        ? readJsonValue(check, at, schema, descriptor, each)
        : each;
    return descriptor.builtIn === "base64Binary" && typeof each === "string"
      ? readBytes(check, at, each)
      : each;
  };
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      read(`${path}.${name}`, elements.get(name)?.type, each),
    ]),
  );
}

function readBytes(
  check: SeedCheck,
  path: string,
  text: string,
): Uint8Array | undefined {
  const packed = text.replaceAll(/\s/g, "");
  if (BASE64.test(packed)) return new Uint8Array(Buffer.from(packed, "base64"));
  expected(check, path, "base64 text", text);
  return undefined;
}
