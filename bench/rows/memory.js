import { statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runCold } from "../measure/contestant.js";
import { median } from "../measure/median.js";
import { spawnTimed } from "../measure/spawn-timed.js";
import { createRow, formatKb } from "../report/row.js";
import { createDecodeTask } from "./create-task.js";

export const title = "Peak memory of one cold decode of 1,000 customers";
export const needs = ["maker", "zip"];

const BARE = fileURLToPath(new URL("../contestants/bare.js", import.meta.url));
const KEEP = fileURLToPath(
  new URL("../contestants/keep-strings.js", import.meta.url),
);

/** The most that processes have resident, and what strings keep alive that were taken from responses. */
export async function run(bench) {
  const file = bench.messages.make("customers", 1000);
  const task = createDecodeTask(bench, { file });
  const peaks = { bare: [] };
  for (let round = 0; round < bench.spawns; round++) {
    const { last } = await runCold([process.execPath, BARE], {});
    peaks.bare.push(last.peakMiB);
    for (const [name, command] of Object.entries(bench.contestants)) {
      const { last } = await runCold(command, task);
      (peaks[name] ??= []).push(last.peakMiB);
    }
  }
  const bare = median(peaks.bare);
  const over = median(peaks.nsgen) - bare;
  const others = Object.entries(peaks).filter(
    ([name]) => name !== "nsgen" && name !== "bare",
  );
  return [
    createRow("over a bare Node process", {
      ours: `${over.toFixed(0)} MiB (${median(peaks.nsgen).toFixed(0)})`,
      theirs: `bare ${bare.toFixed(0)} MiB`,
      value: over,
      atMost: 40,
      target: "≤ 40 MiB",
    }),
    ...others.map(([name, values]) =>
      createRow("whole process", {
        ours: `${median(peaks.nsgen).toFixed(0)} MiB`,
        theirs: `${name} ${median(values).toFixed(0)} MiB`,
        ratio: median(values) / median(peaks.nsgen),
      }),
    ),
    await measureKeptStrings(task),
  ];
}

async function measureKeptStrings(task) {
  const { stdout } = await spawnTimed([
    ...[process.execPath, "--expose-gc", KEEP],
    JSON.stringify(task),
  ]);
  const { keptKiB, responses } = JSON.parse(stdout);
  return createRow(`a string kept of each of ${responses} responses`, {
    ours: `${(keptKiB * 1.024).toFixed(1)} KB each`,
    theirs: `a response ${formatKb(statSync(task.file).size)}`,
    value: keptKiB,
    atMost: 64,
    target: "pins none",
  });
}
