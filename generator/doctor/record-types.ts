import type { NetSuiteSchema } from "nsgen-runtime";
import type { ComplexDescriptor } from "nsgen-runtime/codegen-v1";

/** The complexType that a value of RecordType names, such as `salesOrder`; undefined where there is none. */
export function findRecordType(
  schema: NetSuiteSchema,
  recordType: string,
): ComplexDescriptor | undefined {
  for (let index = schema.firstType; index < schema.typeCount; index++) {
    const type = schema.type(index);
    if (
      type.kind === "complex" &&
      !type.abstract &&
      type.name.toLowerCase() === recordType.toLowerCase() &&
      extendsRecord(schema, type)
    )
      return type;
  }
  return undefined;
}

function extendsRecord(
  schema: NetSuiteSchema,
  { base }: ComplexDescriptor,
): boolean {
  const parent = base === null ? undefined : schema.type(base);
  return (
    parent?.kind === "complex" &&
    (parent.name === "Record" || extendsRecord(schema, parent))
  );
}
