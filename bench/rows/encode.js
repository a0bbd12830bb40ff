import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { runCold, startContestant } from "../measure/contestant.js";
import { interleave, inTurns, ratioOf } from "../measure/interleave.js";
import { median } from "../measure/median.js";
import { createRow, formatMs } from "../report/row.js";
import { createEncodeTask } from "./create-task.js";

export const title = "Encode an addList of 200 customers, checked";
export const needs = ["maker", "zip"];

const WARM = { "node-soap": 5, PHP: 3 };
const COLD = { "node-soap": 3, PHP: 1.2 };

/** Encoding by all contestants: warm, and the first of a process that is ready. */
export async function run(bench) {
  const { contestants } = bench;
  const names = Object.keys(contestants).filter((name) => name !== "saxes");
  const { schema, decodeEnvelope } = await import(
    pathToFileURL(bench.workspace.package)
  );
  const decode = (file) =>
    decodeEnvelope(schema, readFileSync(file)).body.addList;
  const wanted = decode(bench.messages.make("addlist", 200));
  const values = join(bench.workspace.folder, "addlist.values");
  writeFileSync(values, JSON.stringify({ addList: wanted }));
  const taskOf = (name) => ({ ...createEncodeTask(bench, name), values });

  const started = {};
  for (const name of names)
    started[name] = await startContestant(contestants[name], taskOf(name));
  const turns = Object.fromEntries(
    names.map((name) => [
      name,
      inTurns(async () => (await started[name].run()).ms),
    ]),
  );
  const warm = await interleave(
    worksOf(names, (name) => turns[name]()),
    bench.rounds,
    3,
  );
  for (const each of Object.values(started)) await each.stop();
  const cold = await interleave(
    worksOf(names, async (name) => {
      const { last } = await runCold(contestants[name], taskOf(name));
      return last.ms;
    }),
    bench.spawns,
  );
  const describe = (name) => {
    try {
      const written = decode(taskOf(name).output);
      const isSame = isDeepStrictEqual(canonical(written), canonical(wanted));
      return isSame ? "" : ", other values";
    } catch {
      return ", invalid";
    }
  };
  if (describe("nsgen") !== "")
    throw new Error("nsgen encoded other values than it was given.");
  return [
    ...rowsOf("warm", warm, WARM, describe),
    ...rowsOf("cold, ready before", cold, COLD, describe),
  ];
}

/** The same for the same facts: moments of time in UTC, and without the default that some clients write. */
function canonical(value) {
  if (typeof value === "string" && /^\d{4}-\d\d-\d\dT/.test(value))
    return new Date(value).toISOString();
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, each]) => name !== "replaceAll" || each !== true)
      .map(([name, each]) => [name, canonical(each)]),
  );
}

function worksOf(names, work) {
  return Object.fromEntries(names.map((name) => [name, () => work(name)]));
}

function rowsOf(what, { nsgen, ...rivals }, targets, describe) {
  return Object.entries(rivals).map(([name, times]) =>
    createRow(what, {
      ours: formatMs(median(nsgen)),
      theirs: `${name} ${formatMs(median(times))}${describe(name)}`,
      ratio: ratioOf(times, nsgen),
      atLeast: targets[name],
    }),
  );
}
