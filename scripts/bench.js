// Measures nsgen against others: `npm run bench`. Installs what bench/ needs, builds nsgen, and hands the arguments on;
// --no-build measures what is built.

import { execFileSync, spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isInstalled } from "./is-installed.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, "bench");

const args = process.argv.slice(2);
if (!isInstalled(folder))
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
