import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const PACKAGE = "netsuite-intersections";

/**
 * Copies the package with its records declared the plain way, each as an intersection of its fields and its `$type`.
 *
 * @returns the copy's name
 * @throws Error where the package declares no record in the way that is looked for
 */
export function createIntersections({ folder, package: index }) {
  const home = join(folder, "node_modules", PACKAGE);
  cpSync(dirname(index), home, { recursive: true });
  let count = 0;
  for (const file of readdirSync(home, { recursive: true })) {
    if (!file.endsWith(".d.ts")) continue;
    const path = join(home, file);
    const text = readFileSync(path, "utf8");
    writeFileSync(
      path,
      text.replace(
        /export interface (\w+) extends (\w+) \{\n {2}(\$type: "\w+";)\n\}/g,
        (_, name, fields, type) => {
          count += 1;
          return `export type ${name} = ${fields} & { ${type} };`;
        },
      ),
    );
  }
  if (count === 0) throw new Error(`${home} declares no record by its fields.`);
  return PACKAGE;
}
