import { XSD } from "../model/query.js";
import { parseVersionedUri } from "../model/version.js";
import type { ProblemList } from "./problems.js";
import { PARALLEL_DOWNLOADS } from "./source/remote-source.js";
import type { SourceFile, SourceFiles } from "./source/source-files.js";
import { displayName, WSDL } from "./vocabulary.js";
import { parseXml } from "./xml/parse-xml.js";
import {
  attributeOf,
  childrenOf,
  report,
  type XmlElement,
} from "./xml/xml-element.js";

const PUBLISHED_TOGETHER =
  "Use the XSD files that were published together with this WSDL.";

/** Everything that a WSDL consists of, parsed as XML. */
export interface LoadedSchemas {
  readonly definitions: XmlElement;
  /** The xsd:schema elements, those inside the WSDL first. */
  readonly schemas: readonly XmlElement[];
  /** Namespaces that are imported but could not be loaded, which has been reported. */
  readonly missing: ReadonlySet<string>;
}

interface Import {
  readonly element: XmlElement;
  readonly importer: string;
  readonly namespace: string;
  readonly schemaLocation: string | null;
}

/** Loads the WSDL of a source and, level by level, all that it imports. Null where the WSDL itself cannot be used. */
export async function loadSchemas(
  files: SourceFiles,
  problems: ProblemList,
): Promise<LoadedSchemas | null> {
  const definitions = parseFile(files.wsdl, problems);
  if (!definitions) return null;
  if (definitions.uri !== WSDL || definitions.local !== "definitions") {
    report(
      problems,
      definitions,
      `this is not a WSDL: its root element is ${displayName(definitions)}`,
      "Give the file that begins with wsdl:definitions; XSDs are found through it.",
    );
    return null;
  }
  const loader = new Loader(files, problems);
  const inline = childrenOf(definitions, "types").flatMap((types) =>
    childrenOf(types, "schema", XSD),
  );
  let level: readonly Import[] = inline.flatMap((schema) =>
    loader.add(schema, files.wsdl),
  );
  while (level.length > 0) level = await loader.load(level);
  return { definitions, schemas: loader.schemas, missing: loader.missing };
}

class Loader {
  readonly schemas: XmlElement[] = [];
  readonly missing = new Set<string>();
  readonly #files: SourceFiles;
  readonly #problems: ProblemList;
  /** The file that declares each namespace. */
  readonly #providers = new Map<string, SourceFile>();
  readonly #seen = new Set<string>();

  constructor(files: SourceFiles, problems: ProblemList) {
    this.#files = files;
    this.#problems = problems;
    this.#seen.add(files.wsdl.key);
  }

  /** Takes an xsd:schema and returns its imports. */
  add(schema: XmlElement, file: SourceFile): readonly Import[] {
    const namespace = attributeOf(schema, "targetNamespace");
    if (namespace !== null) {
      const other = this.#providers.get(namespace);
      if (other) {
        this.#reportDuplicate(schema, namespace, file, other);
        return [];
      }
      this.#providers.set(namespace, file);
    }
    this.schemas.push(schema);
    return childrenOf(schema, "import").flatMap((element) => {
      const imported = attributeOf(element, "namespace");
      // XML Schema's own types are built in; a missing name is reported with the other attributes.
      if (imported === null || imported === XSD) return [];
      const schemaLocation = attributeOf(element, "schemaLocation");
      return [
        { element, importer: file.key, namespace: imported, schemaLocation },
      ];
    });
  }

  /** Loads what a level imports and returns the imports of that. */
  async load(level: readonly Import[]): Promise<readonly Import[]> {
    const wanted = level.filter(
      (each) =>
        !this.missing.has(each.namespace) &&
        (each.schemaLocation !== null || !this.#providers.has(each.namespace)),
    );
    const found = await mapInParallel(wanted, PARALLEL_DOWNLOADS, (each) =>
      this.#files.find(each),
    );
    return found.flatMap((file, index) => {
      const request = wanted[index];
      if (!request || this.missing.has(request.namespace)) return [];
      if ("notFound" in file) {
        // Found meanwhile through another import of this level.
        if (
          request.schemaLocation === null &&
          this.#providers.has(request.namespace)
        )
          return [];
        this.missing.add(request.namespace);
        report(this.#problems, request.element, file.notFound, file.remedy);
        return [];
      }
      return this.#addFile(file, request);
    });
  }

  #addFile(file: SourceFile, request: Import): readonly Import[] {
    if (this.#seen.has(file.key)) return [];
    this.#seen.add(file.key);
    const schema = parseFile(file, this.#problems);
    if (schema?.uri === XSD && schema.local === "schema") {
      this.#checkNamespace(schema, request.namespace);
      return this.add(schema, file);
    }
    this.missing.add(request.namespace);
    if (schema)
      report(
        this.#problems,
        schema,
        `this is not an XSD: its root element is ${displayName(schema)}`,
        PUBLISHED_TOGETHER,
      );
    return [];
  }

  #checkNamespace(schema: XmlElement, imported: string): void {
    const declared = attributeOf(schema, "targetNamespace");
    if (declared === imported) return;
    this.missing.add(imported);
    // Files of another endpoint version are reported together, later.
    if (
      declared !== null &&
      parseVersionedUri(declared).name === parseVersionedUri(imported).name
    )
      return;
    report(
      this.#problems,
      schema,
      `this XSD declares ${declared === null ? "no namespace" : `namespace ${declared}`}, but is imported as ${imported}`,
      PUBLISHED_TOGETHER,
    );
  }

  #reportDuplicate(
    schema: XmlElement,
    namespace: string,
    file: SourceFile,
    other: SourceFile,
  ): void {
    if (file !== other && Buffer.compare(file.bytes, other.bytes) === 0) return;
    report(
      this.#problems,
      schema,
      `namespace ${namespace} is declared here and in ${other.name}, with different content`,
      "Keep the one that belongs to this WSDL.",
    );
  }
}

function parseFile(file: SourceFile, problems: ProblemList): XmlElement | null {
  const parsed = parseXml(file.name, file.bytes);
  if ("root" in parsed) return parsed.root;
  problems.add(parsed.problem);
  return null;
}

/** Maps with at most `limit` calls under way; results stand in the order of the items. */
async function mapInParallel<Item, Result>(
  items: readonly Item[],
  limit: number,
  map: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const entries = items.entries();
  const work = async (): Promise<void> => {
    for (const [index, item] of entries) results[index] = await map(item);
  };
  await Promise.all(Array.from({ length: limit }, work));
  return results;
}
