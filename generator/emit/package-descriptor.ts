import type { LongMode } from "../../runtime/codegen-v1/index.js";
import { formatDescriptor, type Id, type Schema } from "../model/index.js";
import { createTypeNames } from "./names.js";

/** The descriptor of a schema's package: with the TypeScript names of types whose own names are not used. */
export function formatPackageDescriptor(
  schema: Schema,
  long: LongMode = "number",
): string {
  return formatDescriptor(schema, {
    names: differentNames(schema, createTypeNames(schema)),
    long,
  });
}

/** The names of those types whose own names are not used. */
export function differentNames(
  schema: Schema,
  names: ReadonlyMap<Id, string>,
): ReadonlyMap<Id, string> {
  return new Map(
    schema.namespaces
      .flatMap((namespace) => namespace.types)
      .flatMap(({ id, name }) => {
        const given = names.get(id);
        return given === undefined || given === name ? [] : [[id, given]];
      }),
  );
}
