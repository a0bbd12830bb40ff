// Holds the decoder against saxes in the long form of test/wire/scanner.test.ts: 50,000 changed messages of each source
// and kind, or NSGEN_FUZZ_RUNS. Each run has a new seed, which it prints; NSGEN_SEED gives one, to repeat a run.

import { randomInt } from "node:crypto";
import { fileURLToPath } from "node:url";
import { startVitest } from "vitest/node";

process.env.NSGEN_FUZZ_RUNS ??= "50000";
process.env.NSGEN_SEED ??= String(randomInt(2 ** 31));

await startVitest("test", ["test/wire/scanner.test.ts"], {
  root: fileURLToPath(new URL("..", import.meta.url)),
  project: "wire",
  run: true,
  testTimeout: 0,
});
