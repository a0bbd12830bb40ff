import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { format } from "prettier";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { emitPackage } from "../../generator/emit/index.js";
import type { Schema } from "../../generator/model/index.js";
import {
  attribute,
  complexType,
  element,
  enumeration,
  globalElement,
  smallSchema,
} from "../../generator/model/testing/small-schema.js";
import { readPackage } from "../../generator/read/index.js";

const TEXTS = [
  "*/ export const evil = 1; /*",
  "`); globalThis.evil = 1; (`",
  "${(globalThis.evil = 1)}",
  "\\",
  "\\`",
  '"; evil(); "',
  "'",
  "\n evil();",
  "\r\n",
  "\u2028evil()\u2029",
  "</script>",
  "{{#if a}}",
  "größe 😀",
  "\u0000\u001b[31m",
];

/** Names that mean something to JavaScript or to the client's class. */
const NAMES = [
  "constructor",
  "__proto__",
  "toString",
  "close",
  "call",
  "static",
  "a-b",
];

function hostileSchema(text: string, operation: string): Schema {
  const schema = smallSchema(
    {
      "core.platform": [
        complexType("Record", { abstract: true, documentation: text }),
        complexType(`T${text}`, {
          base: "Record",
          documentation: text,
          members: [
            element(text, "string", { default: text, documentation: text }),
            element("kind", ":E"),
            attribute(`a${text}`, "string", {
              default: text,
              documentation: text,
            }),
          ],
        }),
        complexType("__proto__", { base: "Record" }),
        enumeration("RecordType", [`t${text}`, "__proto__"], text),
        enumeration("E", [text, `${text}'"`], text),
        globalElement(`e${text}`, "Record", text),
      ],
      [`urn:x${text}_2022_1.${text}`]: [enumeration("F", [text])],
    },
    { operation },
  );
  const { service } = schema;
  return {
    ...schema,
    service: {
      ...service,
      name: text,
      address: text,
      documentation: text,
      operations: service.operations.map((each) => ({
        ...each,
        soapAction: text,
        documentation: text,
        faults: [
          { name: text, message: "getRequest", element: each.input.element },
        ],
      })),
    },
  };
}

const KINDS: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.ImportDeclaration,
  ts.SyntaxKind.ExportDeclaration,
  ts.SyntaxKind.InterfaceDeclaration,
  ts.SyntaxKind.TypeAliasDeclaration,
  ts.SyntaxKind.ClassDeclaration,
  ts.SyntaxKind.VariableStatement,
]);

/** Syntax errors of a module, and statements that no template prints. */
function faultsOf(path: string, text: string): string[] {
  const { diagnostics = [] } = ts.transpileModule(text, {
    reportDiagnostics: true,
    fileName: "module.ts",
  });
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest);
  return [
    ...diagnostics.map(({ messageText }) =>
      ts.flattenDiagnosticMessageText(messageText, "\n"),
    ),
    ...source.statements
      .filter(({ kind }) => !KINDS.has(kind))
      .map((each) => each.getText(source)),
    ...source.statements
      .filter((each) => ts.isVariableStatement(each))
      .flatMap(({ declarationList }) => declarationList.declarations)
      .map((each) => each.name.getText(source))
      .filter((name) => name !== "schema" && name !== "recordTypes"),
  ];
}

describe.each(["js", "ts"] as const)("--emit %s", (emit) => {
  test.each([
    ...TEXTS.map((text) => [text, "get"] as const),
    ...NAMES.map((name) => [name, name] as const),
  ])("a schema full of %j is data", async (text, operation) => {
    const schema = hostileSchema(text, operation);
    const { files } = emitPackage(schema, {
      packageName: "hostile",
      emit,
      long: "number",
      generatorVersion: "1.0.0",
      runtimeVersion: "^1.0.0",
    });
    const folder = await mkdtemp(join(tmpdir(), "nsgen-hostile-"));
    try {
      for (const [path, content] of files) {
        if (/\.[jt]s$/.test(path)) {
          expect([path, faultsOf(path, content)]).toEqual([path, []]);
        }
        expect(content).toBe(await format(content, { filepath: path }));
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await writeFile(join(folder, path), content);
      }
      expect(await readPackage(folder)).toEqual(schema);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

test.each([...TEXTS, ...NAMES])(
  "the module of the schema evaluates with %j in it",
  async (text) => {
    const options = {
      packageName: "hostile",
      emit: "js",
      long: "number",
      generatorVersion: "1.0.0",
      runtimeVersion: "^1.0.0",
    } as const;
    const { files } = emitPackage(hostileSchema(text, "get"), options);
    const module = (files.get("schema.js") ?? "").replace(
      /^import .*$/m,
      "const defineSchema = (text) => text;",
    );
    // A module whose only export is what defineSchema is given.
    const evaluated = (await import(
      `data:text/javascript,${encodeURIComponent(module)}`
    )) as { readonly schema: string };
    const want = /String\.raw`([^`]*)`/.exec(module)?.[1];
    expect(evaluated.schema).toBe(want);
    expect(globalThis).not.toHaveProperty("evil");

    // A module whose only export is a table of strings.
    const records = (await import(
      `data:text/javascript,${encodeURIComponent(files.get("records.js") ?? "")}`
    )) as { readonly recordTypes: Readonly<Record<string, string>> };
    expect(Object.keys(records.recordTypes)).toContain("__proto__");
  },
);
