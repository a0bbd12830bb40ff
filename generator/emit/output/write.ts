import { randomBytes } from "node:crypto";
import {
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  rmdir,
  stat,
  writeFile,
} from "node:fs/promises";
import { dirname, join } from "node:path";
import type { OutputPlan } from "./plan.js";

const STAGING = ".nsgen-staging-";

/** What a staging folder remembers of the write it belongs to. */
interface Journal {
  /** Files that were there before; each is moved to `old/` before it is replaced or removed. */
  readonly replaced: readonly string[];
  /** Files that were not. */
  readonly added: readonly string[];
}

/**
 * Writes a planned package: whole or not at all.
 *
 * New contents are first written to a staging folder inside the output; then each file is moved into its place, with
 * the one before kept until all are there. A failure moves everything back; a process that was killed in between is
 * undone by {@link recoverOutput} at the next run. Unchanged files are not touched.
 */
export async function writeOutput(plan: OutputPlan): Promise<void> {
  const { folder } = plan;
  const pending = plan.files.filter(({ change }) => change !== "unchanged");
  if (pending.length === 0) return;
  await mkdir(folder, { recursive: true });
  const staging = join(folder, `${STAGING}${randomBytes(6).toString("hex")}`);
  try {
    for (const { path, after } of pending) {
      if (after !== null) await writeNew(join(staging, "new", path), after);
    }
    const journal: Journal = {
      replaced: pending
        .filter(({ before }) => before !== null)
        .map(({ path }) => path),
      added: pending
        .filter(({ before }) => before === null)
        .map(({ path }) => path),
    };
    await writeNew(join(staging, "journal.json"), JSON.stringify(journal));
    for (const { path, before, after } of pending) {
      if (before !== null) {
        await move(join(folder, path), join(staging, "old", path));
      }
      if (after !== null) {
        await move(join(staging, "new", path), join(folder, path));
      }
    }
  } catch (error) {
    await undo(folder, staging);
    throw error;
  }
  await rm(join(staging, "journal.json"), { force: true });
  await rm(staging, { recursive: true, force: true });
  for (const { path, change } of pending) {
    if (change === "removed") await removeEmptyFolders(folder, dirname(path));
  }
}

/** Undoes a write that did not come to its end. */
export async function recoverOutput(folder: string): Promise<void> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch {
    return;
  }
  for (const name of names) {
    if (name.startsWith(STAGING)) await undo(folder, join(folder, name));
  }
}

async function undo(folder: string, staging: string): Promise<void> {
  const journal = await readJournal(join(staging, "journal.json"));
  for (const path of journal?.replaced ?? []) {
    const old = join(staging, "old", path);
    if (await exists(old)) await move(old, join(folder, path));
  }
  for (const path of journal?.added ?? []) {
    // What is still staged was not moved: the file of that name is not ours.
    if (!(await exists(join(staging, "new", path)))) {
      await rm(join(folder, path), { force: true });
    }
    await removeEmptyFolders(folder, dirname(path));
  }
  await rm(staging, { recursive: true, force: true });
  await rmdir(folder).catch(() => undefined);
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null;
}

async function readJournal(path: string): Promise<Journal | null> {
  try {
    // Written by writeOutput above, whole or not at all as far as JSON.parse can tell.
    return JSON.parse(await readFile(path, "utf8")) as Journal;
  } catch {
    return null;
  }
}

async function writeNew(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text, { flag: "wx" });
}

async function move(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await rename(from, to);
}

async function removeEmptyFolders(
  folder: string,
  inner: string,
): Promise<void> {
  for (let at = inner; at !== "." && at !== ""; at = dirname(at)) {
    try {
      await rmdir(join(folder, at));
    } catch {
      return;
    }
  }
}
