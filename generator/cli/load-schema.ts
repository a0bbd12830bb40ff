import {
  defineSchema,
  type NetSuiteSchema,
} from "../../runtime/codegen-v1/index.js";
import { formatPackageDescriptor } from "../emit/index.js";
import type { Schema } from "../model/index.js";
import { readPackage, readSchema, type ReadOptions } from "../read/index.js";

/** A source that was read: the schema model, and the same as clients and emulators are led by. */
export interface LoadedSchema {
  readonly model: Schema;
  readonly schema: NetSuiteSchema;
}

/**
 * Reads a source for use in this process.
 *
 * @param source whatever `readSchema` takes, a generated package too
 * @throws InputError for a source that cannot be read
 */
export async function loadSchema(
  source: string,
  options: ReadOptions = {},
): Promise<LoadedSchema> {
  const model = await readSchema(source, { readPackage, ...options });
  return { model, schema: defineSchema(formatPackageDescriptor(model)) };
}
