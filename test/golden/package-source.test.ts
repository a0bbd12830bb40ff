import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { emitPackage, type EmitOptions } from "../../generator/emit/index.js";
import {
  listTexts,
  makeFolder,
} from "../../generator/emit/output/testing/folders.js";
import { generate } from "../../generator/generate.js";
import { readPackage } from "../../generator/read/index.js";
import { OPTIONS, read, SOURCES, withoutSources } from "./packages.js";

async function generateInto(
  out: string,
  source: string,
  options: Partial<EmitOptions> = {},
): Promise<string> {
  const { digest } = await generate({
    ...OPTIONS,
    ...options,
    source,
    out,
    records: null,
    operations: null,
    dryRun: false,
    force: false,
  });
  return digest;
}

describe.each(SOURCES)("the package of $name", ({ path }) => {
  test.each(["js", "ts"] as const)(
    "is a source of the same model and bytes, --emit %s",
    async (emit) => {
      const parent = await makeFolder();
      const [first, again] = [join(parent, "first"), join(parent, "again")];
      const digest = await generateInto(first, path, { emit });
      expect(await read(first)).toEqual(withoutSources(await read(path)));
      expect(await generateInto(again, first, { emit })).toBe(digest);
      expect(await listTexts(again)).toEqual(await listTexts(first));
    },
  );
});

test("a package in a checkout with CRLF is the same source", async () => {
  const [sample] = SOURCES;
  const schema = await read(sample?.path ?? "");
  const folder = await makeFolder();
  for (const [path, text] of emitPackage(schema, OPTIONS).files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text.replaceAll("\n", "\r\n"));
  }
  expect(await readPackage(folder)).toEqual(withoutSources(schema));
});

test.each([
  [
    (): string => "export const schema = 1;",
    "has a manifest of nsgen, but no schema.js or schema.ts with a descriptor",
  ],
  [
    (text: string): string =>
      text.replace("nsgen-descriptor 1", "nsgen-descriptor 9"),
    'This package\'s descriptor begins with "nsgen-descriptor 9", not with "nsgen-descriptor 1".',
  ],
  [
    (text: string): string => text.replace('{"version":', '{"version'),
    "cannot be read: ",
  ],
  [
    (text: string): string => text.slice(0, text.length / 2) + "`);\n",
    "cannot be read: ",
  ],
])(
  "a descriptor that was broken is an input error: %#",
  async (spoil, message) => {
    const [sample] = SOURCES;
    const folder = await makeFolder();
    const out = join(folder, "out");
    await generateInto(out, sample?.path ?? "");
    const file = join(out, "schema.js");
    await writeFile(file, spoil(await readFile(file, "utf8")));
    const failed = read(out);
    await expect(failed).rejects.toThrow(message);
    await expect(failed).rejects.toMatchObject({ name: "InputError" });
  },
);
