import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { sampleWsdl } from "../../test/wsdl-sets.js";
import {
  addFiles,
  listTexts,
  listTimes,
  makeFolder,
} from "../emit/output/testing/folders.js";
import { nsgen, type Run } from "./testing/nsgen.js";

const generate = (out: string, ...args: readonly string[]): Promise<Run> =>
  nsgen("--wsdl", sampleWsdl, "--out", out, ...args);

const makeOut = async (): Promise<string> => join(await makeFolder(), "out");

describe("generating", () => {
  test("prints what was generated, and again that nothing changed", async () => {
    const out = await makeOut();
    const first = await generate(out);
    expect(first).toMatchObject({ code: 0, stderr: "" });
    expect(first.stdout).toMatch(
      /^netsuite-2022-1: NetSuite 2022\.1\n {2}\d+ types, \d+ enumerations, \d+ operations, \d+ records\n {2}(\d+) files, [\d,]+ bytes, \1 changed\n {2}in .*, \d+\.\d s\n$/,
    );
    const before = await listTimes(out);
    const second = await generate(out);
    expect(second.stdout).toContain(" bytes, nothing changed\n");
    expect(await listTimes(out)).toEqual(before);
  });

  test("removes the files of before, and keeps those of others", async () => {
    const out = await makeOut();
    await generate(out, "--emit", "ts");
    await addFiles(out, { "notes.md": "mine" });
    await generate(out);
    const paths = Object.keys(await listTexts(out));
    expect(paths).toContain("notes.md");
    expect(paths).toContain("index.js");
    expect(paths).not.toContain("index.ts");
  });

  test("--quiet prints nothing", async () => {
    const out = await makeOut();
    const silent = { code: 0, stdout: "", stderr: "" };
    expect(await generate(out, "--quiet")).toEqual(silent);
    expect(await generate(out, "--quiet", "--check")).toEqual(silent);
    expect(await generate(out, "--quiet", "--dry-run")).toEqual(silent);
    expect(await generate(out, "--quiet", "--check", "--emit", "ts")).toEqual({
      ...silent,
      code: 1,
    });
  });

  test("--json prints one document", async () => {
    const out = await makeOut();
    const { code, stdout, stderr } = await generate(out, "--json");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({
      version: "2022.1",
      packageName: "netsuite-2022-1",
      digest: expect.stringMatching(/^sha256:[0-9a-f]{16}$/) as unknown,
      out,
      conflicts: [],
      files: expect.arrayContaining([
        { path: "index.js", change: "added" },
      ]) as unknown,
    });
  });

  test("--package names the package", async () => {
    const out = await makeOut();
    await generate(out, "--package", "@acme/netsuite");
    const text = await readFile(join(out, "package.json"), "utf8");
    expect(JSON.parse(text)).toMatchObject({ name: "@acme/netsuite" });
  });

  test("two runs give the same bytes", async () => {
    const [one, other] = [await makeOut(), await makeOut()];
    await generate(one);
    await generate(other);
    expect(await listTexts(one)).toEqual(await listTexts(other));
  });
});

describe("--check", () => {
  test("is 0 and writes nothing when fresh", async () => {
    const out = await makeOut();
    await generate(out);
    const before = await listTimes(out);
    expect(await generate(out, "--check")).toEqual({
      code: 0,
      stdout: `${out} is up to date.\n`,
      stderr: "",
    });
    expect(await listTimes(out)).toEqual(before);
  });

  test("is 1, lists and shows what differs, and writes nothing", async () => {
    const out = await makeOut();
    await generate(out);
    const index = join(out, "index.js");
    const text = await readFile(index, "utf8");
    await writeFile(index, text.replace("recordTypes", "recordKinds"));
    const before = await listTimes(out);
    const { code, stdout, stderr } = await generate(out, "--check");
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    expect(stdout).toMatch(
      /^changed {3}index\.js\nconflict: index\.js was edited since nsgen wrote it\.\n--- a\/index\.js\n\+\+\+ b\/index\.js\n@@ /,
    );
    expect(stdout).toContain(
      '\n-export { recordKinds } from "./records.js";\n',
    );
    expect(stdout).toContain(
      '\n+export { recordTypes } from "./records.js";\n',
    );
    expect(await listTimes(out)).toEqual(before);
  });

  test("is 1 where there is nothing yet, and makes no folder", async () => {
    const parent = await makeFolder();
    const { code, stdout } = await generate(join(parent, "out"), "--check");
    expect(code).toBe(1);
    expect(stdout).toMatch(/^added {5}README\.md\n/);
    expect(await listTexts(parent)).toEqual({});
  });
});

test("--dry-run lists what would be written", async () => {
  const parent = await makeFolder();
  const { code, stdout } = await generate(join(parent, "out"), "--dry-run");
  expect(code).toBe(0);
  expect(stdout).toMatch(/^added {5}README\.md\n/);
  expect(stdout).toContain(" to change\n  would be written to ");
  expect(await listTexts(parent)).toEqual({});
});

