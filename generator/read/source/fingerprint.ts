import { createHash } from "node:crypto";
import { basename, dirname } from "node:path";
import { createDiskTree, readSmallFile } from "./disk-tree.js";
import type { FileTree } from "./file-tree.js";
import { isUrl, localKindOf, type LocalKind } from "./source-kind.js";

/** What reading a local source looked at, by which it can be looked at again. */
export interface SourceTrace {
  /** Whether the names of all its files were asked for. */
  readonly isListed: boolean;
  /** The files that were asked for, those that are not there too; sorted. None for a zip, which counts as one file. */
  readonly paths: readonly string[];
}

/** By what a local source is known again: names and bytes, no times. */
export interface Fingerprint {
  readonly trace: SourceTrace;
  /** SHA-256 of all that the trace names. */
  readonly digest: string;
}

/** A file tree that remembers what was asked of it. */
export interface RecordedTree extends FileTree {
  /** The fingerprint of what was asked for so far. */
  fingerprint(): Fingerprint;
}

/** Remembers what is asked of a tree. */
export function recordTree(
  tree: FileTree,
  kind: LocalKind,
  wsdl: string | null,
): RecordedTree {
  const found = new Map<string, string | null>();
  let listed: readonly string[] | null = null;
  return {
    name: tree.name,
    nameOf: (path) => tree.nameOf(path),
    list: async () => (listed = await tree.list()),
    read: async (path) => {
      const bytes = await tree.read(path);
      found.set(path, bytes && sha256(bytes));
      return bytes;
    },
    fingerprint: () => {
      const paths = [...found.keys()].sort();
      const hashes = paths.map((path) => found.get(path));
      return {
        trace: { isListed: listed !== null, paths },
        digest: sha256(JSON.stringify([kind, wsdl, listed, paths, hashes])),
      };
    },
  };
}

/** The fingerprint of a zip; null where it is too large for one, or cannot be read. */
export function fingerprintZip(path: string): Fingerprint | null {
  try {
    const bytes = readSmallFile(path, path);
    return (
      bytes && {
        trace: { isListed: false, paths: [] },
        digest: sha256(JSON.stringify(["zip", sha256(bytes)])),
      }
    );
  } catch {
    return null;
  }
}

/** Looks again at what a trace names. Null where the source is on a server, a generated package, or cannot be read. */
export async function retraceSource(
  source: string,
  trace: SourceTrace,
): Promise<Fingerprint | null> {
  if (isUrl(source)) return null;
  const kind = await localKindOf(source);
  try {
    if (kind === "zip") return fingerprintZip(source);
    if (kind !== "folder" && kind !== "file") return null;
    const tree =
      kind === "folder"
        ? recordTree(createDiskTree(source, source), kind, null)
        : recordTree(
            createDiskTree(dirname(source), dirname(source)),
            kind,
            basename(source),
          );
    if (trace.isListed) await tree.list();
    await Promise.all(trace.paths.map((path) => tree.read(path)));
    return tree.fingerprint();
  } catch {
    // Reading the source anew says what is wrong with it.
    return null;
  }
}

function sha256(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex");
}
