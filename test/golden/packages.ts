import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import {
  emitPackage,
  type EmittedPackage,
  type EmitOptions,
} from "../../generator/emit/index.js";
import type { Schema } from "../../generator/model/index.js";
import { readPackage, readSchema } from "../../generator/read/index.js";
import { sampleWsdl, wsdlSets } from "../wsdl-sets.js";

/** A source that tests generate from: the sample and each real set. */
export interface Source {
  /** Its file's name. */
  readonly name: string;
  readonly path: string;
}

/** All sources: the sample, and the real sets where they are. */
export const SOURCES: readonly Source[] = [sampleWsdl, ...wsdlSets()].map(
  (path) => ({ name: basename(path), path }),
);

/** What tests generate with, where they do not say otherwise. */
export const OPTIONS: EmitOptions = {
  packageName: "netsuite",
  emit: "js",
  long: "number",
  generatorVersion: "0.0.0",
  runtimeVersion: "^0.0.0",
};

/** Reads a source, a generated package too. */
export function read(path: string): Promise<Schema> {
  return readSchema(path, { readPackage });
}

/** The schema as the descriptor keeps it: without positions. */
export function withoutSources(schema: Schema): Schema {
  return JSON.parse(
    JSON.stringify(schema, (key, value: unknown) =>
      key === "source" ? null : value,
    ),
    // What was a schema is one with its positions null.
  ) as Schema;
}

/** Reads a source and prints its package. */
export async function emit(
  path: string,
  options: Partial<EmitOptions> = {},
): Promise<EmittedPackage> {
  return emitPackage(await read(path), { ...OPTIONS, ...options });
}

/** The text of a file of the checkout. */
export function checkoutFile(path: string): Promise<string> {
  return readFile(join(import.meta.dirname, "../..", path), "utf8");
}
