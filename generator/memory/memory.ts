import { randomUUID } from "node:crypto";
import {
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { join, resolve } from "node:path";
import { readKnownOutput, type KnownOutput } from "../emit/index.js";
import { retraceSource, type Fingerprint } from "../read/index.js";
import {
  createSeal,
  parseEntry,
  sha256,
  type MemoryEntry,
  type RememberedCounts,
} from "./entry.js";

/** How many generations are remembered; an entry has about 2 KB. */
const MAX_ENTRIES = 100;

/** What generations are told apart by. */
export interface MemoryRequest {
  /** A source as `readSchema` takes it. */
  readonly source: string;
  /** Digest of the program: another one may print something else. */
  readonly program: string;
  /** All options that the output depends on, as JSON can hold them. */
  readonly options: unknown;
}

/** An output that is what a generation would make again. */
export interface Recalled {
  readonly output: KnownOutput;
  readonly counts: RememberedCounts;
}

/** Generations of before, in a folder that several processes may share. */
export interface Memory {
  /** The output of a folder where it is up to date. Null where that is not known, for whatever reason: then it must be generated. */
  recall(out: string): Promise<Recalled | null>;
  /** Remembers a generation. A folder that cannot be written is no error: the next run generates again. */
  remember(
    fingerprint: Fingerprint,
    counts: RememberedCounts,
    manifestHash: string,
  ): Promise<void>;
}

/** The memory of one request, in `generated/` of a cache folder. */
export function createMemory(cache: string, request: MemoryRequest): Memory {
  const folder = join(cache, "generated");
  const key = sha256(
    JSON.stringify([
      resolve(request.source),
      request.program,
      process.version,
      request.options,
    ]),
  );
  const path = join(folder, `${key}.json`);
  return {
    recall: async (out) => {
      const text = await readFile(path, "utf8").catch(() => "");
      const entry = parseEntry(text);
      if (entry === null) return null;
      const { trace, counts, seal } = entry;
      const [source, output] = await Promise.all([
        retraceSource(request.source, trace),
        readKnownOutput(out),
      ]);
      if (source === null || output === null) return null;
      const found = {
        request: key,
        source: source.digest,
        counts,
        manifest: output.manifestHash,
      };
      return createSeal(found) === seal ? { output, counts } : null;
    },
    remember: async ({ trace, digest }, counts, manifest) => {
      const sealed = { request: key, source: digest, counts, manifest };
      const entry: MemoryEntry = { trace, counts, seal: createSeal(sealed) };
      const temporary = join(folder, `${key}.${randomUUID()}.tmp`);
      try {
        await mkdir(folder, { recursive: true });
        await writeFile(temporary, `${JSON.stringify(entry)}\n`);
        await rename(temporary, path);
        await forgetOldest(folder);
      } catch {
        await rm(temporary, { force: true }).catch(() => undefined);
      }
    },
  };
}

async function forgetOldest(folder: string): Promise<void> {
  const names = await readdir(folder);
  if (names.length <= MAX_ENTRIES) return;
  const files = await Promise.all(
    names.map(async (name) => {
      // Another process may have removed it.
      const facts = await stat(join(folder, name)).catch(() => null);
      return { name, writtenMs: facts?.mtimeMs ?? 0 };
    }),
  );
  files.sort((a, b) => b.writtenMs - a.writtenMs);
  for (const { name } of files.slice(MAX_ENTRIES))
    await rm(join(folder, name), { force: true });
}
