import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { extractZip } from "./extract-zip.js";

/** What a user's compiler needs besides. */
const TYPES = ["@types/node", "undici-types"];

const checkout = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Lays out a temporary folder as a user's project is: `nsgen` and `nsgen-runtime` as they are built now, and the package
 * `netsuite` generated from the WSDL set. Without the set, the package is the one in `generated/`.
 *
 * @param set such as `v2025_2`
 * @param zip the path of the set, or null
 * @returns paths: `folder`, `nsgen` (the command), `package` (its index.js), `wsdl` (null without the set);
 *   `version`, such as `2025_2`; `generate(wsdl, out, …arguments)`; `remove()`
 * @throws Error where there is neither the set nor a package of its version
 */
export function createWorkspace(set, zip) {
  const version = set.replace(/^v/, "").replace(/\..*/, "");
  const generated = join(
    checkout,
    `generated/netsuite-${version.replace("_", "-")}`,
  );
  if (!zip && !existsSync(generated))
    throw new Error(
      `There is neither a WSDL set ${set} nor a package ${generated} to measure: choose a set that is there with --set, or say with NSGEN_WSDL_DIR where the sets are.`,
    );
  const folder = mkdtempSync(join(tmpdir(), "nsgen-bench-"));
  const modules = join(folder, "node_modules");
  for (const [from, to] of [
    ["dist", "nsgen/dist"],
    ["package.json", "nsgen/package.json"],
    ["runtime/dist", "nsgen-runtime/dist"],
    ["runtime/package.json", "nsgen-runtime/package.json"],
  ])
    cpSync(join(checkout, from), join(modules, to), { recursive: true });
  mkdirSync(join(modules, "@types"));
  for (const name of [...dependenciesOf("runtime"), ...TYPES])
    symlinkSync(
      join(checkout, "node_modules", name),
      join(modules, name),
      "junction",
    );
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');

  // What is generated here is not remembered among what the user generates.
  process.env.NSGEN_CACHE_DIR = join(folder, "cache");
  const nsgen = join(modules, "nsgen/dist/nsgen.js");
  const generate = (wsdl, out, ...rest) => {
    execFileSync(process.execPath, [
      ...[nsgen, "--quiet", "--package", "netsuite"],
      ...["--wsdl", wsdl, "--out", out, ...rest],
    ]);
  };
  const wsdl = zip && extractZip(zip, join(folder, "wsdl"));
  const home = join(modules, "netsuite");
  if (wsdl) generate(wsdl, home);
  else cpSync(generated, home, { recursive: true });
  return {
    folder,
    nsgen,
    wsdl,
    version,
    generate,
    package: join(home, "index.js"),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function dependenciesOf(folder) {
  const path = join(checkout, folder, "package.json");
  const { dependencies } = JSON.parse(readFileSync(path, "utf8"));
  return Object.keys(dependencies);
}
