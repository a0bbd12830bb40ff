import type { NetSuiteSchema } from "nsgen-runtime/codegen-v1";

/** Whether an enumeration of the schema, such as `FaultCodeType`, has a value: newer endpoints have more. */
export function hasValue(
  schema: NetSuiteSchema,
  typeName: string,
  value: string,
): boolean {
  return schema.namespaces.some(({ uri }) => {
    const type = schema.typeNamed(uri, typeName);
    return type?.kind === "simple" && type.values?.includes(value) === true;
  });
}
