import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { sampleWsdl } from "../../test/wsdl-sets.js";
import { addFiles, makeFolder } from "../emit/output/testing/folders.js";
import { reportError } from "./report-error.js";
import { nsgen } from "./testing/nsgen.js";

test.each([
  [
    "EACCES",
    "permission denied, mkdir 'out'",
    "Check that the folder can be written.",
  ],
  [
    "ENOTDIR",
    "not a directory, scandir 'out'",
    "A file is where the folder, or one above it, should be: choose another folder with --out.",
  ],
  [
    "ENOSPC",
    "no space left on device, write",
    "The disk is full: make room, and run nsgen again.",
  ],
  [
    "EBUSY",
    "resource busy or locked, rename 'a' -> 'b'",
    "Another program uses the file or folder: close it, and run nsgen again.",
  ],
])("what to do about %s", (code, says, remedy) => {
  const error = Object.assign(new Error(`${code}: ${says}`), {
    code,
    syscall: "x",
  });
  const write = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  try {
    expect(reportError(error, false)).toBe(2);
    expect(write.mock.calls).toEqual([
      [`nsgen: ${code}: ${says}\n${remedy}\n`],
    ]);
  } finally {
    write.mockRestore();
  }
});

test("a folder in place of a file stays, and what to do is said", async () => {
  const out = join(await makeFolder(), "out");
  const generate = ["--wsdl", sampleWsdl, "--out", out, "--quiet"];
  await nsgen(...generate);
  await rm(join(out, "client.js"));
  await mkdir(join(out, "client.js"));
  await addFiles(out, { "client.js/notes.md": "mine" });
  const { code, stderr } = await nsgen(...generate, "--force");
  expect(code).toBe(2);
  expect(stderr).toMatch(
    /^nsgen: .*client\.js'\nA folder is where a file should be: move it away, or choose another folder with --out\.\n$/,
  );
  expect(await readdir(join(out, "client.js"))).toEqual(["notes.md"]);
});
