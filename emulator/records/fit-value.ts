import type {
  ComplexDescriptor,
  ElementDescriptor,
  NetSuiteSchema,
  SimpleDescriptor,
} from "nsgen-runtime/codegen-v1";
import { membersOf } from "../schema/members.js";
import { isProperties, textIn, type Properties } from "../schema/properties.js";
import { isKindOf } from "../schema/record-types.js";

/** What is done with values on the way. `property` is the name of the element that holds a value. */
export interface Fitting {
  /** Changes a value of a complexType before its members are fitted. */
  before?(
    type: ComplexDescriptor,
    value: Properties,
    property: string,
  ): Properties;
  /** Changes it afterwards. */
  after?(
    type: ComplexDescriptor,
    value: Properties,
    property: string,
  ): Properties;
  /** Changes a simple value that fits. */
  simple?(type: SimpleDescriptor, value: unknown): unknown;
}

/**
 * A value as a complexType of a schema can hold it: what the type does not declare, values of other kinds, and values
 * that are not in an enumeration are left out; `$unknown` too. The value is not changed.
 */
export function fitValue(
  schema: NetSuiteSchema,
  type: ComplexDescriptor,
  value: Properties,
  fitting: Fitting,
  property = "",
): Properties {
  const { elements, attributes } = membersOf(schema, type);
  const fitted: [string, unknown][] = [];
  const given = fitting.before?.(type, value, property) ?? value;
  for (const [name, each] of Object.entries(given)) {
    const element = elements.get(name);
    const attribute = attributes.get(name);
    const fits = element
      ? fitElement(schema, element, each, fitting)
      : attribute
        ? fitMember(schema, attribute.type, each, fitting, name)
        : name === "$value" && type.text !== null
          ? fitMember(schema, type.text, each, fitting, name)
          : undefined;
    if (fits !== undefined) fitted.push([name, fits]);
  }
  if (given["$type"] !== undefined) fitted.unshift(["$type", type.typeName]);
  const result = Object.fromEntries(fitted);
  return fitting.after?.(type, result, property) ?? result;
}

function fitElement(
  schema: NetSuiteSchema,
  { name, type, maxOccurs }: ElementDescriptor,
  value: unknown,
  fitting: Fitting,
): unknown {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  const fitted = values
    .map((each) => fitMember(schema, type, each, fitting, name))
    .filter((each) => each !== undefined);
  return maxOccurs === 1 ? fitted[0] : fitted;
}

function fitMember(
  schema: NetSuiteSchema,
  index: number,
  value: unknown,
  fitting: Fitting,
  property: string,
): unknown {
  const declared = schema.type(index);
  if (declared.kind === "simple") {
    const fits = fitSimple(schema, declared, value);
    return fits === undefined || !fitting.simple
      ? fits
      : fitting.simple(declared, fits);
  }
  const type = isProperties(value)
    ? actualType(schema, declared, value)
    : undefined;
  return type && isProperties(value)
    ? fitValue(schema, type, value, fitting, property)
    : undefined;
}

/** The type that a value is of where `declared` is asked for; undefined where the schema has none for it. */
export function actualType(
  schema: NetSuiteSchema,
  declared: ComplexDescriptor,
  value: Properties,
): ComplexDescriptor | undefined {
  const named = schema.typeOf(textIn(value, "$type") ?? declared.typeName);
  if (named && !named.abstract && isKindOf(schema, named, declared.name))
    return named;
  // A newer version's kind of a concrete type: a CustomizationRef is a RecordRef to those that have no such type.
  return declared.abstract || named ? undefined : declared;
}

function fitSimple(
  schema: NetSuiteSchema,
  { builtIn, values }: SimpleDescriptor,
  value: unknown,
): unknown {
  switch (builtIn) {
    case "boolean":
      return typeof value === "boolean" ? value : undefined;
    case "long":
      if (typeof value !== "bigint" && !Number.isInteger(value))
        return undefined;
      // One of the two: the line above says so.
      return schema.long === "bigint"
        ? BigInt(value as number | bigint)
        : Number(value);
    case "int":
    case "short":
    case "byte":
    case "double":
    case "float":
      return typeof value === "number"
        ? value
        : typeof value === "bigint"
          ? Number(value)
          : undefined;
    case "base64Binary":
      return value instanceof Uint8Array ? value : undefined;
    default:
      return typeof value === "string" && (values?.includes(value) ?? true)
        ? value
        : undefined;
  }
}
