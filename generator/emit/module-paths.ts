import { formatNamespacePath, type Namespace } from "../model/index.js";
import { layoutImport } from "./layout.js";
import { shapeOf, type Shapes } from "./shapes.js";

/** Where the modules of types are, and what each imports of the others. */
export interface ModulePaths {
  /** The path of a namespace's module under `types`, without extension. */
  pathOf(namespace: Namespace): string;
  /** The import statements that bring these names into the module of types at `path`. */
  importsOf(path: string, names: ReadonlySet<string>): readonly string[];
  /** The same for a module at the package's root. */
  importsOfRoot(names: ReadonlySet<string>): readonly string[];
}

/** The module of each name, and paths that differ also where letter case does not count. */
export function createModulePaths(shapes: Shapes): ModulePaths {
  const homes = new Map<string, string>();
  const paths = new Map<Namespace, string>();
  const taken = new Set<string>();
  for (const namespace of shapes.index.schema.namespaces) {
    let path = formatNamespacePath(namespace.name);
    while (taken.has(path)) path += "_";
    taken.add(path);
    paths.set(namespace, path);
    for (const type of namespace.types) {
      homes.set(shapes.names.get(type.id) ?? type.name, path);
      if (type.kind === "complexType") {
        const { bodyName, memberName } = shapeOf(shapes, type.id);
        homes.set(bodyName, path);
        homes.set(memberName, path);
      }
    }
  }

  const importsOf = (
    names: ReadonlySet<string>,
    here: string | null,
    pathTo: (home: string) => string,
  ): readonly string[] => {
    const byModule = new Map<string, string[]>();
    for (const name of [...names].sort()) {
      const home = homes.get(name);
      if (home === undefined || home === here) continue;
      const list = byModule.get(home);
      if (list) list.push(name);
      else byModule.set(home, [name]);
    }
    return [...byModule]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([home, list]) => layoutImport("import type", list, pathTo(home)));
  };

  return {
    pathOf: (namespace) => paths.get(namespace) ?? namespace.name,
    importsOf: (path, names) =>
      importsOf(names, path, (home) => relativeImport(path, home)),
    importsOfRoot: (names) =>
      importsOf(names, null, (home) => `./types/${home}.js`),
  };
}

function relativeImport(from: string, to: string): string {
  const depth = from.split("/").length - 1;
  return `${depth === 0 ? "./" : "../".repeat(depth)}${to}.js`;
}
