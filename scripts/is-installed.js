import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Whether the dependencies that a folder's package.json asks for are there, in the versions that it names.
 *
 * @param {string} folder a package that is no workspace
 */
export function isInstalled(folder) {
  const readJson = (path) =>
    JSON.parse(readFileSync(join(folder, path), "utf8"));
  try {
    const { dependencies } = readJson("package.json");
    return Object.entries(dependencies).every(
      ([name, version]) =>
        readJson(`node_modules/${name}/package.json`).version === version,
    );
  } catch {
    return false;
  }
}
