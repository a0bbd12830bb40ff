import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { open } from "lmdb";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bundleModule } from "../../test/durability/bundle-module.js";
import { createFileState } from "./file-state.js";
import type { State } from "./state.js";

const execute = promisify(execFile);
const folder = await mkdtemp(join(tmpdir(), "nsgen-state-"));
let files = 0;
let child: string;

/** A path where nothing is. */
function freshPath(): string {
  return join(folder, `state-${++files}.nsgen`);
}

beforeAll(async () => {
  child = await bundleModule(
    join(import.meta.dirname, "fixtures/state-process.ts"),
    folder,
  );
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));

async function reopen(state: State, path: string): Promise<State> {
  await state.close();
  return createFileState(path);
}

test("values come back as they were", async () => {
  const path = freshPath();
  const odd: unknown = JSON.parse(
    '{ "__proto__": { "constructor": 1 }, "": 2 }',
  );
  const values: unknown[] = [
    null,
    true,
    -0,
    NaN,
    Infinity,
    2n ** 80n,
    "lone \ud800 surrogate, and a zero \u0000",
    "x".repeat(20_000_000),
    odd,
    [[], [1, [2, "3"]], { a: [undefined] }],
    { left: undefined, list: { $type: "Customer", internalId: "7" } },
    new Uint8Array(0),
    { content: Uint8Array.of(1, 2, 255), again: [Uint8Array.of(9)] },
  ];
  const keys = values.map((_, at) => `${at}`);
  keys.push("k".repeat(100_000), "", "__proto__", "\udfff", "emoji 😀");
  let state = await createFileState(path);
  const table = state.table<unknown>("values");
  keys.forEach((key, at) => {
    table.put(key, values[at] ?? at);
  });
  state = await reopen(state, path);
  const read = state.table<unknown>("values");
  expect([...read.entries()]).toStrictEqual(
    keys.map((key, at) => [key, values[at] ?? at]),
  );
  await state.close();
});

test("bytes come back in memory of their own, and without what they were cut from", async () => {
  const path = freshPath();
  const whole = new Uint8Array(1_000_000);
  let state = await createFileState(path);
  state.table("files").put("a", { content: whole.subarray(5, 8) });
  state = await reopen(state, path);
  const read = state.table<{ content: Uint8Array }>("files").get("a");
  expect(read?.content.constructor).toBe(Uint8Array);
  expect(read?.content.buffer.byteLength).toBe(3);
  await state.close();
  expect((await stat(path)).size).toBeLessThan(100_000);
});

test("a value that is no plain data is refused when it is put", async () => {
  const state = await createFileState(freshPath());
  const table = state.table<unknown>("things");
  for (const value of [() => 1, { a: Symbol("x") }, new Float64Array(1)])
    expect(() => {
      table.put("a", value);
    }).toThrow(
      'The entry "a" of the table "things" is no plain data. Store values without functions and symbols.',
    );
  expect(table.size).toBe(0);
  await state.saved();
  await state.close();
});

test("entries keep their order over restarts", async () => {
  const path = freshPath();
  let state = await createFileState(path);
  for (let at = 0; at < 300; at++) {
    state.table("a").put(`key ${at * 7919}`, at);
    state.table("b").put(`key ${at}`, at);
  }
  state = await reopen(state, path);
  state.table("a").delete("key 0");
  state.table("a").put("key 7919", "changed");
  state.table("a").put("key 0", "new");
  state = await reopen(state, path);
  const entries = [...state.table("a").entries()];
  expect(entries.length).toBe(300);
  expect(entries[0]).toEqual(["key 7919", "changed"]);
  expect(entries[1]).toEqual([`key ${2 * 7919}`, 2]);
  expect(entries.at(-1)).toEqual(["key 0", "new"]);
  expect([...state.table("b").entries()].map(([, at]) => at)).toEqual(
    Array.from({ length: 300 }, (_, at) => at),
  );
  await state.close();
});

test("numbers go on after a restart, without one being left out or given again", async () => {
  const path = freshPath();
  let state = await createFileState(path);
  expect([state.nextNumber(), state.nextNumber()]).toEqual([1, 2]);
  state = await reopen(state, path);
  expect(state.nextNumber()).toBe(3);
  state.skipNumbers(1000);
  state = await reopen(state, path);
  expect(state.nextNumber()).toBe(1001);
  await state.close();
});

test("a number is not given again after a kill", async () => {
  const path = freshPath();
  const process = startChild("numbers", path);
  const [printed] = (await once(process.stdout, "data")) as [Buffer];
  process.kill("SIGKILL");
  await once(process, "close");
  const state = await createFileState(path);
  expect(Number(printed)).toBe(250);
  expect(state.nextNumber()).toBeGreaterThan(250);
  expect(state.nextNumber()).toBeLessThan(400);
  await state.close();
});

