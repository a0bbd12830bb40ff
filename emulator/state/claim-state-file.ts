import type { Database, Key } from "lmdb";

/**
 * Makes sure that nobody else has a state file open: what another writes would not be seen here.
 *
 * LMDB's lock file lists who reads, and drops those whose process ended, by locks of the system's; whoever has read
 * stays in the list. So the claim is a read, and comes before the look at others: of two who claim at once, both may
 * be refused, but never neither.
 *
 * @throws Error that names the other process
 */
export function claimStateFile<V, K extends Key>(
  path: string,
  database: Database<V, K>,
): void {
  const before = listReaders(database);
  if (before.includes(process.pid)) refuse(path, process.pid);
  database.useReadTransaction().done();
  const other = listReaders(database).find((pid) => pid !== process.pid);
  if (other !== undefined) refuse(path, other);
}

function refuse(path: string, pid: number): never {
  const whose = pid === process.pid ? "this process" : `process ${pid}`;
  throw new Error(
    `The state file ${path} is open in ${whose}. Close that emulator first, or give another file.`,
  );
}

/** Process ids: the first number of each line but the heading. */
function listReaders<V, K extends Key>(
  database: Database<V, K>,
): readonly number[] {
  return [...database.readerList().matchAll(/^\s*(\d+)\s/gm)].map(([, pid]) =>
    Number(pid),
  );
}
