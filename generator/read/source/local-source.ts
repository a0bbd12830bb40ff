import { posix } from "node:path";
import { parseVersionedUri } from "../../model/version.js";
import { parseRoot } from "../xml/parse-xml.js";
import { attributeOf } from "../xml/xml-element.js";
import type { FileTree } from "./file-tree.js";
import { parseReferenceMap, type ReferenceMap } from "./reference-map.js";
import type {
  ImportRequest,
  NotFound,
  SourceFile,
  SourceFiles,
} from "./source-files.js";

/** A file with the namespace that its root declares; null where the root cannot be read. */
interface Candidate {
  readonly file: SourceFile;
  readonly namespace: string | null;
}

/**
 * A source on this machine: a WSDL in a file tree. It never touches the network.
 *
 * An import is looked for by the saved URLs of a `Reference.map`, then by its schemaLocation relative to the importing file, then by
 * target namespace, then by base name. What the first two find counts only when it declares the namespace.
 */
export async function openLocalSource(
  tree: FileTree,
  wsdlPath: string,
  wsdlBytes: Uint8Array,
): Promise<SourceFiles> {
  const references = await readReferenceMap(tree, wsdlPath);
  const candidates = new Map<string, Promise<Candidate | null>>();
  let index: Promise<readonly Candidate[]> | undefined;

  const candidate = (path: string): Promise<Candidate | null> => {
    let known = candidates.get(path);
    if (!known) candidates.set(path, (known = readCandidate(tree, path)));
    return known;
  };
  const allCandidates = (): Promise<readonly Candidate[]> =>
    (index ??= tree
      .list()
      .then((paths) =>
        Promise.all(
          paths.filter((each) => /\.xsd$/i.test(each)).map(candidate),
        ),
      )
      .then((found) => found.filter((each) => each !== null)));

  return {
    wsdl: {
      key: wsdlPath,
      name: tree.nameOf(wsdlPath),
      bytes: wsdlBytes,
    },
    close: () => Promise.resolve(),
    find: async (request) => {
      for (const path of located(request, references)) {
        const found = await candidate(path);
        if (!found) continue;
        // An unreadable file is taken too: parsing it says what is wrong.
        if (found.namespace === null || found.namespace === request.namespace)
          return found.file;
      }
      return search(await allCandidates(), request, tree.name);
    },
  };
}

/** The paths that an import names: by saved URL, then relative to the importing file. */
function located(
  { importer, schemaLocation }: ImportRequest,
  references: ReferenceMap | null,
): readonly string[] {
  if (schemaLocation === null) return [];
  const paths: string[] = [];
  const url = references?.urlOf.get(posix.basename(importer)) ?? undefined;
  if (URL.canParse(schemaLocation, url)) {
    const saved = references?.fileOf.get(new URL(schemaLocation, url).href);
    if (saved !== undefined)
      paths.push(posix.join(posix.dirname(importer), saved));
  }
  if (/^(?![/\\]|[A-Za-z][A-Za-z0-9+.-]*:)/.test(schemaLocation))
    paths.push(posix.join(posix.dirname(importer), schemaLocation));
  return paths;
}

/** Finds by target namespace, then by base name. */
function search(
  all: readonly Candidate[],
  request: ImportRequest,
  treeName: string,
): SourceFile | NotFound {
  const byNamespace = all.filter(
    (each) => each.namespace === request.namespace,
  );
  const [first, ...others] = byNamespace;
  if (first) {
    const other = others.find(
      (each) => Buffer.compare(each.file.bytes, first.file.bytes) !== 0,
    );
    if (!other) return first.file;
    return {
      notFound: `${first.file.name} and ${other.file.name} both declare namespace ${request.namespace}, with different content`,
      remedy: "Keep the one that belongs to this WSDL.",
    };
  }
  const base = baseName(request.schemaLocation);
  const sameName = all.filter((each) => baseName(each.file.key) === base);
  const usable = sameName.find(
    (each) => each.namespace === null || isOtherVersion(each, request),
  );
  if (usable) return usable.file;
  const [unrelated] = sameName;
  if (unrelated) {
    return {
      notFound: `${unrelated.file.name} declares namespace ${String(unrelated.namespace)}, but is imported as ${request.namespace}`,
      remedy: "Use the XSD files that were published together with this WSDL.",
    };
  }
  return {
    notFound: `no file in ${treeName} declares namespace ${request.namespace}`,
    remedy: `Add ${base === null ? "the XSD that declares it" : base} to the files beside the WSDL: nsgen never downloads for a local source.`,
  };
}

/** Such a file is taken, so that the error can name both versions. */
function isOtherVersion(found: Candidate, request: ImportRequest): boolean {
  return (
    found.namespace !== null &&
    parseVersionedUri(found.namespace).name ===
      parseVersionedUri(request.namespace).name
  );
}

async function readCandidate(
  tree: FileTree,
  path: string,
): Promise<Candidate | null> {
  const bytes = await tree.read(path);
  if (bytes === null) return null;
  const name = tree.nameOf(path);
  const root = parseRoot(name, bytes);
  return {
    file: { key: path, name, bytes },
    namespace: root ? (attributeOf(root, "targetNamespace") ?? "") : null,
  };
}

async function readReferenceMap(
  tree: FileTree,
  wsdlPath: string,
): Promise<ReferenceMap | null> {
  const bytes = await tree.read(
    posix.join(posix.dirname(wsdlPath), "Reference.map"),
  );
  return bytes && parseReferenceMap(new TextDecoder().decode(bytes));
}

function baseName(location: string | null): string | null {
  return location === null
    ? null
    : (location.split(/[?#]/)[0]?.split(/[/\\]/).at(-1)?.toLowerCase() ?? null);
}
