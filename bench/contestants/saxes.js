// The floor: saxes with namespaces, positions off, whose events are thrown away. Whole text or 64 KB chunks of it.

import { readFileSync } from "node:fs";
import { TextDecoder } from "node:util";
import { SaxesParser } from "saxes";
import { now, task, work } from "./work.js";

const CHUNK = 64 * 1024;
const bytes = readFileSync(task.file);
const decoder = new TextDecoder(task.charset);

await work(() => {
  const started = now();
  const text = decoder.decode(bytes);
  const parser = new SaxesParser({ xmlns: true, position: false });
  for (const event of ["opentag", "closetag", "text", "cdata"])
    parser.on(event, ignore);
  if (task.chunked)
    for (let at = 0; at < text.length; at += CHUNK)
      parser.write(text.slice(at, at + CHUNK));
  else parser.write(text);
  parser.close();
  return { ms: now() - started };
});

function ignore() {}
