import {
  mkdir,
  readFile,
  rename,
  rm,
  symlink,
  writeFile,
} from "node:fs/promises";
import { dirname, join } from "node:path";
import { format } from "prettier";
import { describe, expect, test } from "vitest";
import { formatDiff } from "./diff.js";
import {
  formatManifest,
  hashText,
  MANIFEST,
  readManifest,
} from "./manifest.js";
import { planOutput, type OutputPlan } from "./plan.js";
import {
  addFiles,
  listTexts,
  listTimes,
  makeFolder,
} from "./testing/folders.js";
import { orderMoves, recoverOutput, writeOutput } from "./write.js";

type Files = Readonly<Record<string, string>>;

const ABOUT = { nsgen: "1.0.0", version: "2025.2", schema: "x", options: {} };

/** A package of these files, its manifest included. */
function packageOf(files: Files): ReadonlyMap<string, string> {
  const contents = new Map(Object.entries(files));
  return new Map([...contents, [MANIFEST, formatManifest(ABOUT, contents)]]);
}

const plan = (folder: string, files: Files): Promise<OutputPlan> =>
  planOutput(folder, packageOf(files));

const write = async (folder: string, files: Files): Promise<void> =>
  writeOutput(await plan(folder, files));

const changesOf = ({ files }: OutputPlan): Record<string, string> =>
  Object.fromEntries(files.map(({ path, change }) => [path, change]));

/** The texts of a folder but the manifest's. */
async function textsOf(folder: string): Promise<Record<string, string>> {
  const texts = Object.entries(await listTexts(folder));
  return Object.fromEntries(texts.filter(([path]) => path !== MANIFEST));
}

const OLD = { "a.js": "a\n", "types/b.ts": "b\n", "types/deep/c.ts": "c\n" };

describe("writing", () => {
  test("makes a folder with all files", async () => {
    const folder = join(await makeFolder(), "new", "package");
    await write(folder, OLD);
    expect(await textsOf(folder)).toEqual({
      ...OLD,
      "types/": "",
      "types/deep/": "",
    });
    expect((await readManifest(folder))?.files).toEqual({
      "a.js": hashText("a\n"),
      "types/b.ts": hashText("b\n"),
      "types/deep/c.ts": hashText("c\n"),
    });
  });

  test("changes, adds and removes; what is unchanged keeps its time", async () => {
    const folder = await makeFolder();
    await write(folder, OLD);
    const before = await listTimes(folder);
    const next = { "a.js": "a\n", "types/b.ts": "b2\n", "d.js": "d\n" };
    const planned = await plan(folder, next);
    expect(changesOf(planned)).toEqual({
      "a.js": "unchanged",
      "d.js": "added",
      [MANIFEST]: "changed",
      "types/b.ts": "changed",
      "types/deep/c.ts": "removed",
    });
    await writeOutput(planned);
    expect(await textsOf(folder)).toEqual({ ...next, "types/": "" });
    expect((await listTimes(folder))["a.js"]).toBe(before["a.js"]);
  });

  test("touches nothing when nothing changed", async () => {
    const folder = await makeFolder();
    await write(folder, OLD);
    const before = await listTimes(folder);
    await recoverOutput(folder);
    await write(folder, OLD);
    expect(await listTimes(folder)).toEqual(before);
  });

  test("leaves files that are not the package's", async () => {
    const folder = await makeFolder();
    await write(folder, OLD);
    await addFiles(folder, { "notes.md": "mine", "types/deep/own.ts": "mine" });
    const planned = await plan(folder, { "a.js": "a\n" });
    expect(planned.conflicts).toEqual([]);
    await writeOutput(planned);
    expect(await textsOf(folder)).toEqual({
      "a.js": "a\n",
      "notes.md": "mine",
      "types/": "",
      "types/deep/": "",
      "types/deep/own.ts": "mine",
    });
  });

  test("replaces a symbolic link, not what it leads to", async () => {
    const linked = await makeFolder();
    const other = await makeFolder({ "a.js": "a1\n" });
    await write(linked, { ...OLD, "a.js": "a1\n" });
    await rm(join(linked, "a.js"));
    await symlink(join(other, "a.js"), join(linked, "a.js"));
    await write(linked, OLD);
    expect(await readFile(join(linked, "a.js"), "utf8")).toBe("a\n");
    expect(await readFile(join(other, "a.js"), "utf8")).toBe("a1\n");
  });
});

