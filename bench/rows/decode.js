import { readFileSync, statSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { startContestant } from "../measure/contestant.js";
import { interleave, inTurns, ratioOf } from "../measure/interleave.js";
import { median } from "../measure/median.js";
import { createRow, formatRate } from "../report/row.js";
import { createDecodeTask } from "./create-task.js";

export const title = "Decode a page of 1,000, from bytes to typed values, warm";
export const needs = ["maker", "zip"];

/**
 * Decoding by all contestants, in processes of their own that take turns. What is irregular is one page in other forms:
 * its rates are by the bytes of the regular one.
 */
export async function run(bench) {
  const { messages } = bench;
  const customers = { file: messages.make("customers", 1000) };
  const rows = { file: messages.make("rows", 1000) };
  const all = Object.keys(bench.contestants).filter((name) => name !== "saxes");
  const regular = await race(bench, customers, all);
  const table = [
    ...rowsOf("customers", regular, {
      "node-soap": 15,
      PHP: 3,
      saxes: 2,
    }),
    ...rowsOf("rows", await race(bench, rows, all), { saxes: 1.5 }),
    ...rowsOf(
      "customers, 40 % of the fields dropped",
      await race(bench, { file: messages.dropped() }, [
        "nsgen",
        "node-soap",
        "PHP",
      ]),
      { saxes: 1.3 },
    ),
  ];
  const { schema, decodeEnvelope } = await import(
    pathToFileURL(bench.workspace.package)
  );
  const decode = ({ file }) => decodeEnvelope(schema, readFileSync(file)).body;
  const values = decode(customers);
  for (const { what, ...message } of messages.irregular()) {
    if (!isDeepStrictEqual(decode(message), values))
      throw new Error(`nsgen decoded other values of the page with ${what}.`);
    const raced = await race(bench, message, ["nsgen"]);
    raced.bytes = regular.bytes;
    table.push(...rowsOf(`customers, ${what}`, raced, {}));
  }
  return table;
}

/** Milliseconds of each contestant in each round; saxes gives the faster of two ways. */
async function race(bench, message, names) {
  const { contestants, rounds } = bench;
  const task = createDecodeTask(bench, message);
  const saxes = { whole: false, "64 KB chunks": true };
  const started = {};
  for (const name of names)
    if (contestants[name])
      started[name] = await startContestant(contestants[name], task);
  for (const [way, chunked] of Object.entries(saxes))
    started[way] = await startContestant(contestants.saxes, {
      ...task,
      chunked,
    });

  const seen = {};
  const works = Object.fromEntries(
    Object.entries(started).map(([name, contestant]) => [
      name,
      inTurns(async () => {
        const { ms, saw } = await contestant.run();
        if (saw) seen[name] = saw;
        return ms;
      }),
    ]),
  );
  const samples = await interleave(works, rounds, 3);
  for (const contestant of Object.values(started)) await contestant.stop();
  for (const [name, saw] of Object.entries(seen))
    if (!isDeepStrictEqual(saw, seen.nsgen))
      throw new Error(
        `${name} decoded ${JSON.stringify(saw)} of ${message.file}, nsgen ${JSON.stringify(seen.nsgen)}.`,
      );
  return { samples, bytes: statSync(message.file).size };
}

function rowsOf(what, { samples, bytes }, targets) {
  const { nsgen, whole, "64 KB chunks": chunks, ...rivals } = samples;
  const isWholeFaster = median(whole) <= median(chunks);
  const floor = isWholeFaster ? "whole" : "64 KB chunks";
  const rate = (times) => formatRate(bytes, median(times));
  const compare = (name, times, atLeast) =>
    createRow(what, {
      ours: rate(nsgen),
      theirs: `${name} ${rate(times)}`,
      ratio: ratioOf(times, nsgen),
      atLeast,
    });
  return [
    ...Object.entries(rivals).map(([name, times]) =>
      compare(name, times, targets[name]),
    ),
    compare(`bare saxes (${floor})`, samples[floor], targets.saxes),
  ];
}
