import { expect, test } from "vitest";
import { readSeed } from "../wire/random.js";
import { formatReport } from "./report.js";
import { runEmulatorSoak } from "./run-emulator-soak.js";

const seed = readSeed();
const calls = Number(process.env["NSGEN_SOAK_CALLS"] ?? 600);

test(`${calls} calls to an emulator with fault rules add nothing twice, and are all accounted for`, async () => {
  const report = await runEmulatorSoak(seed, calls);
  // eslint-disable-next-line no-console -- the figures are what a long run is for
  console.info(formatReport(report));
  expect(report.problems.slice(0, 20)).toEqual([]);
  const { value, notDone, done, unknown } = report.endings;
  expect(value + notDone + done + unknown).toBe(report.calls);
  expect(report.maxInFlight).toBeLessThanOrEqual(report.limit);
  // Else it was no soak.
  for (const outcome of ["ok", "reset", "unavailable", "WS_REQUEST_BLOCKED"])
    expect(report.answers.get(outcome), outcome).toBeGreaterThan(0);
});
