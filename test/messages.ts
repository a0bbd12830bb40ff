import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inputFolder } from "./wsdl-sets.js";

/** One recorded SOAP message, as `INDEX.tsv` lists it. */
export interface RecordedMessage {
  /** Its path inside the folder of messages: a stable name for a test. */
  readonly file: string;
  /** Where to read it. */
  readonly path: string;
  /** The element of its SOAP body, such as `addResponse`. */
  readonly operation: string;
  /** The version token of its namespaces, such as `2013_2`. */
  readonly version: string;
  /** What the server sent: a response or a fault. */
  readonly isResponse: boolean;
}

const folder = inputFolder(
  "NSGEN_MESSAGES_DIR",
  "messages",
  "recorded messages",
);

/** All recorded messages in the order of `INDEX.tsv`; empty where the folder is absent. */
export function recordedMessages(): RecordedMessage[] {
  if (folder === null) return [];
  const [header = "", ...rows] = readFileSync(join(folder, "INDEX.tsv"), "utf8")
    .trimEnd()
    .split(/\r?\n/);
  const columns = header.split("\t");
  return rows.map((row) => {
    const cells = row.split("\t");
    const cell = (column: string): string => {
      const value = cells[columns.indexOf(column)];
      if (value === undefined)
        throw new Error(`INDEX.tsv: no column "${column}" in the row "${row}"`);
      return value;
    };
    return {
      file: cell("file"),
      path: join(folder, cell("file")),
      operation: cell("operation"),
      version: cell("namespace_version"),
      isResponse: cell("kind") !== "request",
    };
  });
}
