import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { createFileState } from "./file-state.js";
import { createMemoryState } from "./memory-state.js";

const folder = await mkdtemp(join(tmpdir(), "nsgen-state-"));
afterAll(() => rm(folder, { recursive: true }));

describe.each([
  { kind: "memory", create: () => Promise.resolve(createMemoryState()) },
  { kind: "a file", create: () => createFileState(join(folder, "contract")) },
])("a state in $kind", ({ create }) => {
  test("tables, their entries in the order they were first put, and numbers", async () => {
    const state = await create();
    const table = state.table<number>("one");
    table.put("b", 1);
    table.put("a", 2);
    table.put("c", 3);
    table.put("b", 4);
    table.delete("a");
    table.delete("never");
    table.put("a", 5);
    state.table<string>("two").put("a", "other");
    expect([...state.table<number>("one").entries()]).toEqual([
      ["b", 4],
      ["c", 3],
      ["a", 5],
    ]);
    expect(table.size).toBe(3);
    expect(table.get("c")).toBe(3);
    expect(table.get("never")).toBeUndefined();
    expect(state.nextNumber()).toBe(1);
    state.skipNumbers(500);
    state.skipNumbers(7);
    expect(state.nextNumber()).toBe(501);
    await state.saved();
    await state.close();
  });
});
