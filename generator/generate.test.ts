import {
  chmod,
  mkdir,
  readdir,
  readFile,
  rm,
  utimes,
  writeFile,
} from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import {
  addFiles,
  listTexts,
  listTimes,
  makeFolder,
} from "./emit/output/testing/folders.js";
import { generate, type Generated, type GenerateOptions } from "./generate.js";
import * as generatePackage from "./generate-package.js";
import { smallSet } from "./read/testing/small-set.js";
import { writeZip } from "./read/testing/write-zip.js";

vi.mock("./generate-package.js", { spy: true });

interface Case {
  readonly out: string;
  readonly source: string;
  readonly cache: string;
  /** Generates, and tells whether it did so anew or from memory. */
  readonly run: (
    changes?: Partial<GenerateOptions>,
  ) => Promise<[string, Generated]>;
}

async function makeCase(): Promise<Case> {
  const folder = await makeFolder({ "nsgen.js": "program 1" });
  await addFiles(join(folder, "wsdl"), smallSet());
  const [out, source, cache] = ["out", "wsdl", "cache"].map((name) =>
    join(folder, name),
  ) as [string, string, string]; // As many as there are names.
  const run: Case["run"] = async (changes = {}) => {
    const spy = vi.mocked(generatePackage.generatePackage);
    spy.mockClear();
    const result = await generate({
      source,
      out,
      records: null,
      operations: null,
      emit: "js",
      long: "number",
      dryRun: false,
      force: false,
      generatorVersion: "1.0.0",
      runtimeVersion: "^1.0.0",
      program: join(folder, "nsgen.js"),
      read: { cacheDir: cache },
      ...changes,
    });
    return [spy.mock.calls.length > 0 ? "anew" : "remembered", result];
  };
  return { out, source, cache, run };
}

const changesOf = ({ plan }: Generated): ReadonlySet<string> =>
  new Set(plan.files.map(({ change }) => change));

describe("a second run", () => {
  test("says the same from memory, and touches nothing", async () => {
    const { out, run } = await makeCase();
    await run();
    const before = await listTimes(out);
    const [, full] = await run({ force: true });
    const [how, again] = await run();
    expect(how).toBe("remembered");
    expect(again).toEqual(full);
    expect(changesOf(again)).toEqual(new Set(["unchanged"]));
    expect((await run({ dryRun: true }))[0]).toBe("remembered");
    expect(await listTimes(out)).toEqual(before);
  });

  test.each<[string, (source: string) => Promise<string>]>([
    [
      "a .wsdl file",
      (source) => Promise.resolve(join(source, "netsuite.wsdl")),
    ],
    [
      "a zip",
      async (source) => {
        const entries = Object.entries(smallSet());
        const path = join(source, "..", "set.zip");
        await writeFile(
          path,
          writeZip(entries.map(([name, content]) => ({ name, content }))),
        );
        return path;
      },
    ],
  ])("remembers %s", async (_, prepare) => {
    const { source, run } = await makeCase();
    const given = { source: await prepare(source) };
    expect((await run(given))[0]).toBe("anew");
    expect((await run(given))[0]).toBe("remembered");
    const bytes = await readFile(given.source);
    await writeFile(given.source, Buffer.concat([bytes, Buffer.from(" ")]));
    await run(given).catch(() => undefined);
    expect(vi.mocked(generatePackage.generatePackage)).toHaveBeenCalledOnce();
  });

  test("counts the bytes that it prints, whatever line ends a checkout has", async () => {
    const { out, run } = await makeCase();
    const [, { counts }] = await run();
    const texts = Object.entries(await listTexts(out));
    const files = texts.filter(([path]) => !path.endsWith("/"));
    for (const [path, text] of files)
      await writeFile(join(out, path), text.replaceAll("\n", "\r\n"));
    const [how, again] = await run();
    expect(how).toBe("remembered");
    expect(again.counts).toEqual(counts);
  });

  test("does not look at times", async () => {
    const { source, run } = await makeCase();
    await run();
    await utimes(join(source, "netsuite.wsdl"), 1, 1);
    expect((await run())[0]).toBe("remembered");
  });

  test("remembers an output that another run of the same source wrote", async () => {
    const { out, run } = await makeCase();
    await run({ out: `${out}2` });
    await run({ dryRun: true });
    expect((await run({ out: `${out}2` }))[0]).toBe("remembered");
  });
});

