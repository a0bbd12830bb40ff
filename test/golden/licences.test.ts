import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { collectLicences } from "../../scripts/collect-licences.js";

/** Lays out packages, and collects the licences of a module of each. */
async function collect(
  packages: Readonly<Record<string, Readonly<Record<string, string>>>>,
): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "nsgen-licences-"));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  for (const [name, files] of Object.entries(packages)) {
    const home = join(root, "node_modules", name);
    await mkdir(home, { recursive: true });
    for (const [path, text] of Object.entries(files))
      await writeFile(join(home, path), text);
  }
  const modules = Object.keys(packages).map(
    (name) => `node_modules/${name}/dist/index.js`,
  );
  return collectLicences(root, [...modules, "generator/generate.ts"]);
}

const manifestOf = (name: string, more: object = {}): string =>
  JSON.stringify({ name, version: "1.0.0", license: "MIT", ...more });

test("each bundled package has its licence's text, or its author's name", async () => {
  const texts = await collect({
    "@a/b": { "package.json": manifestOf("@a/b"), LICENSE: "Text 1\n" },
    c: { "package.json": manifestOf("c"), "LICENSE-MIT.txt": "Text 2\n" },
    d: { "package.json": manifestOf("d", { author: "Ann <a@b.c>" }) },
    e: { "package.json": manifestOf("e", { author: { name: "Eve" } }) },
  });
  expect(texts.split(`\n${"-".repeat(72)}\n\n`)).toEqual([
    "@a/b 1.0.0 (MIT)\n\nText 1\n",
    "c 1.0.0 (MIT)\n\nText 2\n",
    "d 1.0.0 (MIT)\n\nPublished by Ann <a@b.c> under the MIT licence, without its text.\n",
    "e 1.0.0 (MIT)\n\nPublished by Eve under the MIT licence, without its text.\n",
  ]);
});

test("a package on unknown terms is not bundled", async () => {
  await expect(
    collect({ f: { "package.json": manifestOf("f") } }),
  ).rejects.toThrow(
    "f is bundled and has no licence file, nor a licence and an author in its package.json: find out on what terms it may be passed on.",
  );
});
