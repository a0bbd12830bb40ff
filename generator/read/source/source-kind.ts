import { stat } from "node:fs/promises";
import { join } from "node:path";

/** The file by which a generated package is known. */
const MANIFEST = "nsgen.manifest.json";

/** What a source on this machine is; `none` where there is no file or folder of that name. */
export type LocalKind = "folder" | "package" | "zip" | "file" | "none";

/** Tells whether a source is the URL of a server. */
export function isUrl(source: string): boolean {
  return /^https?:\/\//i.test(source);
}

/** Looks what a source on this machine is. */
export async function localKindOf(source: string): Promise<LocalKind> {
  const facts = source === "" ? null : await stat(source).catch(() => null);
  if (facts?.isDirectory()) {
    const manifest = await stat(join(source, MANIFEST)).catch(() => null);
    return manifest?.isFile() ? "package" : "folder";
  }
  if (facts?.isFile()) return /\.zip$/i.test(source) ? "zip" : "file";
  return "none";
}
