import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { compile, compilers, strict } from "./compile.js";
import {
  formatExpected,
  formatFound,
  readExpectedErrors,
} from "./expected-errors.js";
import { createWorkspace } from "./workspace.js";

const wrong = readExpectedErrors(
  fileURLToPath(new URL("wrong", import.meta.url)),
);

const { folder, sources, remove } = await createWorkspace();

afterAll(remove);

describe.each(Object.entries(compilers))("TypeScript %s", (version, tsc) => {
  test("packages and right uses compile, wrong ones get these errors", async () => {
    const folders = sources
      .filter((name) => /^(sample|v2022_1|v2025_2)$/.test(name))
      .map((name) => `${name}-js/wrong`);
    const found = await compile(tsc, folder, `strict-${version}`, strict, [
      "*/netsuite/**/*",
      "*/right/*",
      "*/bigint/*",
      ...folders.map((each) => `${each}/*`),
    ]);
    const isIn = (each: string, file: string): boolean =>
      file.startsWith(`${each}/`);
    expect(
      found.filter(({ file }) => !folders.some((each) => isIn(each, file))),
    ).toEqual([]);
    for (const each of folders)
      expect(
        formatFound(
          each,
          wrong,
          found.filter(({ file }) => isIn(each, file)),
        ),
      ).toEqual(formatExpected(each, wrong));
  });

  test("packages and right uses compile with every stricter option", async () => {
    const options = {
      ...strict,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      noPropertyAccessFromIndexSignature: true,
      noImplicitOverride: true,
      verbatimModuleSyntax: true,
      isolatedModules: true,
      erasableSyntaxOnly: true,
    };
    expect(
      await compile(tsc, folder, `stricter-${version}`, options, [
        "*/netsuite/**/*",
        "*/right/*",
        "*/bigint/*",
      ]),
    ).toEqual([]);
  });

  test.each([
    { kind: "node", types: ["node"], lib: ["es2023", "esnext.disposable"] },
    {
      kind: "dom",
      types: ["node"],
      lib: ["es2023", "esnext.disposable", "dom"],
    },
  ])(
    "what Node and undici make is taken, with lib of $kind",
    async ({ kind, types, lib }) => {
      const options = { ...strict, types, lib, skipLibCheck: true };
      expect(
        await compile(tsc, folder, `${kind}-${version}`, options, ["*/node/*"]),
      ).toEqual([]);
    },
  );
});
