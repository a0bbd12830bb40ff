import { deepFreeze } from "../model/freeze.js";
import type { Namespace, Schema } from "../model/schema.js";
import { checkTypes } from "./check-types.js";
import { checkVersion } from "./check-version.js";
import { collectDeclarations } from "./declarations.js";
import { loadSchemas } from "./load-schemas.js";
import { ProblemList } from "./problems.js";
import type { SourceFiles } from "./source/source-files.js";
import { parseWsdl } from "./wsdl/parse-wsdl.js";
import { parseXsd } from "./xsd/parse-xsd.js";

/**
 * Reads the files of a source into a schema model, deeply frozen.
 *
 * @throws InputError with every problem of the input
 */
export async function readFiles(files: SourceFiles): Promise<Schema> {
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
