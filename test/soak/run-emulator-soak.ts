import { setTimeout as delay } from "node:timers/promises";
import { startEmulator } from "../../emulator/index.js";
import {
  NetSuiteClient,
  schema,
} from "../../generated/netsuite-2025-2/index.js";
import type { ClientOptions } from "../../runtime/index.js";
import { sleep } from "../../runtime/wait/index.js";
import { createRandom } from "../wire/random.js";
import { endingOutcome } from "./check-ending.js";
import { checkRecords } from "./check-records.js";
import { createTask, type SoakCall } from "./create-task.js";
import { createFaultRules } from "./emulator-faults.js";
import { makeCalls, type SoakClient } from "./make-calls.js";
import type { SoakReport } from "./report.js";

const CLIENTS = 4;

/** What the clients allow themselves at a time, and the account allows them. */
const LIMIT = 8;
const ACCOUNT_LIMIT = 6;

/** Else a request is answered before the next one comes. */
const LATENCY_MS = 10;

const ROUND = { callersPerClient: 8, haste: 50, timeoutMs: 120_000 } as const;

/** The emulator leaves some requests without an answer. */
const ATTEMPT_TIMEOUT_MS = 500;

/** How late the end of a connection may be seen: see the emulator's metrics. */
const SEEN_LATE_MS = 150;

/**
 * Makes calls to an emulator whose fault rules strike at random, and tells what happened.
 *
 * @param seed determines the calls, and how often what goes wrong
 */
export async function runEmulatorSoak(
  seed: number,
  calls: number,
): Promise<SoakReport> {
  const answers = new Map<string, number>();
  await using emulator = await startEmulator({
    schema,
    settings: { concurrencyLimit: ACCOUNT_LIMIT },
    faults: createFaultRules(seed),
    latencyMs: LATENCY_MS,
    variation: seed,
    log({ outcome }) {
      answers.set(outcome, (answers.get(outcome) ?? 0) + 1);
    },
  });
  // A generated client has a method for each operation of its WSDL.
  const Client = NetSuiteClient as unknown as new (
    options: ClientOptions,
  ) => SoakClient;
  const clients = Array.from({ length: CLIENTS }, (_, at) => {
    const random = createRandom(seed + at);
    return new Client({
      ...emulator.connection,
      concurrency: LIMIT,
      attemptTimeoutMs: ATTEMPT_TIMEOUT_MS,
      random: () => random.below(2 ** 20) / 2 ** 20,
      sleep: (ms, signal) => sleep(ms / ROUND.haste, signal),
    });
  });
  const startedAt = Date.now();
  const tasks = createTasks(seed, calls);
  const ended = await makeCalls(clients, tasks, ROUND);
  await Promise.all(clients.map((each) => each.close()));
  await delay(SEEN_LATE_MS);

  const stored = new Map<unknown, number>();
  for (const { companyName } of emulator.records.list("customer"))
    stored.set(companyName, (stored.get(companyName) ?? 0) + 1);
  const endings = { value: 0, notDone: 0, done: 0, unknown: 0 };
  let retries = 0;
  for (const { ending, attempts } of ended) {
    retries += Math.max(0, attempts - 1);
    const outcome = endingOutcome(ending);
    if (ending.kind === "value") endings.value += 1;
    else if (outcome !== null) endings[outcome] += 1;
  }
  return {
    seed,
    calls: tasks.flat().length,
    endings,
    retries,
    answers,
    maxInFlight: emulator.metrics.maxInFlight,
    limit: LIMIT,
    heapBytes: [process.memoryUsage().heapUsed],
    durationMs: Date.now() - startedAt,
    problems: ended.flatMap(({ call, ending }) =>
      checkRecords(call, ending, (name) => stored.get(name) ?? 0),
    ),
  };
}

/** The tasks of the other soak without `searchMoreWithId`, whose search ids an emulator does not know. */
function createTasks(seed: number, calls: number): SoakCall[][] {
  const random = createRandom(seed);
  const tasks: SoakCall[][] = [];
  for (let made = 0; made < calls;) {
    const task = createTask(random, made).filter(
      ({ operation }) => operation !== "searchMoreWithId",
    );
    made += task.length;
    tasks.push(task);
  }
  return tasks;
}
