// What the contestants on Node share: the loop of a program that works once for each line on its stdin.

import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { createInterface } from "node:readline";

/** What to do: the last argument, as JSON. */
export const task = JSON.parse(process.argv.at(-1));

/**
 * Says that this program is ready, then works once for each line of stdin and prints what came of it.
 *
 * @param run gives `ms` and what the run saw
 */
export async function work(run) {
  report({});
  const lines = createInterface({ input: process.stdin })[
    Symbol.asyncIterator
  ]();
  while (!(await lines.next()).done) report(await run());
}

/** Milliseconds by the clock of this run: on the wall, or of processor time that all threads of this process took. */
export function now() {
  if (process.env.NSGEN_BENCH_CLOCK !== "cpu") return performance.now();
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function report(fields) {
  console.log(JSON.stringify({ ...fields, peakMiB: peakMiB() }));
}

/** The most memory that this process had resident. getrusage would give its parent's. */
export function peakMiB() {
  try {
    const status = readFileSync("/proc/self/status", "utf8");
    return Number(/^VmHWM:\s*(\d+)/m.exec(status)[1]) / 1024;
  } catch {
    return process.resourceUsage().maxRSS / 1024;
  }
}

/** What is checked of a decoded page: how many records or rows, and the name of the last one. */
export function describePage(result) {
  const records = result.recordList?.record;
  const list = records ?? result.searchRowList.searchRow;
  const last = list.at(-1);
  const entityId = records
    ? last.entityId
    : [last.basic.entityId].flat()[0].searchValue;
  return { records: list.length, last: entityId };
}
