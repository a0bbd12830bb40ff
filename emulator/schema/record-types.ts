import type {
  ComplexDescriptor,
  ElementDescriptor,
  NetSuiteSchema,
} from "nsgen-runtime/codegen-v1";
import { capitalize, uncapitalize } from "nsgen-runtime/codegen-v1";

/** The concrete complexType of a record, by a value of RecordType such as `salesOrder`; undefined where there is none. */
export function findRecordType(
  schema: NetSuiteSchema,
  recordType: string,
): ComplexDescriptor | undefined {
  const name = capitalize(recordType);
  const type = schema.typeOf(name);
  if (type && isRecord(schema, type)) return type;
  // Where two namespaces have the name, the type of the record may have another TypeScript name.
  return schema.namespaces
    .map(({ uri }) => schema.typeNamed(uri, name))
    .find(
      (each): each is ComplexDescriptor =>
        each?.kind === "complex" && isRecord(schema, each),
    );
}

function isRecord(schema: NetSuiteSchema, type: ComplexDescriptor): boolean {
  return !type.abstract && isKindOf(schema, type, "Record");
}

/** The value of RecordType of a record's `$type`: `salesOrder` for `SalesOrder`. */
export function recordTypeOf(typeName: string): string {
  return uncapitalize(typeName);
}

/** The elements of a complexType in wire order: those of its bases first. */
export function elementsOf(
  schema: NetSuiteSchema,
  type: ComplexDescriptor,
): readonly ElementDescriptor[] {
  return lineageOf(schema, type).flatMap(({ elements }) => elements);
}

/** The element of a name that a complexType or one of its bases declares, or undefined. */
export function findElement(
  schema: NetSuiteSchema,
  type: ComplexDescriptor,
  name: string,
): ElementDescriptor | undefined {
  return elementsOf(schema, type).find((each) => each.name === name);
}

/** A complexType and its bases, the outermost base first. */
export function lineageOf(
  schema: NetSuiteSchema,
  type: ComplexDescriptor,
): readonly ComplexDescriptor[] {
  const base = type.base === null ? undefined : schema.type(type.base);
  return base?.kind === "complex" ? [...lineageOf(schema, base), type] : [type];
}

/** Whether a complexType is, or extends, the type of a local name, such as `Record` or `BaseRef`. */
export function isKindOf(
  schema: NetSuiteSchema,
  type: ComplexDescriptor,
  name: string,
): boolean {
  return lineageOf(schema, type).some((each) => each.name === name);
}
