import { deepFreeze } from "../model/freeze.js";
import type { Namespace, Schema } from "../model/schema.js";
import { checkTypes } from "./check-types.js";
import { checkVersion } from "./check-version.js";
import { collectDeclarations } from "./declarations.js";
import { loadSchemas } from "./load-schemas.js";
import { createInputError, ProblemList } from "./problems.js";
import type { ReadOptions } from "./read-options.js";
import { openSource } from "./source/open-source.js";
import type { SourceFiles } from "./source/source-files.js";
import { parseWsdl } from "./wsdl/parse-wsdl.js";
import { parseXsd } from "./xsd/parse-xsd.js";

/**
 * Reads a source into a schema model, deeply frozen.
 *
 * The source is an http(s) URL of a WSDL, a `.wsdl` file, a folder or `.zip` that holds one, a version such as `2025_2` (NetSuite's own
 * WSDL of it), or the folder of a generated package. The model does not depend on the layout of the files, but for the positions in it.
 *
 * @throws InputError with every problem of the input: nothing is skipped or guessed.
 */
export async function readSchema(
  source: string,
  options: ReadOptions = {},
): Promise<Schema> {
  options.signal?.throwIfAborted();
  const opened = await openSource(source, options);
  if (opened.kind === "files") {
    try {
      return await readFiles(opened.files);
    } finally {
      await opened.files.close();
    }
  }
  if (options.readPackage) return options.readPackage(opened.folder);
  throw createInputError(
    `${opened.folder} is a generated package, which is not read here`,
    "Give the WSDL that it was generated from.",
  );
}

async function readFiles(files: SourceFiles): Promise<Schema> {
  const problems = new ProblemList();
  const loaded = await loadSchemas(files, problems);
  const version = loaded && checkVersion(loaded, problems);
  // Of files that do not belong together no more can be said.
  if (!loaded || version === null) return problems.fail();
  const declarations = collectDeclarations(loaded, problems);
  const namespaces = loaded.schemas
    .map((each) => parseXsd(each, declarations))
    .filter((each) => each !== null)
    .sort(compareNames);
  checkTypes(namespaces, declarations);
  const service = parseWsdl(loaded.definitions, declarations);
  if (!service || problems.size > 0) return problems.fail();
  return deepFreeze({ kind: "schema", version, namespaces, service });
}

function compareNames(a: Namespace, b: Namespace): number {
  return a.name < b.name ? -1 : Number(a.name > b.name);
}
