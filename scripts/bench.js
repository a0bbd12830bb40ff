// Measures nsgen against others: `npm run bench`. Installs what bench/ needs, builds nsgen, and hands the arguments on;
// --no-build measures what is built.

import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, "bench");

/** Whether what bench/ asks for is there. */
function isInstalled() {
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

function readJson(path) {
  return JSON.parse(readFileSync(join(folder, path), "utf8"));
}

const args = process.argv.slice(2);
if (!isInstalled())
  execFileSync("npm", ["ci", "--no-audit", "--no-fund"], {
    cwd: folder,
    stdio: "inherit",
  });
if (!args.includes("--no-build"))
  execFileSync(process.execPath, [join(root, "scripts/build.js")], {
    stdio: "inherit",
  });
const { status } = spawnSync(
  process.execPath,
  [join(folder, "run.js"), ...args.filter((each) => each !== "--no-build")],
  { stdio: "inherit" },
);
if (status === 0 && args.includes("--update-readme"))
  execFileSync(
    process.execPath,
    [
      join(root, "node_modules/prettier/bin/prettier.cjs"),
      "--write",
      "README.md",
    ],
    { cwd: root, stdio: "inherit" },
  );
process.exitCode = status ?? 1;
