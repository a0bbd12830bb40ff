import { rmSync } from "node:fs";
import { join } from "node:path";
import { createGrownWsdl } from "../inputs/create-grown-wsdl.js";
import { startContestant } from "../measure/contestant.js";
import { interleave } from "../measure/interleave.js";
import { median } from "../measure/median.js";
import { spawnTimed } from "../measure/spawn-timed.js";
import { createRow, formatMs } from "../report/row.js";
import { createDecodeTask, createEncodeTask } from "./create-task.js";

export const title = "Growth: linear";
export const needs = ["maker", "zip"];

/** What one more may cost, over what it costs in the size before. */
const LINEAR = 1.5;

/** Records in a message that is decoded or encoded, and XSDs in an input. */
export async function run(bench) {
  const { messages, contestants } = bench;
  const decode = (count) =>
    createDecodeTask(bench, { file: messages.make("customers", count) });
  const encode = (count) => createEncodeTask(bench, "growth", count);
  const work = async (taskOf, count) => {
    const contestant = await startContestant(contestants.nsgen, taskOf(count));
    // As many records for each size before it counts: all are warm.
    for (let run = 0; run < Math.max(2, 2000 / count); run++)
      await contestant.run();
    return contestant;
  };
  return [
    ...(await grow("records decoded", [1, 10, 100, 1000, 10_000], (count) =>
      work(decode, count),
    )),
    ...(await grow("records encoded", [1, 10, 100, 1000, 10_000], (count) =>
      work(encode, count),
    )),
    ...(await growInput(bench, [1, 10, 46])),
  ];

  async function grow(what, counts, start) {
    const started = {};
    for (const count of counts) started[count] = await start(count);
    const samples = await interleave(
      Object.fromEntries(
        counts.map((count) => [
          count,
          async () => {
            const runs = Math.max(1, Math.round(200 / count));
            let total = 0;
            for (let run = 0; run < runs; run++)
              total += (await started[count].run()).ms;
            return total / runs;
          },
        ]),
      ),
      bench.rounds,
    );
    for (const each of Object.values(started)) await each.stop();
    return rowsOf(what, counts, samples);
  }
}

async function growInput({ workspace, rounds }, counts) {
  const out = join(workspace.folder, "grown");
  const samples = await interleave(
    Object.fromEntries(
      counts.map((count) => {
        const wsdl = createGrownWsdl(workspace.folder, count);
        const command = [process.execPath, workspace.nsgen, "--quiet"];
        return [
          count,
          async () => {
            rmSync(out, { recursive: true, force: true });
            const { ms } = await spawnTimed([
              ...command,
              "--wsdl",
              wsdl,
              "--out",
              out,
            ]);
            return ms;
          },
        ];
      }),
    ),
    rounds,
    1,
  );
  return rowsOf("XSDs generated from", counts, samples);
}

/** A row for each size: what each one more than the smallest size costs, over the same for the size before. */
function rowsOf(what, counts, samples) {
  const times = counts.map((count) => median(samples[count]));
  const costs = times.map(
    (ms, index) => (ms - times[0]) / (counts[index] - counts[0]),
  );
  return counts.map((count, index) => {
    const ratio = index < 2 ? undefined : costs[index] / costs[index - 1];
    return createRow(`${count.toLocaleString("en")} ${what}`, {
      ours: formatMs(times[index]),
      theirs: index === 0 ? "" : `each one more ${formatMs(costs[index])}`,
      ratio,
      atMost: ratio === undefined ? undefined : LINEAR,
    });
  });
}