function filesOnly(texts: Files): Files {
  return Object.fromEntries(
    Object.entries(texts).filter(([path]) => !path.endsWith("/")),
  );
}

describe("conflicts", () => {
  test("a folder with other content", async () => {
    const folder = await makeFolder({ "notes.md": "mine" });
    expect((await plan(folder, OLD)).conflicts).toEqual([
      "The folder has content that nsgen did not write (it has no readable nsgen.manifest.json).",
    ]);
  });

  test.each(["", "{", "[]", '{"files":[1]}', '{"files":{"a":1}}'])(
    "a manifest that says %j",
    async (text) => {
      const folder = await makeFolder({ [MANIFEST]: text });
      expect((await plan(folder, OLD)).conflicts).toHaveLength(1);
    },
  );

  test("an empty folder is none", async () => {
    expect((await plan(await makeFolder(), OLD)).conflicts).toEqual([]);
  });

  test("an edited file", async () => {
    const folder = await makeFolder();
    await write(folder, OLD);
    await writeFile(join(folder, "a.js"), "edited\n");
    expect((await plan(folder, OLD)).conflicts).toEqual([
      "a.js was edited since nsgen wrote it.",
    ]);
    expect((await plan(folder, {})).conflicts).toEqual([
      "a.js was edited since nsgen wrote it.",
    ]);
  });

  test("a file of another hand where a new one goes", async () => {
    const folder = await makeFolder();
    await write(folder, OLD);
    await addFiles(folder, { "d.js": "mine" });
    expect((await plan(folder, { ...OLD, "d.js": "d\n" })).conflicts).toEqual([
      "d.js is in the way; nsgen did not write it.",
    ]);
  });

  test("a folder where a file goes", async () => {
    const folder = await makeFolder();
    await write(folder, OLD);
    await mkdir(join(folder, "d.js"));
    expect((await plan(folder, { ...OLD, "d.js": "d\n" })).conflicts).toEqual([
      "d.js is a folder; nsgen has a file of that name.",
    ]);
  });

  test("line ends of a checkout are none", async () => {
    const folder = await makeFolder();
    await write(folder, OLD);
    for (const [path, text] of Object.entries(
      filesOnly(await listTexts(folder)),
    )) {
      await writeFile(join(folder, path), text.replaceAll("\n", "\r\n"));
    }
    const planned = await plan(folder, OLD);
    expect(planned.conflicts).toEqual([]);
    expect(new Set(Object.values(changesOf(planned)))).toEqual(
      new Set(["unchanged"]),
    );
  });

  test("a file as the output folder is an error that names it", async () => {
    const folder = await makeFolder({ file: "mine" });
    await expect(plan(join(folder, "file"), OLD)).rejects.toThrow(
      `ENOTDIR: not a directory, scandir '${join(folder, "file")}'`,
    );
  });

  test.each([
    "../victim.txt",
    "types/../../victim.txt",
    "/etc/hostname",
    "C:\\victim.txt",
    "..\\victim.txt",
    "",
  ])("a manifest that lists %j is not followed", async (listed) => {
    const parent = await makeFolder({ "victim.txt": "mine" });
    const folder = join(parent, "out");
    const manifest = { ...ABOUT, files: { [listed]: hashText("mine") } };
    await addFiles(folder, { [MANIFEST]: JSON.stringify(manifest) });
    const planned = await plan(folder, OLD);
    expect(planned.conflicts).toHaveLength(1);
    expect(planned.files.map(({ path }) => path)).not.toContain(listed);
    await writeOutput(planned);
    expect(await readFile(join(parent, "victim.txt"), "utf8")).toBe("mine");
  });
});