describe("generates anew", () => {
  const edits: [string, (each: Case) => Promise<unknown>][] = [
    [
      "an XSD has other bytes",
      async ({ source }) => {
        const path = join(source, "xsd", "core.xsd");
        await writeFile(path, `${await readFile(path, "utf8")}\n`);
      },
    ],
    [
      "the source has another file",
      ({ source }) => addFiles(source, { "more.xsd": "<x/>" }),
    ],
    ["a file is missing", ({ out }) => rm(join(out, "index.js"))],
    [
      "the manifest is missing",
      ({ out }) => rm(join(out, "nsgen.manifest.json")),
    ],
    [
      "a write is unfinished",
      ({ out }) => mkdir(join(out, ".nsgen-staging-0123")),
    ],
    [
      "the program is another",
      ({ out }) => addFiles(join(out, ".."), { "nsgen.js": "program 2" }),
    ],
    [
      "a module of the program is another",
      ({ out }) => addFiles(join(out, ".."), { "chunks/emit.js": "patched" }),
    ],
    ["the cache is empty", ({ cache }) => rm(cache, { recursive: true })],
    ["an entry is damaged", (each) => editEntry(each, () => "{")],
    [
      "an entry has another seal",
      (each) =>
        editEntry(each, (text) => text.replace(/"seal":"../, '"seal":"zz')),
    ],
    [
      "an entry has other counts",
      (each) =>
        editEntry(each, (text) => text.replace(/"types":\d+/, '"types":999')),
    ],
    [
      "an entry leaves out what was read",
      (each) =>
        editEntry(each, (text) =>
          text.replace(/"paths":\[.*?\]/, '"paths":[]'),
        ),
    ],
    [
      "an entry has no counts",
      (each) =>
        editEntry(each, (text) =>
          text.replace(/"counts":\{.*?\}/, '"counts":{}'),
        ),
    ],
  ];

  test.each(edits)("where %s", async (_, edit) => {
    const each = await makeCase();
    await each.run();
    await edit(each);
    // Some of these are conflicts, which generating anew says.
    await each.run().catch(() => undefined);
    expect(vi.mocked(generatePackage.generatePackage)).toHaveBeenCalledOnce();
  });

  test.each<[string, Partial<GenerateOptions>]>([
    ["--force", { force: true }],
    ["another package name", { packageName: "other" }],
    ["other records", { records: [] }],
    ["other operations", { operations: ["get"] }],
    ["TypeScript sources", { emit: "ts" }],
    ["bigint", { long: "bigint" }],
    ["another generator", { generatorVersion: "1.0.1" }],
    ["another runtime", { runtimeVersion: "^1.1.0" }],
    ["no program", { program: undefined }],
    ["a program that is not there", { program: "/nowhere" }],
  ])("for %s", async (_, changes) => {
    const { run } = await makeCase();
    await run();
    expect((await run({ dryRun: true, ...changes }))[0]).toBe("anew");
  });

  test("where an entry is that of another request", async () => {
    const { cache, run } = await makeCase();
    await run();
    const [first = ""] = await readdir(join(cache, "generated"));
    const text = await readFile(join(cache, "generated", first), "utf8");
    await run({ emit: "ts", dryRun: true });
    for (const name of await readdir(join(cache, "generated")))
      if (name !== first) await writeFile(join(cache, "generated", name), text);
    expect((await run({ emit: "ts", dryRun: true }))[0]).toBe("anew");
  });

  test("and refuses an edited file as ever", async () => {
    const { out, run } = await makeCase();
    await run();
    await addFiles(out, { "index.js": "mine" });
    await expect(run()).rejects.toThrow(
      `${out} cannot be written:\n  index.js was edited since nsgen wrote it.\nNothing was changed. Choose another folder with --out, or replace what nsgen would write there with --force.`,
    );
  });
});

test("the output says nothing of what is remembered", async () => {
  const { out, run } = await makeCase();
  await run();
  const remembered = await listTexts(out);
  await run({ out: `${out}2`, program: undefined });
  expect(await listTexts(`${out}2`)).toEqual(remembered);
});

test("a cache that cannot be written is no error", async () => {
  const { cache, run } = await makeCase();
  await writeFile(cache, "a file");
  expect((await run())[0]).toBe("anew");
  expect((await run())[0]).toBe("anew");
});

test("a cache that cannot be read is no error", async () => {
  const { cache, run } = await makeCase();
  await run();
  await chmod(join(cache, "generated"), 0o000);
  await expect(run()).resolves.toBeDefined();
  await chmod(join(cache, "generated"), 0o700);
});

test("runs at the same time leave one whole entry", async () => {
  const { cache, run } = await makeCase();
  await run();
  await Promise.all(
    Array.from({ length: 8 }, () => run({ force: true, dryRun: true })),
  );
  expect(await readdir(join(cache, "generated"))).toHaveLength(1);
  expect((await run())[0]).toBe("remembered");
});

test("at most 100 entries are kept, the newest", async () => {
  const { cache, run } = await makeCase();
  const folder = join(cache, "generated");
  await mkdir(folder, { recursive: true });
  for (let at = 0; at < 120; at++) {
    const path = join(folder, `${at}.json`);
    await writeFile(path, "{}");
    await utimes(path, at, at);
  }
  await run();
  const names = await readdir(folder);
  expect(names).toHaveLength(100);
  expect(names).toContain("119.json");
  expect(names).not.toContain("20.json");
  expect((await run())[0]).toBe("remembered");
});

async function editEntry(
  { cache }: Case,
  edit: (text: string) => string,
): Promise<void> {
  const folder = join(cache, "generated");
  for (const name of await readdir(folder)) {
    const text = await readFile(join(folder, name), "utf8");
    const edited = edit(text);
    expect(edited).not.toBe(text);
    await writeFile(join(folder, name), edited);
  }
}
