import ts from "typescript";
import { expect, test } from "vitest";
import { RUNTIME_TYPES, RUNTIME_VALUES } from "../../generator/emit/exports.js";
import * as runtime from "../../runtime/index.js";
import { checkoutFile, read, SOURCES } from "./packages.js";

test("the runtime has every value that packages hand on", () => {
  expect(Object.keys(runtime)).toEqual(
    expect.arrayContaining([...RUNTIME_VALUES]),
  );
});

test("packages hand on all values but those for generated code and for tools", () => {
  const kept = Object.keys(runtime).filter(
    (name) => !RUNTIME_VALUES.includes(name),
  );
  expect(kept.sort()).toEqual([
    "NetSuiteClientBase",
    "createFacades",
    "parseAccount",
  ]);
});

test.each(SOURCES)(
  "no type of $name gives way to what packages hand on",
  async ({ path }) => {
    const { namespaces } = await read(path);
    const names = new Set<string>([...RUNTIME_VALUES, ...RUNTIME_TYPES]);
    expect(
      namespaces
        .flatMap(({ types }) => types.map(({ name }) => name))
        .filter((name) => names.has(name)),
    ).toEqual([]);
  },
);

test("the runtime has every type that packages hand on", async () => {
  const text = await checkoutFile("runtime/index.ts");
  const source = ts.createSourceFile("index.ts", text, ts.ScriptTarget.Latest);
  const names = source.statements
    .filter((each) => ts.isExportDeclaration(each))
    .flatMap(({ exportClause }) =>
      exportClause && ts.isNamedExports(exportClause)
        ? exportClause.elements.map(({ name }) => name.text)
        : [],
    );
  expect(names).toEqual(expect.arrayContaining([...RUNTIME_TYPES]));
});
