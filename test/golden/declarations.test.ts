import ts from "typescript";
import { describe, expect, test } from "vitest";
import type { ComplexType, Schema } from "../../generator/model/index.js";
import { emit, read, SOURCES } from "./packages.js";

interface Declarations {
  readonly interfaces: ReadonlySet<string>;
  readonly aliases: ReadonlyMap<string, ts.TypeNode>;
  /** Where `any` or `unknown` stands. */
  readonly untyped: readonly string[];
}

/** What the modules of types declare, and every `any` and `unknown` of all declarations. */
function declarationsOf(files: ReadonlyMap<string, string>): Declarations {
  const interfaces = new Set<string>();
  const aliases = new Map<string, ts.TypeNode>();
  const untyped: string[] = [];
  for (const [path, text] of files) {
    if (!path.endsWith(".d.ts")) continue;
    const source = ts.createSourceFile(
      path,
      text,
      ts.ScriptTarget.Latest,
      true,
    );
    const visit = (node: ts.Node): void => {
      const isUntyped =
        node.kind === ts.SyntaxKind.AnyKeyword ||
        node.kind === ts.SyntaxKind.UnknownKeyword;
      if (isUntyped) untyped.push(`${path}: ${node.parent.getText()}`);
      ts.forEachChild(node, visit);
    };
    visit(source);
    if (!path.startsWith("types/")) continue;
    for (const each of source.statements) {
      if (ts.isInterfaceDeclaration(each)) interfaces.add(each.name.text);
      if (ts.isTypeAliasDeclaration(each)) {
        aliases.set(each.name.text, each.type);
      }
    }
  }
  return { interfaces, aliases, untyped };
}

function typesOf(schema: Schema): {
  readonly abstract: readonly ComplexType[];
  readonly concrete: readonly ComplexType[];
  readonly enumerations: number;
} {
  const types = schema.namespaces.flatMap((each) => each.types);
  const complex = types.filter((each) => each.kind === "complexType");
  return {
    abstract: complex.filter((each) => each.abstract),
    concrete: complex.filter((each) => !each.abstract),
    enumerations: types.length - complex.length,
  };
}

const isLiterals = (type: ts.TypeNode): boolean =>
  (ts.isUnionTypeNode(type) ? type.types : [type]).every(
    (each) => ts.isLiteralTypeNode(each) && ts.isStringLiteral(each.literal),
  );

const isNames = (type: ts.TypeNode): boolean =>
  (ts.isUnionTypeNode(type) ? type.types : [type]).every((each) =>
    ts.isTypeReferenceNode(each),
  );

describe.each(SOURCES)("the declarations of $name", ({ name, path }) => {
  test("have an interface for each complexType, a union for each abstract one and each enumeration", async () => {
    const schema = await read(path);
    const { abstract, concrete, enumerations } = typesOf(schema);
    const { files } = await emit(path);
    const { interfaces, aliases, untyped } = declarationsOf(files);
    expect(untyped).toEqual([]);

    // The interfaces that are made beside those of the schema's types.
    const made = [...interfaces].filter(
      (each) =>
        (each.startsWith("Typed") && interfaces.has(each.slice(5))) ||
        (each.endsWith("Fields") && interfaces.has(each.slice(0, -6))),
    );
    expect(interfaces.size - made.length).toBe(
      concrete.length + abstract.length,
    );
    const unions = [...aliases].filter(([, type]) => isNames(type));
    const literals = [...aliases].filter(([, type]) => isLiterals(type));
    expect(unions).toHaveLength(abstract.length);
    expect(literals).toHaveLength(enumerations);
    expect(aliases.size).toBe(unions.length + literals.length);
    for (const [union] of unions) expect(interfaces).toContain(`${union}Base`);

    if (name === "v2025_2.zip") {
      expect({
        concrete: concrete.length,
        bases: unions.filter(([each]) => interfaces.has(`${each}Base`)).length,
        unions: unions.length,
        enumerations: literals.length,
      }).toEqual({
        concrete: 1486,
        bases: 15,
        unions: 15,
        enumerations: 281,
      });
    }
  });

  test("name no type twice", async () => {
    const { files } = await emit(path);
    const names = [...files]
      .filter(([file]) => file.startsWith("types/"))
      .flatMap(([, text]) => [
        ...text.matchAll(/^export (?:interface|type) (\S+)/gm),
      ])
      .map(([, each]) => each);
    expect(names).toHaveLength(new Set(names).size);
  });
});
