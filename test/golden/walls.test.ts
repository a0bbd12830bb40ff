import { fileURLToPath } from "node:url";
import { ESLint } from "eslint";
import { expect, test } from "vitest";

const eslint = new ESLint({
  cwd: fileURLToPath(new URL("../..", import.meta.url)),
  // The files are not there: rules that ask for types cannot run, and are not what is tested.
  overrideConfig: {
    languageOptions: { parserOptions: { projectService: false } },
  },
  ruleFilter: ({ ruleId }) => ruleId === "walls/imports",
});

async function lint(filePath: string, specifier: string): Promise<string[]> {
  const text = `export * from "${specifier}";\n`;
  const [result] = await eslint.lintText(text, { filePath });
  return result?.messages.map(({ message }) => message) ?? [];
}

test.each([
  ["generator/model/new.ts", "./schema.js"],
  ["generator/model/new.ts", "../../runtime/codegen-v1/index.js"],
  ["generator/read/new.ts", "../model/index.js"],
  ["generator/read/xsd/new.ts", "../../model/schema.js"],
  ["generator/read/new.ts", "saxes"],
  ["generator/emit/new.ts", "../model/index.js"],
  ["generator/emit/new.ts", "nsgen-runtime/codegen-v1"],
  ["generator/emit/new.ts", "../../templates/types.hbs"],
  ["generator/cli/new.ts", "../generate.js"],
  ["generator/cli/new.ts", "../read/index.js"],
  ["generator/cli/new.test.ts", "../../test/wsdl-sets.js"],
  ["generator/new.ts", "./emit/index.js"],
  ["runtime/codegen-v1/new.ts", "./text.js"],
  ["runtime/codec/new.ts", "../codegen-v1/index.js"],
  ["runtime/endpoint/new.ts", "undici"],
  ["runtime/call/new.ts", "../codec/index.js"],
  ["runtime/call/new.ts", "node:zlib"],
  ["runtime/call/new.test.ts", "vitest"],
  ["emulator/search/new.ts", "../records/record-store.js"],
  ["emulator/search/new.ts", "nsgen-runtime/codegen-v1"],
  ["emulator/search/new.ts", "saxes"],
  ["emulator/search/new.test.ts", "../../generated/sample/index.js"],
  ["test/wire/new.ts", "../../runtime/codec/index.js"],
])("%s may import %s", async (file, specifier) => {
  expect(await lint(file, specifier)).toEqual([]);
});

test.each([
  [
    "generator/model/new.ts",
    "../read/index.js",
    "generator/model may import only generator/model, runtime/codegen-v1: not generator/read/index.",
  ],
  [
    "generator/model/new.ts",
    "../../runtime/codec/index.js",
    "generator/model may import only generator/model, runtime/codegen-v1: not runtime/codec/index.",
  ],
  [
    "generator/read/xsd/new.ts",
    "../../emit/names.js",
    "generator/read may import only generator/read, generator/model: not generator/emit/names.",
  ],
  [
    "generator/read/new.test.ts",
    "../emit/index.js",
    "generator/read may import only generator/read, generator/model: not generator/emit/index.",
  ],
  [
    "generator/read/new.ts",
    "../../test/wsdl-sets.js",
    "generator/read may import only generator/read, generator/model: not test/wsdl-sets.",
  ],
  [
    "generator/emit/new.ts",
    "../read/index.js",
    "generator/emit may import only generator/emit, generator/model, runtime/codegen-v1, templates: not generator/read/index.",
  ],
  [
    "generator/emit/new.ts",
    "nsgen-runtime",
    "generator/emit may import only generator/emit, generator/model, runtime/codegen-v1, templates: not runtime/index.",
  ],
  [
    "generator/cli/new.ts",
    "../emit/names.js",
    "generator/cli may import only generator/cli, generator/generate, generator/doctor/index, generator/model/index, generator/read/index, generator/emit/index, package.json, runtime/package.json, runtime/codegen-v1/index, emulator/index: not generator/emit/names.",
  ],
  [
    "runtime/codegen-v1/new.ts",
    "../codec/index.js",
    "runtime/codegen-v1 may import only runtime/codegen-v1: not runtime/codec/index.",
  ],
  [
    "runtime/codec/new.ts",
    "../call/index.js",
    "runtime/codec may import only runtime/codec, runtime/codegen-v1, runtime/errors: not runtime/call/index.",
  ],
  [
    "runtime/codec/new.ts",
    "../auth/index.js",
    "runtime/codec may import only runtime/codec, runtime/codegen-v1, runtime/errors: not runtime/auth/index.",
  ],
  [
    "runtime/call/new.ts",
    "../../generator/model/index.js",
    "runtime may import only runtime: not generator/model/index.",
  ],
  [
    "runtime/call/new.ts",
    "../../test/messages.js",
    "runtime may import only runtime: not test/messages.",
  ],
  [
    "runtime/call/new.test.ts",
    "../../test/messages.js",
    "runtime may import only runtime: not test/messages.",
  ],
  [
    "runtime/codec/new.ts",
    "fast-xml-parser",
    "The published runtime may import only its dependencies (oauth-1.0a, undici, @opentelemetry/api): not fast-xml-parser.",
  ],
  [
    "emulator/search/new.ts",
    "../../runtime/index.js",
    "emulator may import only emulator: not runtime/index.",
  ],
  [
    "emulator/search/new.ts",
    "undici",
    "The published emulator may import only its dependencies (lmdb, nsgen-runtime, saxes): not undici.",
  ],
])("%s may not import %s", async (file, specifier, message) => {
  expect(await lint(file, specifier)).toEqual([message]);
});

test.each(["import x from", "import", "export { x } from", "export * from"])(
  "%s is an import",
  async (statement) => {
    const [result] = await eslint.lintText(`${statement} "../emit/x.js";\n`, {
      filePath: "generator/read/new.ts",
    });
    expect(result?.messages).toHaveLength(1);
  },
);

test.each([
  'await import("../emit/x.js");',
  'type X = import("../emit/x.js").X;',
])("%s is an import", async (text) => {
  const [result] = await eslint.lintText(`${text}\n`, {
    filePath: "generator/read/new.ts",
  });
  expect(result?.messages).toHaveLength(1);
});
