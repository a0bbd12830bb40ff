import { expect, test } from "vitest";
import { createMemoryState } from "../state/memory-state.js";
import { JobQueue, type RunStep } from "./job-queue.js";
import type { Job, StepOutcome } from "./job.js";

const STARTED = Date.UTC(2025, 0, 1);
const DAY_MS = 24 * 60 * 60 * 1000;

/** A queue by a clock that only `pass` moves on; jobs take 100 ms. */
function openQueue(state = createMemoryState(), run: RunStep = succeed) {
  let nowMs = STARTED;
  const queue = new JobQueue({
    state,
    accountId: "TSTDRV1",
    delayMs: 100,
    now: () => new Date(nowMs),
  });
  queue.start(run);
  return {
    state,
    queue,
    pass: (ms: number): void => {
      nowMs += ms;
      queue.runPending();
    },
  };
}

const succeed: RunStep = (_, step) => ({
  results: [{ step }],
  kind: "success",
});

function submit(queue: JobQueue, steps: number): Job {
  return queue.submit({
    operation: "asyncAddList",
    version: "2025_2",
    request: {},
    header: {},
    role: null,
    effects: null,
    steps,
  });
}

test("a job is pending, then processing step by step, then finished", () => {
  const { queue, pass } = openQueue();
  const job = submit(queue, 3);
  const seen = [0, 24, 1, 25, 25, 25].map((ms) => {
    pass(ms);
    const { status, done } = queue.progress(job);
    return [status, done, queue.remainingSeconds(job)];
  });
  expect(seen).toEqual([
    ["pending", 0, 0.1],
    ["pending", 0, 0.076],
    ["processing", 0, 0.075],
    ["processing", 1, 0.05],
    ["processing", 2, 0.025],
    ["finished", 3, 0],
  ]);
  expect(queue.results(job)).toEqual([{ step: 0 }, { step: 1 }, { step: 2 }]);
  queue.stop();
});

test("jobs do not overtake, and wait for nothing between them", () => {
  const { queue, pass } = openQueue();
  const [long, short] = [submit(queue, 9), submit(queue, 1)];
  pass(99);
  expect(queue.progress(long).status).toBe("processing");
  expect(queue.progress(short).status).toBe("pending");
  expect(queue.remainingSeconds(short)).toBe(0.101);
  pass(101);
  expect(queue.progress(long).status).toBe("finished");
  expect(queue.progress(short).status).toBe("finished");
  queue.stop();
});

const kinds: readonly [StepOutcome["kind"][], string][] = [
  [["success", "success"], "finished"],
  [["success", "error"], "finishedWithErrors"],
  [["error", "error"], "finishedWithErrors"],
  [["success", "failure"], "finishedWithErrors"],
  [["failure", "failure"], "failed"],
  [[], "finished"],
];

test.each(kinds)("steps that end with %j leave it %s", (given, want) => {
  const { queue, pass } = openQueue(undefined, (_, step) => ({
    results: [],
    kind: given[step] ?? "success",
  }));
  const job = submit(queue, given.length);
  pass(100);
  expect(queue.progress(job).status).toBe(want);
  queue.stop();
});

test("a restart goes on with the step after the last one that was done", () => {
  const state = createMemoryState();
  const done: number[] = [];
  const run: RunStep = (job, step) => {
    done.push(step);
    return succeed(job, step);
  };
  const before = openQueue(state, run);
  const [first, second] = [submit(before.queue, 3), submit(before.queue, 1)];
  before.pass(50);
  before.queue.stop();
  before.pass(1000);
  expect(done).toEqual([0]);

  const after = openQueue(state, run);
  expect(after.queue.progress(first).status).toBe("processing");
  after.pass(200);
  expect(done).toEqual([0, 1, 2, 0]);
  expect(after.queue.results(first)).toHaveLength(3);
  expect(after.queue.progress(second).status).toBe("finished");
  after.queue.stop();
});

test("a job is known for 30 days, and then forgotten", () => {
  const { queue, state, pass } = openQueue();
  const job = submit(queue, 2);
  pass(30 * DAY_MS);
  expect(queue.find(job.id)).toBe(job);
  pass(1);
  expect(queue.find(job.id)).toBeUndefined();
  submit(queue, 1);
  expect(
    ["jobs", "jobProgress", "jobResults"].map((name) => state.table(name).size),
  ).toEqual([1, 1, 0]);
  queue.stop();
});

test("ids tell the account, and are not given twice in one millisecond", () => {
  const { queue } = openQueue();
  expect([submit(queue, 1), submit(queue, 1)].map(({ id }) => id)).toEqual([
    "ASYNCWEBSERVICES_TSTDRV1_202501010000000001",
    "ASYNCWEBSERVICES_TSTDRV1_202501010000000002",
  ]);
  queue.stop();
});

test("without a delay a job is worked off by itself", async () => {
  const state = createMemoryState();
  const queue = new JobQueue({
    state,
    accountId: "TSTDRV1",
    delayMs: 0,
    now: () => new Date(STARTED),
  });
  queue.start(succeed);
  const job = submit(queue, 400);
  await expect.poll(() => queue.progress(job).status).toBe("finished");
  queue.stop();
});