describe("a write that does not come to its end", () => {
  const NEXT = { "a.js": "a2\n", "types/b.ts": "b2\n", "z/z.js": "z\n" };

  test("is undone when a move fails", async () => {
    const folder = await makeFolder();
    await write(folder, OLD);
    const planned = await plan(folder, { ...NEXT, "y.js": "y\n" });
    await addFiles(folder, { "y.js/inner.txt": "mine" });
    const before = await listTexts(folder);
    await expect(writeOutput(planned)).rejects.toThrow(/y\.js/);
    expect(await listTexts(folder)).toEqual(before);
  });

  test("leaves no new folder behind", async () => {
    const folder = join(await makeFolder(), "new");
    const planned = await plan(folder, { "a.js": "a\n", "a.js/b.js": "b\n" });
    await expect(writeOutput(planned)).rejects.toThrow();
    expect(await textsOf(join(folder, ".."))).toEqual({});
  });

  test("leaves nothing that can be imported: the entry leaves first and comes last", async () => {
    const folder = await makeFolder();
    await write(folder, { "index.js": "i\n", "z.js": "z\n" });
    const { files } = await plan(folder, {
      "index.js": "i2\n",
      "z.js": "z2\n",
    });
    const moves = orderMoves(files).map(({ goes, path }) => `${goes} ${path}`);
    expect(moves).toEqual([
      "out index.js",
      `out ${MANIFEST}`,
      "out z.js",
      "in z.js",
      "in index.js",
      `in ${MANIFEST}`,
    ]);
  });

  test.each([0, 1, 2, 3, 4, 5, 6, 7])(
    "is undone at the next run when the process was killed after %i moves",
    async (moves) => {
      const folder = await makeFolder();
      await write(folder, OLD);
      const before = await listTexts(folder);
      await killAfter(moves, folder, await plan(folder, NEXT));
      await recoverOutput(folder);
      expect(await listTexts(folder)).toEqual(before);
    },
  );

  test("that was killed while staging leaves nothing", async () => {
    const folder = await makeFolder();
    await write(folder, OLD);
    const before = await listTexts(folder);
    await addFiles(folder, { ".nsgen-staging-0123/new/a.js": "half" });
    await recoverOutput(folder);
    expect(await listTexts(folder)).toEqual(before);
  });
});

/** Leaves a folder as writeOutput does when the process ends after so many of its moves. */
async function killAfter(
  moves: number,
  folder: string,
  { files }: OutputPlan,
): Promise<void> {
  const staging = join(folder, ".nsgen-staging-0123");
  const pending = files.filter(({ change }) => change !== "unchanged");
  await addFiles(staging, {
    ...Object.fromEntries(
      pending.flatMap(({ path, after }) =>
        after === null ? [] : [[`new/${path}`, after]],
      ),
    ),
    "journal.json": JSON.stringify({
      replaced: pending
        .filter(({ before }) => before !== null)
        .map(({ path }) => path),
      added: pending
        .filter(({ before }) => before === null)
        .map(({ path }) => path),
    }),
  });
  for (const { path, goes } of orderMoves(files).slice(0, moves)) {
    const [from, to] =
      goes === "out"
        ? [join(folder, path), join(staging, "old", path)]
        : [join(staging, "new", path), join(folder, path)];
    await mkdir(dirname(to), { recursive: true });
    await rename(from, to);
  }
}

describe("a diff", () => {
  test("is unified, of what changes only", async () => {
    const folder = await makeFolder();
    await write(folder, { "a.js": "1\n2\n", "b.js": "b\n", "c.js": "c\n" });
    const planned = await plan(folder, {
      "a.js": "1\n3\n",
      "b.js": "b\n",
      "d.js": "d\n",
    });
    const files = planned.files.filter(({ path }) => path !== MANIFEST);
    expect(formatDiff({ ...planned, files })).toBe(`--- a/a.js
+++ b/a.js
@@ -1,2 +1,2 @@
 1
-2
+3
--- a/c.js
+++ /dev/null
@@ -1,1 +0,0 @@
-c
--- /dev/null
+++ b/d.js
@@ -0,0 +1,1 @@
+d
`);
  });

  test("says only so where too much differs", () => {
    const lines = (text: string): string =>
      Array.from({ length: 3000 }, (_, at) => `${text}${at}\n`).join("");
    const file = { path: "a.js", change: "changed" } as const;
    const files = [{ ...file, before: lines("a"), after: lines("b") }];
    expect(formatDiff({ folder: "", files, conflicts: [] })).toBe(
      "--- a/a.js\n+++ b/a.js\n(changed: more than 2000 lines differ)\n",
    );
  });
});

test.each([[["customer"]], [[]], [null]])(
  "a manifest of the records %j is as prettier leaves it",
  async (records) => {
    for (let length = 0; length < 90; length++) {
      const names = records?.map((each) => each + "x".repeat(length)) ?? null;
      const text = formatManifest(
        { ...ABOUT, options: { records: names, operations: names } },
        new Map([["a.js", ""]]),
      );
      expect(text).toBe(await format(text, { parser: "json" }));
    }
  },
);
