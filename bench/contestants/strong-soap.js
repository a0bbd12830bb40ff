// strong-soap: its client, over a transport that answers at once.

import strongSoap from "strong-soap";
import { answerAtOnce, workWith } from "./forks.js";
import { uri } from "./records.js";
import { task } from "./work.js";

const httpClient = {
  options: { prettyPrint: false },
  request: answerAtOnce({ statusCode: 200, headers: {} }),
};
const client = await new Promise((resolve, reject) => {
  strongSoap.soap.createClient(task.wsdl, { httpClient }, (error, made) =>
    error ? reject(error) : resolve(made),
  );
});
await workWith(client, convertRecord);

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
