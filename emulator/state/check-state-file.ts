import { open, realpath, stat } from "node:fs/promises";

/** Where LMDB's first page says what it is. */
const MAGIC_OFFSET = 24;
const MAGIC = 0xbeefc0de;
/** Two pages that describe the others, of the smallest size there is. */
const SMALLEST_BYTES = 2 * 4096;

/**
 * Looks whether a path may be opened as a state file: LMDB ends the process over a file that is none. Gives the path
 * without symbolic links, by which LMDB tells whether two have the same file open.
 *
 * @throws Error where something else is there
 */
export async function checkStateFile(path: string): Promise<string> {
  const found = await stat(path).catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
  if (found === null) return path;
  if (!found.isFile())
    throw new Error(
      `${path} is ${found.isDirectory() ? "a folder" : "no file"}. Give the path of a state file, or one where nothing is yet.`,
    );
  if (found.size > 0 && !(await isLmdb(path, found.size)))
    throw new Error(
      `${path} is no state file of an emulator. Give the path of one, or one where nothing is yet.`,
    );
  return realpath(path);
}

async function isLmdb(path: string, size: number): Promise<boolean> {
  if (size < SMALLEST_BYTES) return false;
  const handle = await open(path);
  try {
    const { buffer } = await handle.read(Buffer.alloc(4), 0, 4, MAGIC_OFFSET);
    // The machine's own byte order, which is little-endian wherever lmdb has a binary.
    return buffer.readUInt32LE() === MAGIC;
  } finally {
    await handle.close();
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
