import { expect, test } from "vitest";
import { readSeed } from "../wire/random.js";
import { formatReport, heapCourse } from "./report.js";
import { runSoak } from "./run-soak.js";

const seed = readSeed();
const calls = Number(process.env["NSGEN_SOAK_CALLS"] ?? 600);

/** A run that is shorter does not tell a leak from code and buffers that are made once. */
const HEAP_CALLS = 5_000;
/** By how much the heap may differ from one collection to another, and what would be a leak beyond it. */
const HEAP_NOISE_BYTES = 2 ** 20;
const LEAK_BYTES_PER_CALL = 100;

test(`${calls} calls end as they say, in turns, and leave nothing behind`, async () => {
  const report = await runSoak(seed, calls);
  // eslint-disable-next-line no-console -- the figures are what a long run is for
  console.info(formatReport(report));
  expect(report.problems.slice(0, 20)).toEqual([]);
  const { value, notDone, done, unknown } = report.endings;
  expect(value + notDone + done + unknown).toBe(calls);
  expect(report.maxInFlight).toBeLessThanOrEqual(report.limit);
  // Else it was no soak.
  for (const answered of ["rightly", "reset", "html", "WS_REQUEST_BLOCKED"])
    expect(report.answers.get(answered), answered).toBeGreaterThan(0);
  if (calls >= HEAP_CALLS) {
    const [, middle, end] = heapCourse(report);
    expect(end - middle).toBeLessThan(
      HEAP_NOISE_BYTES + (calls / 2) * LEAK_BYTES_PER_CALL,
    );
  }
});
