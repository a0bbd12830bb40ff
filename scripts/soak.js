// Runs the soak of test/soak in its long form: 20,000 calls, or NSGEN_SOAK_CALLS. Each run has a new seed, which it
// prints; NSGEN_SEED gives one, to repeat a run.

import { randomInt } from "node:crypto";
import { fileURLToPath } from "node:url";
import { startVitest } from "vitest/node";

process.env.NSGEN_SOAK_CALLS ??= "20000";
process.env.NSGEN_SEED ??= String(randomInt(2 ** 31));

await startVitest("test", [], {
  root: fileURLToPath(new URL("..", import.meta.url)),
  project: "soak",
  run: true,
});
