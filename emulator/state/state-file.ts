import { stat, truncate } from "node:fs/promises";
import type { RootDatabase } from "lmdb";
import { checkStateFile } from "./check-state-file.js";
import { claimStateFile } from "./claim-state-file.js";
import { parseEntry, type StoredEntry } from "./stored-entry.js";

/** What is written at once: entries by their place in the order of all, null for one that is no more. */
export interface StateChanges {
  readonly entries: ReadonlyMap<number, Uint8Array | null>;
  /** Numbers up to this one are not given after a restart. */
  readonly reserved: number;
}

/** A state file that this process holds. */
export interface StateFile {
  readonly reserved: number;
  /** All entries with their places, in order. */
  entries(): Iterable<readonly [place: number, entry: StoredEntry]>;
  /**
   * Writes all of the changes, or none, and waits until the disk has them.
   *
   * @throws Error where they cannot be written
   */
  commit(changes: StateChanges): void;
  close(): Promise<void>;
}

const FORMAT = "format";
const RESERVED = "reserved";
const FORMAT_NAME = "nsgen-emulator-state";
const FORMAT_VERSION = 1;

/**
 * Opens a state file, or makes one. LMDB's own `<path>-lock` lies beside it.
 *
 * An entry's key in LMDB is its place, since LMDB's keys are short and hold no lone surrogates.
 *
 * @throws Error where the path holds something else, or another process has the file open
 */
export async function openStateFile(path: string): Promise<StateFile> {
  const file = await checkStateFile(path);
  // Loaded here, so that an emulator without a file needs no binary.
  const { open } = await import("lmdb");
  const database = inform(path, "opened", () =>
    open<Uint8Array, number | string>({
      path: file,
      noSubdir: true,
      encoding: "binary",
      // A commit is on the disk when it returns.
      overlappingSync: false,
    }),
  );
  try {
    claimStateFile(path, database);
    await fillUp(file, database);
    readFormat(path, database);
    return {
      reserved: Number(readText(path, database, RESERVED) ?? 0),
      entries: () => readEntries(path, database),
      commit: (changes) => {
        inform(path, "written", () => {
          write(database, changes);
        });
      },
      close: () => database.close(),
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

type Database = RootDatabase<Uint8Array, number | string>;

/**
 * Gives a file its full length. Memory beyond a file's end ends the process that reads it, and LMDB leaves pages at the
 * end unwritten that hold nothing, so that a file that was cut cannot be told by its length.
 */
async function fillUp(file: string, database: Database): Promise<void> {
  // LMDB's documented statistics, which lmdb types as {}.
  const stats = database.getStats() as {
    readonly lastPageNumber: number;
    readonly pageSize: number;
  };
  const length = (stats.lastPageNumber + 1) * stats.pageSize;
  if ((await stat(file)).size < length) await truncate(file, length);
}

/** Refuses what another program or a later version wrote; writes the format into a new file. */
function readFormat(path: string, database: Database): void {
  const format = readText(path, database, FORMAT);
  if (format === undefined && database.getKeysCount({ limit: 1 }) === 0) {
    inform(path, "written", () => {
      database.putSync(FORMAT, Buffer.from(`${FORMAT_NAME} ${FORMAT_VERSION}`));
    });
    return;
  }
  const [name, version] = format?.split(" ") ?? [];
  if (name !== FORMAT_NAME)
    throw new Error(
      `${path} is an LMDB file of another program. Give the path of a state file, or one where nothing is yet.`,
    );
  if (Number(version) !== FORMAT_VERSION)
    throw new Error(
      `The state file ${path} has format ${version}, and this emulator reads format ${FORMAT_VERSION}. Use the version of nsgen-emulator that wrote it, or a later one.`,
    );
}

function readText(
  path: string,
  database: Database,
  key: string,
): string | undefined {
  try {
    const bytes = database.get(key);
    return bytes && Buffer.from(bytes).toString();
  } catch (error) {
    throw damaged(path, error);
  }
}

function* readEntries(
  path: string,
  database: Database,
): Generator<readonly [number, StoredEntry]> {
  try {
    for (const { key, value } of database.getRange())
      if (typeof key === "number") yield [key, parseEntry(value)];
  } catch (error) {
    throw damaged(path, error);
  }
}

function damaged(path: string, cause: unknown): Error {
  return new Error(
    `The state file ${path} is damaged. Put back a copy of it, or begin with a new file.`,
    { cause },
  );
}

function write(database: Database, { entries, reserved }: StateChanges): void {
  database.transactionSync(() => {
    for (const [place, bytes] of entries)
      if (bytes) database.putSync(place, bytes);
      else database.removeSync(place);
    database.putSync(RESERVED, Buffer.from(String(reserved)));
  });
}

function inform<T>(path: string, verb: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `The state file ${path} cannot be ${verb}: ${reason}. Look whether its disk is full, and whether this user may write there.`,
      { cause: error },
    );
  }
}
