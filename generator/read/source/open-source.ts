import { basename, dirname } from "node:path";
import { createInputError } from "../problems.js";
import type { ReadOptions } from "../read-options.js";
import { createDiskTree } from "./disk-tree.js";
import { findWsdl } from "./file-tree.js";
import {
  fingerprintZip,
  recordTree,
  type Fingerprint,
  type RecordedTree,
} from "./fingerprint.js";
import { openLocalSource } from "./local-source.js";
import { openRemoteSource } from "./remote-source.js";
import { KINDS_OF_SOURCE, type SourceFiles } from "./source-files.js";
import { isUrl, localKindOf } from "./source-kind.js";

/** A source that was opened, or the folder of a generated package. */
export type OpenedSource =
  OpenedFiles | { readonly kind: "package"; readonly folder: string };

interface OpenedFiles {
  readonly kind: "files";
  readonly files: SourceFiles;
  /** By what the source is known again, once it was read; null for a server's, and for one that changed meanwhile. */
  readonly fingerprint: () => Fingerprint | null;
}

/**
 * Opens a source of any kind. What exists on disk comes first: `2025_2` is NetSuite's WSDL only where no file or folder is called so.
 *
 * Throws an InputError where there is no such source.
 */
export async function openSource(
  source: string,
  options: ReadOptions,
): Promise<OpenedSource> {
  if (isUrl(source)) return openUrl(source, options);
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(source))
    throw createInputError(
      `sources of the kind ${source.slice(0, source.indexOf(":"))}: are not read`,
      KINDS_OF_SOURCE,
    );
  const kind = await localKindOf(source);
  if (kind === "package") return { kind, folder: source };
  if (kind === "folder")
    return openTree(recordTree(createDiskTree(source, source), kind, null));
  if (kind === "zip") return openZip(source);
  if (kind === "file") return openFile(source);
  const url = urlOfVersion(source);
  if (url !== null) return openUrl(url, options);
  throw createInputError(
    `there is no file or folder ${JSON.stringify(source)}`,
    KINDS_OF_SOURCE,
  );
}

/** The URL of NetSuite's WSDL for a version: `2025_2`, `2025.2`, `v2025_2_0`. Null where the text is no version. */
export function urlOfVersion(text: string): string | null {
  const match = /^v?(20\d\d)[._](\d)(?:[._]0)?$/i.exec(text);
  return match
    ? `https://webservices.netsuite.com/wsdl/v${match[1] ?? ""}_${match[2] ?? ""}_0/netsuite.wsdl`
    : null;
}

async function openUrl(
  url: string,
  options: ReadOptions,
): Promise<OpenedSource> {
  return {
    kind: "files",
    files: await openRemoteSource(url, options),
    fingerprint: () => null,
  };
}

async function openZip(path: string): Promise<OpenedSource> {
  const before = fingerprintZip(path);
  // Only a zip needs what reads one.
  const { readZipTree } = await import("./zip-tree.js");
  const opened = await openTree(
    recordTree(await readZipTree(path), "zip", null),
  );
  return {
    ...opened,
    fingerprint: () => {
      const after = fingerprintZip(path);
      return after?.digest === before?.digest ? after : null;
    },
  };
}

async function openFile(path: string): Promise<OpenedSource> {
  if (!/\.(wsdl|xsd)$/i.test(path))
    throw createInputError(
      `${path} is not a .wsdl or .zip file`,
      KINDS_OF_SOURCE,
    );
  const tree = createDiskTree(dirname(path), dirname(path));
  const wsdl = basename(path);
  return openTree(recordTree(tree, "file", wsdl), wsdl);
}

async function openTree(
  tree: RecordedTree,
  wsdlPath?: string,
): Promise<OpenedFiles> {
  const path = wsdlPath ?? (await findWsdl(tree));
  const bytes = await tree.read(path);
  if (bytes === null)
    throw createInputError(
      `${tree.nameOf(path)} cannot be read`,
      KINDS_OF_SOURCE,
    );
  return {
    kind: "files",
    files: await openLocalSource(tree, path, bytes),
    fingerprint: () => tree.fingerprint(),
  };
}
