import { readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { hashText, MANIFEST, readManifest } from "./manifest.js";

/** How the names begin that nsgen itself needs in an output folder while it writes. */
export const WORKING_FILES = ".nsgen-";

/** What writing a package into a folder would do. */
export interface OutputPlan {
  readonly folder: string;
  readonly files: readonly PlannedFile[];
  /** Why nsgen must not write without being told so; empty where it may. */
  readonly conflicts: readonly string[];
}

/** One file of the package, or one that the package no longer has. */
export interface PlannedFile {
  readonly path: string;
  readonly change: "added" | "changed" | "unchanged" | "removed";
  /** What is there now, or null. */
  readonly before: string | null;
  /** What is to be there, or null. */
  readonly after: string | null;
}

/**
 * Compares a package with what a folder holds. Nothing is written.
 *
 * Only files that the folder's manifest lists are ever planned to be replaced or removed; what else stands in the way
 * is a conflict.
 */
export async function planOutput(
  folder: string,
  files: ReadonlyMap<string, string>,
): Promise<OutputPlan> {
  const manifest = await readManifest(folder);
  const listed = new Map(Object.entries(manifest?.files ?? {}));
  const conflicts: string[] = [];
  const planned: PlannedFile[] = [];
  if (manifest === null && (await hasContent(folder))) {
    conflicts.push(
      `The folder has content that nsgen did not write (it has no readable ${MANIFEST}).`,
    );
  }
  const paths = [...new Set([...files.keys(), ...listed.keys()])].sort();
  const texts = paths.map((path) => readText(join(folder, path)));
  for (const [at, path] of paths.entries()) {
    const found = texts[at];
    const after = files.get(path) ?? null;
    if (found === undefined && after !== null) {
      conflicts.push(`${path} is a folder; nsgen has a file of that name.`);
    }
    const before = found ?? null;
    const isSame =
      before !== null &&
      after !== null &&
      (before === after || hashText(before) === hashText(after));
    if (before !== null && !isSame && path !== MANIFEST) {
      const hash = listed.get(path);
      if (hash === undefined && manifest !== null) {
        conflicts.push(`${path} is in the way; nsgen did not write it.`);
      } else if (hash !== undefined && hash !== hashText(before)) {
        conflicts.push(`${path} was edited since nsgen wrote it.`);
      }
    }
    if (before === null && after === null) continue;
    const change =
      before === null
        ? "added"
        : after === null
          ? "removed"
          : isSame
            ? "unchanged"
            : "changed";
    planned.push({ path, change, before, after });
  }
  return { folder, files: planned, conflicts };
}

/** The text of a file; null where there is none, undefined where there is a folder. In this thread: fifty take half the time of promises. */
function readText(path: string): string | null | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (isMissing(error)) return null;
    if (hasCode(error, "EISDIR")) return undefined;
    throw error;
  }
}

async function hasContent(folder: string): Promise<boolean> {
  try {
    const names = await readdir(folder);
    return names.some((name) => !name.startsWith(WORKING_FILES));
  } catch (error) {
    if (hasCode(error, "ENOENT")) return false;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return hasCode(error, "ENOENT") || hasCode(error, "ENOTDIR");
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
