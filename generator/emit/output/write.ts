import { randomBytes } from "node:crypto";
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { readdir, readFile, rm, rmdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { WORKING_FILES, type OutputPlan, type PlannedFile } from "./plan.js";

const STAGING = `${WORKING_FILES}staging-`;
/** What a package is found by. */
const ENTRY = /^(index\.[^/]+|package\.json|nsgen\.manifest\.json)$/;

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
 *
 * Files are written and moved one after the other in this thread: for fifty that takes half the time of promises.
 */
export async function writeOutput(plan: OutputPlan): Promise<void> {
  const { folder } = plan;
  const pending = entriesLast(
    plan.files.filter(({ change }) => change !== "unchanged"),
  );
  if (pending.length === 0) return;
  mkdirSync(folder, { recursive: true });
  const staging = join(folder, `${STAGING}${randomBytes(6).toString("hex")}`);
  try {
    for (const each of foldersOf(pending))
      mkdirSync(join(staging, "new", each), { recursive: true });
    for (const { path, after } of pending)
      if (after !== null)
        writeFileSync(join(staging, "new", path), after, { flag: "wx" });
    const journal: Journal = {
      replaced: pending
        .filter(({ before }) => before !== null)
        .map(({ path }) => path),
      added: pending
        .filter(({ before }) => before === null)
        .map(({ path }) => path),
    };
    writeFileSync(join(staging, "journal.json"), JSON.stringify(journal), {
      flag: "wx",
    });
    for (const { path, goes } of orderMoves(pending)) {
      if (goes === "out") move(join(folder, path), join(staging, "old", path));
      else move(join(staging, "new", path), join(folder, path));
    }
  } catch (error) {
    await undo(folder, staging);
    throw error;
  }
  rmSync(join(staging, "journal.json"), { force: true });
  rmSync(staging, { recursive: true, force: true });
  for (const { path, change } of pending) {
    if (change === "removed") await removeEmptyFolders(folder, dirname(path));
  }
}

/** A file that leaves its place for `old/`, or comes to it from `new/`. */
export interface Move {
  readonly path: string;
  readonly goes: "out" | "in";
}

/** The moves of a write. What a package is found by leaves first and comes last, so that one that is half written cannot be imported. */
export function orderMoves(files: readonly PlannedFile[]): readonly Move[] {
  const changed = files.filter(({ change }) => change !== "unchanged");
  const entries = changed.filter(isEntry);
  const out = ({ path, before }: PlannedFile): readonly Move[] =>
    before === null ? [] : [{ path, goes: "out" }];
  const into = ({ path, after }: PlannedFile): readonly Move[] =>
    after === null ? [] : [{ path, goes: "in" }];
  return [
    ...entries.flatMap(out),
    ...changed
      .filter((each) => !isEntry(each))
      .flatMap((each) => [...out(each), ...into(each)]),
    ...entries.flatMap(into),
  ];
}

/** So that undoing, too, puts them back last. */
function entriesLast(files: readonly PlannedFile[]): readonly PlannedFile[] {
  return [...files.filter((each) => !isEntry(each)), ...files.filter(isEntry)];
}

function isEntry({ path }: PlannedFile): boolean {
  return ENTRY.test(path);
}

/** Undoes writes that did not come to their end. */
export async function recoverOutput(folder: string): Promise<void> {
  for (const name of await unfinishedWrites(folder))
    await undo(folder, join(folder, name));
}

/** The staging folders of writes that are under way, or did not come to their end. */
export async function unfinishedWrites(
  folder: string,
): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.startsWith(STAGING));
}

async function undo(folder: string, staging: string): Promise<void> {
  const journal = await readJournal(join(staging, "journal.json"));
  for (const path of journal?.replaced ?? []) {
    const old = join(staging, "old", path);
    if (await exists(old)) move(old, join(folder, path));
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

/** The folders that files are in. */
function foldersOf(files: readonly PlannedFile[]): readonly string[] {
  return [...new Set(files.map(({ path }) => dirname(path)))];
}

function move(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  renameSync(from, to);
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
