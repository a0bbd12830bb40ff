// Decodes a response again and again, keeps one string of each, and says how much memory each of them holds.

import { readFileSync } from "node:fs";
import { setImmediate as nextTurn } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { task } from "./work.js";

const RESPONSES = 20;
const { schema, decodeEnvelope } = await import(pathToFileURL(task.package));

/** A long text, of the last record, from bytes that nothing else holds. */
function takeString() {
  const { body } = decodeEnvelope(schema, readFileSync(task.file));
  const [{ searchResult }] = Object.values(body);
  return searchResult.recordList.record.at(-1).comments;
}

async function usedBytes() {
  for (let turn = 0; turn < 3; turn++) {
    globalThis.gc();
    await nextTurn();
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

// What the first ones leave is the codec's own.
const kept = [takeString(), takeString()];
const before = await usedBytes();
for (let each = 0; each < RESPONSES; each++) kept.push(takeString());
const grown = (await usedBytes()) - before;
const isWhole = kept.every((text) => text.length > 20);
if (!isWhole) throw new Error("The last record has no comments.");
console.log(
  JSON.stringify({ keptKiB: grown / 1024 / RESPONSES, responses: RESPONSES }),
);
