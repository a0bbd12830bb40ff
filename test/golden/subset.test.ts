import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { emitPackage } from "../../generator/emit/index.js";
import { makeFolder } from "../../generator/emit/output/testing/folders.js";
import {
  builtIn,
  selectSubset,
  type Id,
  type Schema,
} from "../../generator/model/index.js";
import { sampleWsdl, wsdlSet } from "../wsdl-sets.js";
import { OPTIONS, read, SOURCES } from "./packages.js";

/** The types and global elements that a schema refers to and does not hold. */
function danglingIds({ namespaces, service }: Schema): readonly Id[] {
  const all = namespaces.flatMap(({ types }) => types);
  const complex = all.filter((each) => each.kind === "complexType");
  const globals = namespaces.flatMap(({ elements }) => elements);
  const types = new Set(all.map(({ id }) => id));
  const elements = new Set(globals.map(({ id }) => id));
  const messages = new Set(service.messages.map(({ name }) => name));
  const directions = service.operations.flatMap(({ input, output }) => [
    input,
    output,
  ]);
  const faults = service.operations.flatMap((each) => each.faults);
  const usedTypes = [
    ...complex.flatMap(({ base, text }) => [base, text]),
    ...complex.flatMap((each) => each.elements.map(({ type }) => type)),
    ...complex.flatMap((each) => each.attributes.map(({ type }) => type)),
    ...globals.map(({ type }) => type),
  ].filter((id): id is Id => id !== null && builtIn(id) === null);
  const usedElements = [
    ...complex.flatMap((each) => each.elements.map(({ ref }) => ref)),
    ...service.messages.flatMap(({ parts }) =>
      parts.map(({ element }) => element),
    ),
    ...directions.map(({ element }) => element),
    ...directions.flatMap(({ headers }) =>
      headers.map(({ element }) => element),
    ),
    ...faults.map(({ element }) => element),
  ].filter((id) => id !== null);
  const usedMessages = [
    ...directions.map(({ message }) => message),
    ...directions.flatMap(({ headers }) =>
      headers.map(({ message }) => message),
    ),
    ...faults.map(({ message }) => message),
  ];
  return [
    ...usedTypes.filter((id) => !types.has(id)),
    ...usedElements.filter((id) => !elements.has(id)),
    ...usedMessages.filter((name) => !messages.has(name)),
  ];
}

const typeNames = ({ namespaces }: Schema): ReadonlySet<string> =>
  new Set(namespaces.flatMap(({ types }) => types.map(({ name }) => name)));

/** What a selection brings along: further pages of a search, the results of jobs. */
const COMPANIONS: Readonly<Record<string, readonly string[]>> = {
  search: ["searchMoreWithId"],
  asyncAddList: ["checkAsyncStatus", "getAsyncResult"],
};

const SELECTIONS = [
  { records: ["customer"], operations: null },
  { records: ["customer", "salesOrder"], operations: ["get", "search"] },
  { records: ["customRecord"], operations: ["getServerTime"] },
  { records: null, operations: ["getServerTime"] },
  { records: null, operations: ["add", "searchMoreWithId"] },
  {
    records: ["file"],
    operations: ["addList", "asyncAddList", "getAsyncResult"],
  },
] as const;

describe.each(SOURCES)("subsets of $name", ({ path }) => {
  test("hold all that they refer to, and less than the whole", async () => {
    const whole = await read(path);
    expect(danglingIds(whole)).toEqual([]);
    for (const selection of SELECTIONS) {
      const subset = selectSubset(whole, selection);
      expect(danglingIds(subset)).toEqual([]);
      expect(typeNames(subset).size).toBeLessThan(typeNames(whole).size);
      expect(subset.service.operations.map(({ name }) => name).sort()).toEqual(
        selection.operations
          ? [
              ...new Set(
                selection.operations.flatMap((each) => [
                  each,
                  ...(COMPANIONS[each] ?? []),
                ]),
              ),
            ].sort()
          : whole.service.operations.map(({ name }) => name).sort(),
      );
    }
  });

  test("have what searches for the chosen records", async () => {
    const subset = selectSubset(await read(path), {
      records: ["customer", "salesOrder"],
      operations: ["search"],
    });
    const names = typeNames(subset);
    for (const name of [
      "Customer",
      "CustomerSearch",
      "CustomerSearchBasic",
      "CustomerSearchAdvanced",
      "CustomerSearchRow",
      "CustomerSearchRowBasic",
      "ContactSearchBasic",
      "SalesOrder",
      "TransactionSearch",
      "TransactionSearchAdvanced",
      "RecordType",
    ]) {
      expect(names).toContain(name);
    }
    expect(names).not.toContain("Contact");
    expect(names).not.toContain("ContactSearch");
  });

  test("can be of any record that RecordType names", async () => {
    const whole = await read(path);
    const { files } = emitPackage(whole, OPTIONS);
    const records = [
      ...(files.get("records.js") ?? "").matchAll(/^ {2}(\w+): "/gm),
    ].map(([, name = ""]) => name);
    expect(records.length).toBeGreaterThan(5);
    const subset = selectSubset(whole, { records, operations: ["get"] });
    const again = emitPackage(subset, OPTIONS).files.get("records.js");
    for (const record of records) expect(again).toContain(`\n  ${record}: "`);
  });

  test("name what there is not", async () => {
    const whole = await read(path);
    expect(() =>
      selectSubset(whole, { records: ["salseOrder"], operations: null }),
    ).toThrow(/^There is no record "salseOrder"\. Did you mean salesOrder/);
    expect(() =>
      selectSubset(whole, { records: null, operations: ["__proto__"] }),
    ).toThrow(/^There is no operation "__proto__"\.\nThe schema has/);
  });
});

const checkout = join(import.meta.dirname, "../..");

describe.each(
  SOURCES.filter(({ path }) => [sampleWsdl, wsdlSet("v2025_2")].includes(path)),
)("packages of subsets of $name", ({ path }) => {
  const selections = path === sampleWsdl ? SELECTIONS : SELECTIONS.slice(0, 2);

  test.each(selections)("type-check: %j", async (selection) => {
    const schema = selectSubset(await read(path), selection);
    const folder = await makeFolder();
    const paths: string[] = [];
    for (const emit of ["js", "ts"] as const) {
      const { files } = emitPackage(schema, { ...OPTIONS, emit });
      for (const [file, text] of files) {
        const target = join(folder, emit, file);
        await mkdir(dirname(target), { recursive: true });
        await writeFile(target, text);
        if (file.endsWith(".ts")) paths.push(target);
      }
    }
    const program = ts.createProgram(paths, {
      target: ts.ScriptTarget.ES2023,
      lib: ["lib.es2023.d.ts"],
      module: ts.ModuleKind.NodeNext,
      strict: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
      types: ["node"],
      typeRoots: [join(checkout, "node_modules/@types")],
      paths: {
        "nsgen-runtime": [join(checkout, "runtime/index.ts")],
        "nsgen-runtime/codegen-v1": [
          join(checkout, "runtime/codegen-v1/index.ts"),
        ],
      },
    });
    // Of the generated modules only: the runtime's own are checked where they are.
    const problems = paths
      .map((each) => program.getSourceFile(each))
      .flatMap((source) => [
        ...program.getSyntacticDiagnostics(source),
        ...program.getSemanticDiagnostics(source),
      ])
      .map(
        ({ file, messageText }) =>
          `${file?.fileName ?? ""}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`,
      );
    expect(problems).toEqual([]);
  });
});
