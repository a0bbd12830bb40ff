// Runs the clients of others against the emulator, and ours against a server of others: test/peers. With --all in every
// version at hand. Installs node-soap and strong-soap where they are not yet; what cannot be had is skipped, loudly.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startVitest } from "vitest/node";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, "test/peers");

/** Whether what the lock file asks for is there. */
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

if (!isInstalled())
  try {
    execFileSync("npm", ["ci", "--no-audit", "--no-fund"], {
      cwd: folder,
      stdio: "inherit",
    });
  } catch {
    console.warn(
      "\n*** npm ci failed in test/peers: node-soap and strong-soap are skipped. ***\n",
    );
  }

if (process.argv.includes("--all")) process.env.NSGEN_PEERS = "all";

const vitest = await startVitest("test", [], {
  root,
  project: "peers",
  run: true,
});
await vitest?.close();