describe("what would be lost", () => {
  test("is kept, with 2, until --force", async () => {
    const out = await makeFolder({ "notes.md": "mine", "index.js": "mine" });
    const before = await listTexts(out);
    expect(await generate(out)).toEqual({
      code: 2,
      stdout: "",
      stderr: `nsgen: ${out} cannot be written:
  The folder has content that nsgen did not write (it has no readable nsgen.manifest.json).
Nothing was changed. Choose another folder with --out, or replace what nsgen would write there with --force.
`,
    });
    expect(await listTexts(out)).toEqual(before);
    expect((await generate(out, "--force")).code).toBe(0);
    expect((await listTexts(out))["notes.md"]).toBe("mine");
    expect((await generate(out, "--check")).code).toBe(0);
  });
});

describe("a subset", () => {
  test("names what there is not, with 2", async () => {
    const out = await makeOut();
    const { code, stdout, stderr } = await generate(
      out,
      "--records",
      "custmer,sales,customer",
      "--json",
    );
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^nsgen: There is no record "custmer"\. Did you mean customer\?\nThere is no record "sales"\. Did you mean salesOrder\?\nThe schema has these records: .*\.\n$/,
    );
    expect(JSON.parse(stdout)).toEqual({
      error: { message: stderr.trimEnd(), problems: [] },
    });
    expect(await generate(out, "--operations", "gett")).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(
        /^nsgen: There is no operation "gett"\. Did you mean get\?\nThe schema has these operations: /,
      ) as unknown,
    });
    expect(await listTexts(join(out, ".."))).toEqual({});
  });

  test("is smaller, and is what the manifest says", async () => {
    const out = await makeOut();
    const args = ["--records", "customer", "--operations", "get,search"];
    const { stdout } = await generate(out, ...args);
    expect(stdout).toMatch(/, 3 operations, 1 records\n/);
    const { "nsgen.manifest.json": manifest = "" } = await listTexts(out);
    expect(JSON.parse(manifest)).toMatchObject({
      options: { records: ["customer"], operations: ["get", "search"] },
    });
  });
});

describe("bad arguments are 2 and say why", () => {
  test.each([
    [[], "Missing required arguments: wsdl, out"],
    [["--out", "x"], "Missing required argument: wsdl"],
    [["--wsdl", "x", "--out"], "Not enough arguments following: out"],
    [
      ["--wsdl", "x", "--out", "y", "--frobnicate"],
      "Unknown argument: frobnicate",
    ],
    [["extra", "--wsdl", "x", "--out", "y"], "Unknown argument: extra"],
    [
      ["--wsdl", "x", "--out", "y", "--records", ""],
      "--records names nothing.",
    ],
    [
      ["--wsdl", "x", "--out", "y", "--operations", ","],
      "--operations names nothing.",
    ],
    [
      ["--wsdl", "x", "--wsdl", "z", "--out", "y"],
      "--wsdl is given more than once.",
    ],
    [
      ["--wsdl", "x", "--out", "y", "--emit", "py"],
      'Invalid values:\n  Argument: emit, Given: "py", Choices: "js", "ts"',
    ],
    [
      ["--wsdl", "x", "--out", "y", "--package", "Net Suite"],
      '--package "Net Suite" is not a package name: it may hold lower-case letters, digits, "-", ".", "_", and a scope such as @acme/.',
    ],
    [
      ["--wsdl", "x", "--out", "y", "--package", "../x"],
      '--package "../x" is not a package name: it may hold lower-case letters, digits, "-", ".", "_", and a scope such as @acme/.',
    ],
  ])("%j", async (args, message) => {
    expect(await nsgen(...args)).toEqual({
      code: 2,
      stdout: "",
      stderr: `nsgen: ${message}\nSee nsgen --help.\n`,
    });
  });
});

describe("bad input is 3", () => {
  test("a source that is not there", async () => {
    const out = await makeOut();
    const { code, stdout, stderr } = await nsgen(
      "--wsdl",
      "/nowhere/netsuite.wsdl",
      "--out",
      out,
      "--json",
    );
    expect(code).toBe(3);
    expect(stderr).toMatch(/^nsgen: there is no file or folder "\/nowhere/);
    expect(JSON.parse(stdout)).toMatchObject({
      error: { problems: [expect.anything()] },
    });
    expect(await listTexts(join(out, ".."))).toEqual({});
  });

  test("a file that is no WSDL", async () => {
    const folder = await makeFolder({ "a.wsdl": "<html><body>" });
    const run = await nsgen(
      "--wsdl",
      join(folder, "a.wsdl"),
      "--out",
      join(folder, "out"),
    );
    expect(run).toMatchObject({ code: 3, stdout: "" });
    expect(run.stderr).toMatch(/a\.wsdl:1:\d+/);
  });
});
