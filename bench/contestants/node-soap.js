// node-soap: its client, over a transport that answers at once.

import soap from "soap";
import { answerAtOnce, workWith } from "./forks.js";
import { NAMESPACES, uri } from "./records.js";
import { task } from "./work.js";

const httpClient = { request: answerAtOnce({ status: 200, headers: {} }) };
const client = await soap.createClientAsync(task.wsdl, { httpClient });
await workWith(client, convertRecord);

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
