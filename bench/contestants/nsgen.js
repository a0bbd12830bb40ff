// The client that nsgen generated.

import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { describePage, now, task, work } from "./work.js";

const { schema, decodeEnvelope, encodeEnvelopeBytes } = await import(
  pathToFileURL(task.package)
);
const bytes = readFileSync(task.file);

if (task.kind === "decode")
  await work(() => {
    const started = now();
    const { body } = decodeEnvelope(schema, bytes);
    const ms = now() - started;
    const [{ searchResult }] = Object.values(body);
    return { ms, saw: describePage(searchResult) };
  });
else {
  // The values that a caller would give; where the codec must be cold, they come as JSON.
  const { addList } =
    task.values === undefined
      ? decodeEnvelope(schema, bytes).body
      : JSON.parse(readFileSync(task.values, "utf8"));
  await work(() => {
    const started = now();
    const request = encodeEnvelopeBytes(schema, { body: { addList } });
    const ms = now() - started;
    writeFileSync(task.output, request);
    return { ms };
  });
}
