import ts from "typescript";
import { expect, test } from "vitest";
import { RUNTIME_TYPES, RUNTIME_VALUES } from "../../generator/emit/exports.js";
import * as runtime from "../../runtime/index.js";
import { checkoutFile } from "./packages.js";

test("the runtime has every value that packages hand on", () => {
  expect(Object.keys(runtime)).toEqual(
    expect.arrayContaining([...RUNTIME_VALUES]),
  );
});

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
