import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseDescriptor } from "../model/parse-descriptor.js";
import type { Schema } from "../model/schema.js";
import { createInputError } from "./problems.js";

/** The modules that may hold a package's descriptor. */
const MODULES = ["schema.js", "schema.ts"];

/**
 * Reads the schema of a generated package from its descriptor. Nothing of the package is run.
 *
 * @throws InputError when the folder has no descriptor, or one that this nsgen cannot read.
 */
export async function readPackage(folder: string): Promise<Schema> {
  for (const name of MODULES) {
    const path = join(folder, name);
    const text = await readFile(path, "utf8").catch(() => null);
    if (text === null) continue;
    const descriptor = /String\.raw`([^`]*)`/.exec(
      text.replaceAll("\r\n", "\n"),
    )?.[1];
    try {
      if (descriptor !== undefined) return parseDescriptor(descriptor).schema;
    } catch (error) {
      throw createInputError(
        `the descriptor in ${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
        "Generate the package again from its WSDL.",
        { cause: error },
      );
    }
  }
  throw createInputError(
    `${folder} has a manifest of nsgen, but no ${MODULES.join(" or ")} with a descriptor`,
    "Generate the package again from its WSDL.",
  );
}
