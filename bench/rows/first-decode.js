import { statSync } from "node:fs";
import { runCold } from "../measure/contestant.js";
import { interleave, ratioOf } from "../measure/interleave.js";
import { median } from "../measure/median.js";
import { createRow, formatMs, formatRate } from "../report/row.js";
import { createDecodeTask } from "./create-task.js";

export const title = "First decode of a cold process: 1,000 customers";
export const needs = ["maker", "zip"];

/** Whole processes that decode once. */
export async function run(bench) {
  const file = bench.messages.make("customers", 1000);
  const bytes = statSync(file).size;
  const task = createDecodeTask(bench, { file });
  const decodes = {};
  const walls = await interleave(
    Object.fromEntries(
      Object.entries(bench.contestants).map(([name, command]) => [
        name,
        async () => {
          const { wallMs, last } = await runCold(command, task);
          (decodes[name] ??= []).push(last.ms);
          return wallMs;
        },
      ]),
    ),
    bench.spawns,
  );
  const rivals = Object.keys(walls).filter((name) => name !== "nsgen");
  const row = (what, samples, format, targets) =>
    rivals.map((name) =>
      createRow(what, {
        ours: format(samples.nsgen),
        theirs: `${name === "saxes" ? "bare saxes (whole)" : name} ${format(samples[name])}`,
        ratio: ratioOf(samples[name], samples.nsgen),
        atLeast: targets[name],
      }),
    );
  return [
    ...row("the decode", decodes, (times) => formatRate(bytes, median(times)), {
      PHP: 2,
    }),
    ...row("the whole process", walls, (times) => formatMs(median(times)), {
      PHP: 1,
    }),
  ];
}
