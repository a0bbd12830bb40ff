import { spawnSync } from "node:child_process";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lockOutput, OutputBusyError } from "./lock.js";
import { addFiles, listTexts, makeFolder } from "./testing/folders.js";

const LOCK = ".nsgen-lock";

test("only one process at a time works on a folder, which is left as it was", async () => {
  const folder = await makeFolder();
  // The parent of this process runs as long as this test.
  await addFiles(folder, { [LOCK]: String(process.ppid) });
  const error: unknown = await lockOutput(
    folder,
    () => Promise.resolve(),
    0,
  ).catch((each: unknown) => each);
  expect(error).toBeInstanceOf(OutputBusyError);
  expect(error).toMatchObject({
    message: `another nsgen (process ${process.ppid}) is writing into ${folder}. Nothing was changed.\nRun nsgen again when it is done; if no such process runs, remove ${join(folder, LOCK)}.`,
  });
  expect(await listTexts(folder)).toEqual({ [LOCK]: String(process.ppid) });
});

test("the end of another process is waited for", async () => {
  const folder = await makeFolder();
  await addFiles(folder, { [LOCK]: String(process.ppid) });
  const done = lockOutput(folder, () => Promise.resolve("done"));
  await rm(join(folder, LOCK));
  expect(await done).toBe("done");
});

test.each([
  ["a process that has ended", () => String(spawnSync("node", ["-v"]).pid)],
  ["nobody", () => ""],
  ["no process", () => "x"],
])("the lock of %s does not count", async (_, owner) => {
  const folder = await makeFolder();
  await addFiles(folder, { [LOCK]: owner() });
  expect(await lockOutput(folder, () => listTexts(folder))).toEqual({
    [LOCK]: String(process.pid),
  });
  expect(await listTexts(folder)).toEqual({});
});

test("a folder that was made for nothing is removed, and any other kept", async () => {
  const folder = await makeFolder();
  const fail = (): Promise<never> => Promise.reject(new Error("no"));
  await expect(lockOutput(join(folder, "new"), fail)).rejects.toThrow("no");
  expect(await listTexts(folder)).toEqual({});
  await expect(lockOutput(folder, fail)).rejects.toThrow("no");
  expect(await listTexts(folder)).toEqual({});
});
