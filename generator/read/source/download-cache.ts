import { createHash, randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** What a server gave to ask "has it changed?" with. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** A file that was downloaded before. */
export interface CachedFile extends Validators {
  readonly bytes: Uint8Array;
}

/** Downloaded files, by URL. */
export interface DownloadCache {
  /** The file of a URL, or null where it is not there or no longer what was stored. */
  lookup(url: string): Promise<CachedFile | null>;
  /** Keeps a file. A cache that cannot be written is no error: the next run downloads again. */
  store(url: string, bytes: Uint8Array, validators: Validators): Promise<void>;
}

/**
 * A cache in a folder: `blobs/` holds files named by the SHA-256 of their content, `urls/` one small JSON file for each URL, named by the
 * SHA-256 of the URL so that no secret in a query is written down. Files appear whole or not at all; several processes may share it.
 */
export function createDownloadCache(folder: string): DownloadCache {
  const blobPath = (hash: string): string => join(folder, "blobs", hash);
  const urlPath = (url: string): string =>
    join(folder, "urls", `${sha256(url)}.json`);
  return {
    lookup: async (url) => {
      try {
        const entry = parseEntry(await readFile(urlPath(url), "utf8"));
        if (entry === null) return null;
        const bytes = await readFile(blobPath(entry.sha256));
        return sha256(bytes) === entry.sha256 ? { ...entry, bytes } : null;
      } catch {
        // Nothing stored, or nothing readable: both mean a download.
        return null;
      }
    },
    store: async (url, bytes, validators) => {
      const hash = sha256(bytes);
      const entry = `${JSON.stringify({ sha256: hash, ...validators })}\n`;
      try {
        await writeWhole(folder, blobPath(hash), bytes);
        await writeWhole(folder, urlPath(url), entry);
      } catch {
        // A read-only or full cache must not fail a build that has what it needs.
      }
    },
  };
}

interface Entry extends Validators {
  readonly sha256: string;
}

function parseEntry(text: string): Entry | null {
  const value: unknown = JSON.parse(text);
  if (typeof value !== "object" || value === null) return null;
  const { sha256, etag, lastModified } = value as Partial<
    Record<keyof Entry, unknown>
  >; // An object's members may be read by any name: each is checked below.
  if (typeof sha256 !== "string" || !/^[0-9a-f]{64}$/.test(sha256)) return null;
  return {
    sha256,
    etag: typeof etag === "string" ? etag : null,
    lastModified: typeof lastModified === "string" ? lastModified : null,
  };
}

async function writeWhole(
  folder: string,
  path: string,
  content: Uint8Array | string,
): Promise<void> {
  await mkdir(join(path, ".."), { recursive: true });
  const temporary = join(folder, `${randomUUID()}.tmp`);
  try {
    await writeFile(temporary, content);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

function sha256(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex");
}
