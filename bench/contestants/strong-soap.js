// strong-soap: its client, over a transport that answers at once.

import { Buffer } from "node:buffer";
import { readFileSync, writeFileSync } from "node:fs";
import strongSoap from "strong-soap";
import { readRecords, uri } from "./records.js";
import { describePage, now, task, work } from "./work.js";

let times;
const answer = readFileSync(task.kind === "decode" ? task.file : task.answer);

const httpClient = {
  options: { prettyPrint: false },
  request(_url, request, callback) {
    // Until somebody reads it, text that was put together may be a list of its pieces.
    const bytes = Buffer.from(request);
    times.sent = now();
    if (task.output) writeFileSync(task.output, bytes);
    times.answered = now();
    callback(null, { statusCode: 200, headers: {} }, answer.toString());
  },
};
const client = await new Promise((resolve, reject) => {
  strongSoap.soap.createClient(task.wsdl, { httpClient }, (error, made) =>
    error ? reject(error) : resolve(made),
  );
});

const request =
  task.kind === "encode"
    ? { record: readRecords(task).map(convertRecord) }
    : { searchId: "x", pageIndex: 2 };
const method = task.kind === "encode" ? "addList" : "searchMoreWithId";

await work(async () => {
  times = { called: now() };
  const result = await new Promise((resolve, reject) => {
    client[method](request, (error, given) => {
      times.done = now();
      if (error) reject(error);
      else resolve(given);
    });
  });
  return task.kind === "encode"
    ? { ms: times.sent - times.called }
    : {
        ms: times.done - times.answered,
        saw: describePage(result.searchResult),
      };
});

function convertRecord({ externalId, internalId, fields }) {
  return {
    $attributes: {
      $xsiType: typed("listRel", "Customer"),
      internalId,
      externalId,
    },
    ...convertFields(fields),
  };
}

function convertFields(fields) {
  return Object.fromEntries(
    fields.map(([name, value]) => [name, convertValue(value)]),
  );
}

function convertValue(value) {
  if (typeof value === "string") return value;
  if (value.$ref) return convertRef(value.$ref);
  if (value.$addr) return convertFields(value.$addr);
  if (value.$list)
    return { [value.$list.name]: value.$list.rows.map(convertFields) };
  return {
    customField: value.$cf.map(([type, internalId, scriptId, content]) => ({
      $attributes: {
        $xsiType: typed("platformCore", type),
        internalId,
        scriptId,
      },
      value: Array.isArray(content)
        ? content.map(convertRef)
        : typeof content === "string"
          ? content
          : convertRef(content),
    })),
  };
}

function convertRef({ name, ...attributes }) {
  return { $attributes: attributes, name };
}

function typed(prefix, name) {
  return `{${uri(prefix, task.version)}}${name}`;
}
