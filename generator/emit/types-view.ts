import type { ModulePaths } from "./module-paths.js";
import type { Shapes } from "./shapes.js";
import { createTypePrinter } from "./type-printer.js";
import type { TypeTextOptions } from "./type-text.js";

/** What `templates/types.hbs` prints: one module of types. */
export interface TypesView {
  readonly imports: readonly string[];
  readonly declarations: readonly DeclarationView[];
}

/** An interface, or an alias. */
export interface DeclarationView {
  /** Its comment, laid out, or empty. */
  readonly comment: string;
  /** `export type … ;`, or `export interface … {` with its closing brace where it has no members. */
  readonly head: string;
  /** The members of an interface with their comments, laid out: tens of thousands, each of which would cost a template more than its text. */
  readonly members: string;
}

/** The views of all modules of types, by path without extension. */
export function createTypesViews(
  shapes: Shapes,
  modules: ModulePaths,
  options: TypeTextOptions,
): ReadonlyMap<string, TypesView> {
  const views = new Map<string, TypesView>();
  for (const namespace of shapes.index.schema.namespaces) {
    if (namespace.types.length === 0) continue;
    const used = new Set<string>();
    const printer = createTypePrinter(shapes, options, used);
    const declarations = namespace.types.flatMap((type) =>
      type.kind === "simpleType"
        ? [printer.enumeration(type)]
        : printer.complex(type),
    );
    const path = modules.pathOf(namespace);
    views.set(path, {
      imports: modules.importsOf(path, used),
      declarations,
    });
  }
  return views;
}
