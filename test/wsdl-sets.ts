import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const checkout = fileURLToPath(new URL("..", import.meta.url));

/** The path of the small WSDL that the project carries. It is always there. */
export const sampleWsdl: string = join(
  checkout,
  "sample",
  "wsdl",
  "netsuite.wsdl",
);

const folder = inputFolder("NSGEN_WSDL_DIR", "wsdl", "real WSDL sets");

/**
 * The path of one real WSDL set, or null where it is absent.
 *
 * `name` is the zip's name without its ending, such as `v2025_2` or `v2022_1.url-layout`.
 */
export function wsdlSet(name: string): string | null {
  if (folder === null) return null;
  const path = join(folder, `${name}.zip`);
  return existsSync(path) ? path : null;
}

/** The paths of all real WSDL sets, sorted by name; empty where there are none. */
export function wsdlSets(): string[] {
  if (folder === null) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".zip"))
    .sort()
    .map((file) => join(folder, file));
}

/**
 * The folder of test inputs that the project does not carry, or null, after a warning, where it is absent.
 *
 * It is what the environment `variable` says, or else `name` in the folder `shared` beside the checkout.
 */
export function inputFolder(
  variable: string,
  name: string,
  contents: string,
): string | null {
  const path = resolve(
    process.env[variable] ?? join(checkout, "..", "shared", name),
  );
  if (existsSync(path)) return path;
  // eslint-disable-next-line no-console -- a run that skips its main inputs must not look complete
  console.warn(
    `\n*** No ${contents} at ${path}: tests that need them are skipped. ` +
      `Set ${variable} to the folder that holds them. ***\n`,
  );
  return null;
}
