import { format } from "prettier";
import { describe, expect, test } from "vitest";
import { formatManifest, MANIFEST } from "../../generator/emit/index.js";
import { emit, SOURCES } from "./packages.js";

describe.each(SOURCES)("the package of $name", ({ path }) => {
  test.each([
    { emit: "js", long: "number" },
    { emit: "ts", long: "bigint" },
  ] as const)("is as prettier leaves it, --emit $emit", async (options) => {
    const { files, digest } = await emit(path, options);
    const manifest = formatManifest(
      {
        nsgen: "0.0.0",
        version: "2025.2",
        schema: digest,
        options: { ...options, records: ["customer"], operations: ["get"] },
      },
      files,
    );
    const changed: string[] = [];
    for (const [file, text] of [...files, [MANIFEST, manifest] as const]) {
      if (text !== (await format(text, { filepath: file }))) changed.push(file);
    }
    expect(changed).toEqual([]);
  });
});
