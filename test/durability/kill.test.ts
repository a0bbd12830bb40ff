import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { NetSuiteClient } from "../../generated/sample/index.js";
import { createRandom, readSeed, type Random } from "../wire/random.js";
import { bundleModule } from "./bundle-module.js";
import { checkJobs } from "./check-jobs.js";
import { findCustomers } from "./find-customers.js";
import {
  killWhileStarting,
  startKillable,
  type KillableEmulator,
} from "./killable-emulator.js";
import { Ledger } from "./ledger.js";
import { writeCustomers } from "./write-customers.js";

const kills = Number(process.env["NSGEN_KILLS"] ?? 50);
const WRITERS = ["a", "b", "c", "d"];

let folder: string;
let program: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "nsgen-kills-"));
  program = await bundleModule(
    join(import.meta.dirname, "emulator-process.ts"),
    folder,
  );
});
afterAll(() => rm(folder, { recursive: true }));

test(`no acknowledged write is lost by ${kills} kills, and none is found in part`, async () => {
  const random = createRandom(readSeed());
  const state = join(folder, "account.nsgen");
  const ledger = new Ledger();
  for (let kill = 0; kill < kills; kill++) {
    if (random.below(8) === 0)
      await killWhileStarting(program, state, random.below(500));
    const emulator = await startKillable(program, state);
    await check(emulator, ledger);
    await writeUntilKilled(emulator, ledger, random);
  }
  const emulator = await startKillable(program, state);
  await check(emulator, ledger);
  await using client = connect(emulator);
  await checkJobs(client, ledger);
  await emulator.kill();
  // eslint-disable-next-line no-console -- says how much was tried
  console.info(
    `${kills} kills, ${ledger.acknowledged} writes, ${ledger.keys.length} records, ${ledger.jobs.length} jobs`,
  );
  expect(ledger.problems).toEqual([]);
  expect(ledger.acknowledged).toBeGreaterThan(kills * 5);
});

function connect({ connection }: KillableEmulator): NetSuiteClient {
  return new NetSuiteClient({ ...connection, maxRetries: 0 });
}

async function check(
  emulator: KillableEmulator,
  ledger: Ledger,
): Promise<void> {
  await using client = connect(emulator);
  const keys = ledger.keys;
  ledger.check(await findCustomers(client, keys));
}

/** Lets all writers write, and kills the emulator within a few milliseconds of one of its next answers. */
async function writeUntilKilled(
  emulator: KillableEmulator,
  ledger: Ledger,
  random: Random,
): Promise<void> {
  let left = random.below(60);
  const afterMs = random.below(5);
  const kill = async (): Promise<void> => {
    await delay(afterMs);
    await emulator.kill();
  };
  let killed: Promise<void> | undefined;
  await using client = connect(emulator);
  await Promise.all(
    WRITERS.map((name) =>
      writeCustomers({
        name,
        client,
        random: createRandom(random.below(2 ** 31)),
        ledger,
        onAnswer() {
          if (--left < 0) killed ??= kill();
        },
      }),
    ),
  );
  await killed;
}
