// Runs the clients of others against the emulator, and ours against a server of others: test/peers. With --all in every
// version at hand. Installs node-soap and strong-soap where they are not yet; what cannot be had is skipped, loudly.

import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startVitest } from "vitest/node";
import { isInstalled } from "./is-installed.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, "test/peers");

if (!isInstalled(folder))
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
