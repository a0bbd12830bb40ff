import { fileURLToPath, pathToFileURL } from "node:url";
import { runCold } from "../measure/contestant.js";
import { interleave, ratioOf } from "../measure/interleave.js";
import { median } from "../measure/median.js";
import { spawnTimed } from "../measure/spawn-timed.js";
import { createRow, formatMs } from "../report/row.js";
import { createEncodeTask } from "./create-task.js";

export const title = "Start: import, construct, ready to send";
export const needs = [];

const own = (file) =>
  fileURLToPath(new URL(`../contestants/${file}`, import.meta.url));

/** Whole processes that become ready and end, over one that does nothing. */
export async function run(bench) {
  const { workspace } = bench;
  const index = pathToFileURL(workspace.package).href;
  const memory = { bare: [], ready: [], request: [] };
  const start = async (name, ...args) => {
    const { ms, stdout } = await spawnTimed([process.execPath, ...args]);
    memory[name].push(Number(stdout) / 2 ** 20);
    return ms;
  };
  const { bare, ready, request } = await interleave(
    {
      bare: () => start("bare", own("start.js")),
      ready: () => start("ready", own("start.js"), index),
      request: () => start("request", own("first-request.js"), index),
    },
    bench.spawns * 4,
    2,
  );
  const overBare = (times) =>
    median(times.map((ms, round) => ms / bare[round] - 1));
  const heavier = (name) => median(memory[name]) - median(memory.bare);
  const node = `a Node start ${formatMs(median(bare))}`;
  const more = (times) => `+ ${formatMs(median(times) - median(bare))}`;
  return [
    createRow("import, construct", {
      ours: more(ready),
      theirs: node,
      ratio: overBare(ready),
      atMost: 0.3,
    }),
    createRow("resident, before undici", {
      ours: `+ ${heavier("ready").toFixed(1)} MiB`,
      theirs: `Node ${median(memory.bare).toFixed(0)} MiB`,
      value: heavier("ready"),
      atMost: 10,
      target: "≤ 10 MiB",
    }),
    createRow("besides: first request encoded and signed", {
      ours: `${more(request)}, ${heavier("request").toFixed(1)} MiB`,
      theirs: node,
      ratio: overBare(request),
    }),
    ...(workspace.wsdl && bench.messages ? await compareRivals(bench) : []),
  ];
}

/** The rivals' whole processes, which read the WSDL, and our own. */
async function compareRivals(bench) {
  const index = pathToFileURL(bench.workspace.package).href;
  const rivals = Object.entries(bench.contestants).filter(
    ([name]) => name !== "nsgen" && name !== "saxes",
  );
  const task = createEncodeTask(bench, "start", 1);
  const works = Object.fromEntries(
    rivals.map(([name, command]) => [
      name,
      async () => (await runCold(command, task, 0)).wallMs,
    ]),
  );
  works.nsgen = async () =>
    (await spawnTimed([process.execPath, own("start.js"), index])).ms;
  const { nsgen, ...others } = await interleave(works, bench.spawns, 1);
  return Object.entries(others).map(([name, times]) =>
    createRow("whole process, with its WSDL", {
      ours: formatMs(median(nsgen)),
      theirs: `${name} ${formatMs(median(times))}`,
      ratio: ratioOf(times, nsgen),
    }),
  );
}
