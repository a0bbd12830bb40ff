// Generates all packages in generated/ again. The real WSDL sets are in ../shared/wsdl, or where NSGEN_WSDL_DIR says;
// the packages of those that are absent stay as they are.

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { GENERATED_PACKAGES } from "./generated-packages.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const sets = process.env.NSGEN_WSDL_DIR ?? join(root, "../shared/wsdl");

for (const { folder, packageName, set, source } of GENERATED_PACKAGES) {
  const path = set === null ? join(root, source) : join(sets, `${set}.zip`);
  if (!existsSync(path)) {
    console.warn(`${folder} is skipped: there is no ${path}.`);
    continue;
  }
  const { status } = spawnSync(
    process.execPath,
    [
      join(root, "dist/nsgen.js"),
      ...["--wsdl", path, "--out", folder, "--package", packageName],
      ...process.argv.slice(2),
    ],
    { cwd: root, stdio: "inherit" },
  );
  if (status !== 0) process.exitCode = status ?? 3;
}
