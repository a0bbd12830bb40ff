// The records that encoders are given, as an ordered model of names and values.

import { readFileSync } from "node:fs";

/** Namespaces by the prefixes that the model's maker uses; `*` stands for the version. */
export const NAMESPACES = {
  platformCore: "core*.platform",
  platformCommon: "common*.platform",
  listRel: "relationships*.lists",
};

/** The URI of a namespace of this task's version. */
export function uri(prefix, version) {
  const name = NAMESPACES[prefix].replace("*", `_${version}`);
  return `urn:${name}.webservices.netsuite.com`;
}

/** The records of a task. */
export function readRecords({ records }) {
  return JSON.parse(readFileSync(records, "utf8"));
}
