import type {
  ComplexDescriptor,
  NetSuiteSchema,
  SchemaNames,
} from "../codegen-v1/index.js";

/** The names of a generated package's schema. */
export function createSchemaNames(schema: NetSuiteSchema): SchemaNames {
  return {
    elementsOf(type) {
      const found = schema.typeOf(type);
      return found && !found.abstract
        ? lineage(schema, found).flatMap(({ elements }) =>
            elements.map(({ name }) => name),
          )
        : null;
    },
    valuesOf(enumeration) {
      for (const { uri } of schema.namespaces) {
        const found = schema.typeNamed(uri, enumeration);
        if (found?.kind === "simple") return found.values ?? [];
      }
      return [];
    },
  };
}

/** A type and those that it extends, nearest first. */
export function lineage(
  schema: NetSuiteSchema,
  type: ComplexDescriptor,
): readonly ComplexDescriptor[] {
  const line = [type];
  for (let { base } = type; base !== null;) {
    const found = schema.type(base);
    if (found.kind !== "complex") break;
    line.push(found);
    ({ base } = found);
  }
  return line;
}
