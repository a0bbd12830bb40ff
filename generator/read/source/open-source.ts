import { stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { createInputError } from "../problems.js";
import type { ReadOptions } from "../read-options.js";
import { createDiskTree } from "./disk-tree.js";
import { findWsdl, type FileTree } from "./file-tree.js";
import { openLocalSource } from "./local-source.js";
import { openRemoteSource } from "./remote-source.js";
import { KINDS_OF_SOURCE, type SourceFiles } from "./source-files.js";
import { readZipTree } from "./zip-tree.js";

/** The file by which a generated package is known. */
const MANIFEST = "nsgen.manifest.json";

/** A source that was opened, or the folder of a generated package. */
export type OpenedSource =
  | { readonly kind: "files"; readonly files: SourceFiles }
  | { readonly kind: "package"; readonly folder: string };

/**
 * Opens a source of any kind. What exists on disk comes first: `2025_2` is NetSuite's WSDL only where no file or folder is called so.
 *
 * Throws an InputError where there is no such source.
 */
export async function openSource(
  source: string,
  options: ReadOptions,
): Promise<OpenedSource> {
  if (/^https?:\/\//i.test(source)) return openUrl(source, options);
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(source))
    throw createInputError(
      `sources of the kind ${source.slice(0, source.indexOf(":"))}: are not read`,
      KINDS_OF_SOURCE,
    );
  const facts = source === "" ? null : await stat(source).catch(() => null);
  if (facts?.isDirectory()) return openFolder(source);
  if (facts?.isFile())
    return /\.zip$/i.test(source)
      ? openTree(await readZipTree(source))
      : openFile(source);
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
  return { kind: "files", files: await openRemoteSource(url, options) };
}

async function openFolder(folder: string): Promise<OpenedSource> {
  const manifest = await stat(join(folder, MANIFEST)).catch(() => null);
  return manifest?.isFile()
    ? { kind: "package", folder }
    : openTree(createDiskTree(folder, folder));
}

async function openFile(path: string): Promise<OpenedSource> {
  if (!/\.(wsdl|xsd)$/i.test(path))
    throw createInputError(
      `${path} is not a .wsdl or .zip file`,
      KINDS_OF_SOURCE,
    );
  return openTree(createDiskTree(dirname(path), dirname(path)), basename(path));
}

async function openTree(
  tree: FileTree,
  wsdlPath?: string,
): Promise<OpenedSource> {
  const path = wsdlPath ?? (await findWsdl(tree));
  const bytes = await tree.read(path);
  if (bytes === null)
    throw createInputError(
      `${tree.nameOf(path)} cannot be read`,
      KINDS_OF_SOURCE,
    );
  return { kind: "files", files: await openLocalSource(tree, path, bytes) };
}
