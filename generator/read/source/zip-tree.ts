import type { Readable } from "node:stream";
import { basename } from "node:path";
import { openPromise, type Entry, type ZipFile } from "yauzl";
import { createInputError, InputError } from "../problems.js";
import { isIgnoredPath, isSourceName, type FileTree } from "./file-tree.js";
import { LIMITS, tooLarge } from "./source-files.js";

/** NetSuite's files shrink about fifteenfold; a bomb shrinks a thousandfold. */
const MAX_RATIO = 200;
/** Small files of blanks may shrink more than that and do no harm. */
const RATIO_FROM_BYTES = 1024 * 1024;

const NOT_NETSUITES = "Use the zip as NetSuite publishes it, or unpack it.";

/**
 * Unpacks a zip in memory. Only files that a source may consist of are inflated.
 *
 * Throws an InputError where the file is no zip, holds more than 2,000 entries, unpacks to more than 256 MiB or suspiciously well,
 * and where an entry has a path that leaves the zip, a name that came before, a password, or is a symbolic link.
 */
export async function readZipTree(path: string): Promise<FileTree> {
  const name = basename(path);
  try {
    const files = await unpack(path, name);
    const paths = [...files.keys()].sort();
    return {
      name,
      list: () => Promise.resolve(paths),
      nameOf: (each) => `${name}!/${each}`,
      read: (each) => Promise.resolve(files.get(each) ?? null),
    };
  } catch (error) {
    if (error instanceof InputError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw createInputError(
      `${name} cannot be unpacked: ${reason.replace(/\.$/, "")}`,
      "Download the zip again; if it stays so, unpack it yourself and give the folder.",
      { cause: error },
    );
  }
}

async function unpack(
  path: string,
  name: string,
): Promise<Map<string, Uint8Array>> {
  // Strict names: a backslash is refused, not turned into a slash. Sizes are validated while inflating.
  const zip = await openPromise(path, { strictFileNames: true });
  try {
    if (zip.entryCount > LIMITS.zipEntries)
      throw refuse(name, `holds ${zip.entryCount} entries`);
    const files = new Map<string, Uint8Array>();
    const seen = new Set<string>();
    let total = 0;
    for await (const entry of zip.eachEntry()) {
      if (seen.has(entry.fileName))
        throw refuse(name, `holds ${entry.fileName} twice`);
      seen.add(entry.fileName);
      if (!isSourceName(entry.fileName) || isIgnoredPath(entry.fileName))
        continue;
      refuseEntry(name, entry);
      const bytes = await inflate(zip, entry, name, LIMITS.totalBytes - total);
      total += bytes.length;
      files.set(entry.fileName, bytes);
    }
    return files;
  } finally {
    zip.close();
  }
}

function refuseEntry(name: string, entry: Entry): void {
  if (entry.isEncrypted())
    throw refuse(name, `holds ${entry.fileName}, which needs a password`);
  const mode = entry.externalFileAttributes >>> 16;
  if ((mode & 0o170000) === 0o120000)
    throw refuse(name, `holds ${entry.fileName}, which is a symbolic link`);
}

/** Counts what comes out, whatever the zip's headers say. */
async function inflate(
  zip: ZipFile,
  entry: Entry,
  name: string,
  remainingBytes: number,
): Promise<Uint8Array> {
  const stream: Readable = await zip.openReadStreamPromise(entry);
  const chunks: Buffer[] = [];
  let size = 0;
  // A stream of yauzl has no encoding, so that its chunks are Buffers.
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LIMITS.fileBytes)
      throw new InputError([
        tooLarge(`${name}!/${entry.fileName}`, LIMITS.fileBytes),
      ]);
    if (size > remainingBytes)
      throw new InputError([tooLarge(`${name} unpacked`, LIMITS.totalBytes)]);
    if (size > RATIO_FROM_BYTES && size > entry.compressedSize * MAX_RATIO)
      throw refuse(
        name,
        `holds ${entry.fileName}, which unpacks to more than ${MAX_RATIO} times its size`,
      );
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function refuse(name: string, what: string): InputError {
  return createInputError(`${name} ${what}: it is not unpacked`, NOT_NETSUITES);
}
