import { mkdir, readFile, rm, rmdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { WORKING_FILES } from "./plan.js";

/** A package is written within a second. */
const DEFAULT_PATIENCE_MS = 10_000;
const POLL_MS = 100;

/** Within this time a new lock names its owner. */
const OWNER_DELAY_MS = 200;

/** Another process is writing into the output folder. */
export class OutputBusyError extends Error {
  override readonly name = "OutputBusyError";

  constructor(folder: string, lock: string, pid: number) {
    super(
      `another nsgen (process ${pid}) is writing into ${folder}. Nothing was changed.\nRun nsgen again when it is done; if no such process runs, remove ${lock}.`,
    );
  }
}

/**
 * Runs an action on a folder, which is made where it is missing, while no other nsgen does so. The lock of a process that was killed does
 * not count. Waits for another one `patienceMs`, by default 10 s. A folder that was made is removed again where the action leaves it empty.
 *
 * @throws OutputBusyError when another process holds the lock.
 */
export async function lockOutput<Result>(
  folder: string,
  action: () => Promise<Result>,
  patienceMs = DEFAULT_PATIENCE_MS,
): Promise<Result> {
  const made = await mkdir(folder, { recursive: true });
  const lock = join(folder, `${WORKING_FILES}lock`);
  await acquire(folder, lock, patienceMs);
  try {
    return await action();
  } finally {
    await rm(lock, { force: true });
    // Fails where the folder is not empty, which is as it should be.
    if (made !== undefined) await rmdir(folder).catch(() => undefined);
  }
}

async function acquire(
  folder: string,
  lock: string,
  patienceMs: number,
): Promise<void> {
  for (let waitedMs = 0; ; waitedMs += POLL_MS) {
    // A folder that the other process made for nothing is gone with its lock.
    await mkdir(folder, { recursive: true });
    try {
      await writeFile(lock, String(process.pid), { flag: "wx" });
      return;
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : "";
      if (code !== "EEXIST" && code !== "ENOENT") throw error;
    }
    const pid = await readOwner(lock);
    if (!isRunning(pid)) await rm(lock, { force: true });
    else if (waitedMs < patienceMs) await wait(POLL_MS);
    else throw new OutputBusyError(folder, lock, pid);
  }
}

/** The process that a lock names; 0 where it names none. */
async function readOwner(lock: string): Promise<number> {
  const read = (): Promise<string> => readFile(lock, "utf8").catch(() => "");
  // It is made first and written a moment later.
  const text = (await read()) || (await wait(OWNER_DELAY_MS).then(read));
  return Number(text);
}

/** Whether another process of this id runs. */
function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // A process of another user may not be asked, but is there.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
