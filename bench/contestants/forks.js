// What node-soap and strong-soap have in common, as one is a fork of the other.

import { Buffer } from "node:buffer";
import { readFileSync, writeFileSync } from "node:fs";
import { readRecords } from "./records.js";
import { describePage, now, task, work } from "./work.js";

let times;
const answer = readFileSync(task.kind === "decode" ? task.file : task.answer);

/** Takes a request in the place of their transport, and answers at once with this head of a response. */
export function answerAtOnce(head) {
  return (_url, request, callback) => {
    // Until somebody reads it, text that was put together may be a list of its pieces.
    const bytes = Buffer.from(request);
    times.sent = now();
    if (task.output) writeFileSync(task.output, bytes);
    times.answered = now();
    callback(null, head, answer.toString());
  };
}

/**
 * Does the task again and again with a client of theirs.
 *
 * @param convertRecord gives a record as its users must write it
 */
export async function workWith(client, convertRecord) {
  const isEncoding = task.kind === "encode";
  const request = isEncoding
    ? { record: readRecords(task).map(convertRecord) }
    : { searchId: "x", pageIndex: 2 };
  const method = isEncoding ? "addList" : "searchMoreWithId";
  await work(async () => {
    times = { called: now() };
    const result = await new Promise((resolve, reject) => {
      client[method](request, (error, given) => {
        times.done = now();
        if (error) reject(error);
        else resolve(given);
      });
    });
    return isEncoding
      ? { ms: times.sent - times.called }
      : {
          ms: times.done - times.answered,
          saw: describePage(result.searchResult),
        };
  });
}