test("where the file was taken away, a state begins anew", async () => {
  const path = freshPath();
  let state = await createFileState(path);
  state.table("a").put("k", 1);
  await state.close();
  await rm(path);
  state = await createFileState(path);
  expect(state.table("a").size).toBe(0);
  expect(state.nextNumber()).toBe(1);
  await state.close();
});

test("a file that is written again and again does not grow", async () => {
  const path = freshPath();
  const state = await createFileState(path);
  for (let at = 0; at < 400; at++) {
    state.table("a").put("k", "x".repeat(50_000));
    await state.saved();
  }
  await state.close();
  expect((await stat(path)).size).toBeLessThan(1_000_000);
});

test("a second emulator does not open the file, by whatever path", async () => {
  const path = freshPath();
  const link = freshPath();
  const state = await createFileState(path);
  await symlink(path, link);
  for (const each of [path, link])
    await expect(createFileState(each)).rejects.toThrow(
      `The state file ${each} is open in this process. Close that emulator first, or give another file.`,
    );
  state.table("a").put("k", 1);
  await state.saved();
  const { stdout } = await execute(process.execPath, [child, "open", path]);
  expect(stdout).toBe(
    `The state file ${path} is open in process ${process.pid}. Close that emulator first, or give another file.`,
  );
  await (await reopen(state, path)).close();
});

test("the file of a process that was killed opens", async () => {
  const path = freshPath();
  const process = startChild("numbers", path);
  await once(process.stdout, "data");
  await expect(createFileState(path)).rejects.toThrow(
    `The state file ${path} is open in process ${process.pid ?? ""}. Close that emulator first, or give another file.`,
  );
  process.kill("SIGKILL");
  await once(process, "close");
  await (await createFileState(path)).close();
});

test.each([
  {
    given: '{ "records": [] }',
    want: "is no state file of an emulator. Give the path of one, or one where nothing is yet.",
  },
  {
    given: "A".repeat(100_000),
    want: "is no state file of an emulator. Give the path of one, or one where nothing is yet.",
  },
])("a file that is none is refused: $given.length bytes", async (row) => {
  const path = freshPath();
  await writeFile(path, row.given);
  await expect(createFileState(path)).rejects.toThrow(`${path} ${row.want}`);
});

test("an empty file becomes a state, a folder does not", async () => {
  const path = freshPath();
  await writeFile(path, "");
  await (await createFileState(path)).close();
  await expect(createFileState(folder)).rejects.toThrow(
    `${folder} is a folder. Give the path of a state file, or one where nothing is yet.`,
  );
});

test.each([
  {
    given: "of another program",
    rows: { config: "true" },
    want: (path: string) =>
      `${path} is an LMDB file of another program. Give the path of a state file, or one where nothing is yet.`,
  },
  {
    given: "of a later version",
    rows: { format: "nsgen-emulator-state 2" },
    want: (path: string) =>
      `The state file ${path} has format 2, and this emulator reads format 1. Use the version of nsgen-emulator that wrote it, or a later one.`,
  },
  {
    given: "with an entry that is none",
    rows: { format: "nsgen-emulator-state 1", "1": "?" },
    want: (path: string) =>
      `The state file ${path} is damaged. Put back a copy of it, or begin with a new file.`,
  },
])("an LMDB file $given is refused", async ({ rows, want }) => {
  const path = freshPath();
  const database = open<Uint8Array, string | number>({
    path,
    noSubdir: true,
    encoding: "binary",
  });
  for (const [key, value] of Object.entries(rows))
    await database.put(Number(key) || key, Buffer.from(value));
  await database.close();
  await expect(createFileState(path)).rejects.toThrow(want(path));
  // Refused, and let go.
  await expect(createFileState(path)).rejects.toThrow(want(path));
});

test.each([100, 8192, 20_000])(
  "a file that was cut after %i bytes is refused, and ends no process",
  async (bytes) => {
    const path = freshPath();
    const { stdout } = await execute(process.execPath, [
      child,
      "cut",
      path,
      String(bytes),
    ]);
    expect(stdout).toMatch(/is damaged|is no state file/);
  },
);

test("where the disk is full saved() rejects, and what was saved stays", async () => {
  const path = freshPath();
  const { stdout } = await execute("bash", [
    "-c",
    // No file may be longer than 800 kB: as good as a disk that is full.
    'ulimit -f 800; exec "$0" "$1" fill "$2"',
    process.execPath,
    child,
    path,
  ]);
  expect(JSON.parse(stdout)).toEqual({
    refused: expect.stringMatching(
      /^The state file .* cannot be written: .*\. Look whether its disk is full, and whether this user may write there\.$/,
    ) as unknown,
    afterwards: "saved",
  });
  const state = await createFileState(path);
  expect([...state.table("a").entries()].map(([key]) => key)).toEqual([
    "before",
    "after",
  ]);
  await state.close();
});

function startChild(task: string, path: string): ReturnType<typeof spawnNode> {
  return spawnNode([child, task, path]);
}

function spawnNode(args: readonly string[]) {
  return spawn(process.execPath, args, {
    stdio: ["ignore", "pipe", "inherit"],
  });
}
