// node-soap: its client, over a transport that answers at once.

import { Buffer } from "node:buffer";
import { readFileSync, writeFileSync } from "node:fs";
import soap from "soap";
import { describePage, now, task, work } from "./work.js";
import { NAMESPACES, readRecords, uri } from "./records.js";

let times;
const answer = readFileSync(task.kind === "decode" ? task.file : task.answer);

const httpClient = {
  request(_url, request, callback) {
    // Until somebody reads it, text that was put together may be a list of its pieces.
    const bytes = Buffer.from(request);
    times.sent = now();
    if (task.output) writeFileSync(task.output, bytes);
    times.answered = now();
    callback(null, { status: 200, headers: {} }, answer.toString());
  },
};
const client = await soap.createClientAsync(task.wsdl, { httpClient });

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

/** As its users must write it: prefixes, their declarations and xsi:type by hand. */
function convertRecord({ externalId, internalId, fields }) {
  const declarations = Object.keys(NAMESPACES).map((prefix) => [
    `xmlns:${prefix}`,
    uri(prefix, task.version),
  ]);
  return {
    attributes: {
      ...Object.fromEntries(declarations),
      "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
      "xsi:type": "listRel:Customer",
      internalId,
      externalId,
    },
    ...convertFields("listRel", fields),
  };
}

function convertFields(prefix, fields) {
  return Object.fromEntries(
    fields.map(([name, value]) => [
      `${prefix}:${name}`,
      convertValue(prefix, value),
    ]),
  );
}

function convertValue(prefix, value) {
  if (typeof value === "string") return value;
  if (value.$ref) return convertRef(value.$ref);
  if (value.$addr) return convertFields("platformCommon", value.$addr);
  if (value.$list)
    return {
      [`${prefix}:${value.$list.name}`]: value.$list.rows.map((row) =>
        convertFields(prefix, row),
      ),
    };
  return {
    "platformCore:customField": value.$cf.map(
      ([type, internalId, scriptId, content]) => ({
        attributes: {
          internalId,
          scriptId,
          "xsi:type": `platformCore:${type}`,
        },
        "platformCore:value": Array.isArray(content)
          ? content.map(convertRef)
          : typeof content === "string"
            ? content
            : convertRef(content),
      }),
    ),
  };
}

function convertRef({ name, ...attributes }) {
  return { attributes, "platformCore:name": name };
}
