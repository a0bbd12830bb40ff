import { setTimeout as delay } from "node:timers/promises";
import type { ClientOptions } from "../../runtime/index.js";
import { sleep } from "../../runtime/wait/index.js";
import { generatePackage } from "../end-to-end/generated-client.js";
import { CREDENTIALS } from "../end-to-end/token-passport.js";
import { createRandom } from "../wire/random.js";
import { sampleWsdl } from "../wsdl-sets.js";
import { checkEnding, endingOutcome } from "./check-ending.js";
import { createTask, type SoakCall } from "./create-task.js";
import { makeCalls, type EndedCall, type SoakClient } from "./make-calls.js";
import type { SoakReport } from "./report.js";
import { startSoakServer, type SoakServer } from "./soak-server.js";

const CLIENTS = 8;

/** The lowest `concurrency` that a client gives, and so the most requests that may be under way. */
const LIMIT = 8;

/** After so many calls all are waited for, checked and forgotten: what the soak itself keeps does not grow. */
const ROUND_CALLS = 200;

/** A round takes a second or two. */
const ROUND = { callersPerClient: 8, haste: 50, timeoutMs: 120_000 } as const;

/** The server leaves some requests without an answer. */
const ATTEMPT_TIMEOUT_MS = 300;

/**
 * Makes calls to a server on which things go wrong, and tells what happened.
 *
 * @param seed determines the calls and what goes wrong
 */
export async function runSoak(
  seed: number,
  calls: number,
): Promise<SoakReport> {
  const { package: generated, remove } = await generatePackage(sampleWsdl);
  const server = await startSoakServer(generated.schema, seed);
  // A generated client extends the base and has a method for each operation of its WSDL.
  const Client = generated.NetSuiteClient as unknown as new (
    options: ClientOptions,
  ) => SoakClient;
  const createClient = (number: number): SoakClient =>
    new Client(createOptions(server.endpoint, seed, number));
  const clients = Array.from({ length: CLIENTS }, (_, at) => createClient(at));

  const random = createRandom(seed);
  const endings = { value: 0, notDone: 0, done: 0, unknown: 0 };
  const problems: string[] = [];
  const heapBytes = [await measureHeap()];
  const startedAt = Date.now();
  let made = 0;
  let retries = 0;
  try {
    for (let round = 0; made < calls; round += 1) {
      const tasks: SoakCall[][] = [];
      for (const end = Math.min(calls, made + ROUND_CALLS); made < end;) {
        const task = createTask(random, made).slice(0, end - made);
        made += task.length;
        tasks.push(task);
      }
      // Others use the account too: at times there is less room than the clients would use.
      server.accountLimit = 2 + random.below(2 * LIMIT);
      const ended = await makeCalls(clients, tasks, ROUND);
      await server.idle();
      problems.push(...checkRound(tasks.flat(), ended, server, clients));
      for (const { ending, attempts } of ended) {
        retries += Math.max(0, attempts - 1);
        const outcome = endingOutcome(ending);
        if (ending.kind === "value") endings.value += 1;
        else if (outcome !== null) endings[outcome] += 1;
      }
      server.forget();
      // Clients come and go.
      const place = round % CLIENTS;
      await clients[place]?.close();
      clients[place] = createClient(CLIENTS + round);
      heapBytes.push(await measureHeap());
    }
  } finally {
    await Promise.all(clients.map((each) => each.close()));
    await server.close();
    await remove();
  }
  return {
    seed,
    calls: made,
    endings,
    retries,
    answers: server.answers,
    maxInFlight: server.maxInFlight(),
    limit: LIMIT,
    heapBytes,
    durationMs: Date.now() - startedAt,
    problems: [...problems, ...server.problems],
  };
}

/** The clients spell their account differently, and give different limits. */
function createOptions(
  endpoint: string,
  seed: number,
  number: number,
): ClientOptions {
  const random = createRandom(seed + number);
  return {
    ...CREDENTIALS,
    account: number % 2 === 0 ? "1234567_SB1" : "1234567-sb1",
    endpoint,
    concurrency: LIMIT + (number % 2),
    attemptTimeoutMs: ATTEMPT_TIMEOUT_MS,
    random: () => random.below(2 ** 20) / 2 ** 20,
    sleep: (ms, signal) => sleep(ms / ROUND.haste, signal),
  };
}

function checkRound(
  calls: readonly SoakCall[],
  ended: readonly EndedCall[],
  { timesStored }: SoakServer,
  clients: readonly SoakClient[],
): string[] {
  const problems = ended.flatMap(({ call, ending }) =>
    checkEnding(call, ending, timesStored),
  );
  const keys = new Set(ended.map(({ call }) => call.key));
  for (const { key } of calls)
    if (!keys.has(key)) problems.push(`${key} never ended.`);
  if (ended.length !== calls.length)
    problems.push(`${calls.length} calls had ${ended.length} endings.`);
  for (const { governor } of clients) {
    const { inFlight, waiting } = governor.metrics();
    if (inFlight + waiting > 0)
      problems.push(
        `No call is under way, and a governor says ${inFlight} in flight, ${waiting} waiting.`,
      );
  }
  return problems;
}

async function measureHeap(): Promise<number> {
  if (!globalThis.gc)
    throw new Error("The soak measures the heap: run Node with --expose-gc.");
  // Sockets that were closed are let go of in later turns.
  await delay(20);
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}
