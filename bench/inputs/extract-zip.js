import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { unzipSync } from "fflate";

/**
 * Writes the files of a zip into a folder.
 *
 * @returns the path of its WSDL
 * @throws Error where it has none, or where a path leaves the folder
 */
export function extractZip(zip, folder) {
  let wsdl;
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(zip)))) {
    if (name.endsWith("/")) continue;
    const path = resolve(folder, name);
    if (!path.startsWith(resolve(folder) + sep))
      throw new Error(`${zip}: ${name} is outside of the folder.`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
    if (name.endsWith(".wsdl")) wsdl = join(folder, name);
  }
  if (wsdl === undefined) throw new Error(`${zip} has no .wsdl file.`);
  return wsdl;
}
