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
  readonly comment: readonly string[];
  /** `export type … ;`, for an alias. */
  readonly alias?: string;
  /** `export interface … {`, for an interface; with its closing brace where it has no members. */
  readonly head?: string;
  readonly isEmpty?: boolean;
  readonly members?: readonly MemberView[];
}

export interface MemberView {
  readonly comment: readonly string[];
  /** `  name?: type;` */
  readonly text: string;
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
