import { readFileSync, statSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join, posix } from "node:path";
import { createInputError, InputError } from "../problems.js";
import { isIgnoredPath, isSourceName, type FileTree } from "./file-tree.js";
import { LIMITS, tooLarge } from "./source-files.js";

/**
 * The files of a folder and the folders in it. Paths that begin with `../` are read too: NetSuite's own layout has XSDs beside the
 * folder of the WSDL.
 */
export function createDiskTree(folder: string, name: string): FileTree {
  let paths: Promise<readonly string[]> | undefined;
  return {
    name,
    list: () => (paths ??= walk(folder)),
    nameOf: (path) => path,
    read: (path) =>
      new Promise((resolve) => {
        resolve(readSourceFile(join(folder, path), path));
      }),
  };
}

/** Reads one file of a source; null where no regular file of such a name is there. */
function readSourceFile(path: string, name: string): Uint8Array | null {
  return isSourceName(path) ? readSmallFile(path, name) : null;
}

/**
 * Reads a file; null where no regular file of such a name is there. In this thread: fifty small files take half the time of promises.
 *
 * @throws InputError for a file that is larger than the limit, or cannot be read
 */
export function readSmallFile(path: string, name: string): Uint8Array | null {
  try {
    const facts = statSync(path);
    if (!facts.isFile()) return null;
    if (facts.size > LIMITS.fileBytes)
      throw new InputError([tooLarge(name, LIMITS.fileBytes)]);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof InputError) throw error;
    const code = codeOf(error);
    if (code === "ENOENT" || code === "ENOTDIR") return null;
    throw createInputError(
      `${name} cannot be read (${code})`,
      "Check the permissions of the file.",
      { cause: error },
    );
  }
}

/** The code of a system error, such as `ENOENT`. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error
    ? String(error.code)
    : String(error);
}

async function walk(root: string): Promise<readonly string[]> {
  const found: string[] = [];
  let entries = 0;
  const visit = async (folder: string): Promise<void> => {
    for (const entry of await readdir(join(root, folder), {
      withFileTypes: true,
    })) {
      const path = posix.join(folder, entry.name);
      if (++entries > LIMITS.folderEntries) {
        throw createInputError(
          `${root} holds more than ${LIMITS.folderEntries} files`,
          "Give the folder that holds the WSDL and its XSDs only.",
        );
      }
      if (isIgnoredPath(path)) continue;
      if (entry.isDirectory()) await visit(path);
      else if (isSourceName(path)) found.push(path);
    }
  };
  try {
    await visit("");
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw createInputError(
      `${root} cannot be listed (${codeOf(error)})`,
      "Check the permissions of the folder.",
      { cause: error },
    );
  }
  return found.sort();
}
