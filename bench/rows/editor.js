import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createApp } from "../inputs/create-app.js";
import { createIntersections } from "../inputs/create-intersections.js";
import { interleave, ratioOf } from "../measure/interleave.js";
import { median } from "../measure/median.js";
import { startTsserver } from "../measure/tsserver.js";
import { createRow, formatMs } from "../report/row.js";

export const title =
  "Editor: completion after a keystroke, by the tsserver protocol";
export const needs = [];

/** Where completion is asked for: `|` is the cursor, and `want` a name that it must offer. */
const PLACES = [
  {
    what: "a field in a record literal",
    atMost: 0.15,
    want: "companyName",
    text: `import type { Customer } from "netsuite";
export const customer: Customer = { $type: "Customer", comp| };
`,
  },
  {
    what: "in the facade",
    atMost: 0.05,
    want: "salesOrder",
    text: `import { NetSuiteClient } from "netsuite";
const client = NetSuiteClient.fromEnv();
client.records.sales|;
`,
  },
  {
    what: "a field before $type is typed",
    atMost: 0.8,
    want: "companyName",
    text: `import { NetSuiteClient } from "netsuite";
const client = NetSuiteClient.fromEnv();
void client.add({ record: { comp| } });
`,
  },
];

/** Completions in a project that is loaded: the first one, and those after further keystrokes. */
export async function run(bench) {
  const rows = [];
  const packages = {
    ours: "netsuite",
    plain: createIntersections(bench.workspace),
  };
  for (const [index, place] of PLACES.entries()) {
    const editors = {};
    for (const [name, from] of Object.entries(packages)) {
      const project = createApp(bench.workspace, `editor-${index}-${name}`, {
        text: place.text.replace("|", ""),
        from,
      });
      editors[name] = await openEditor(join(project, "app.ts"), place);
    }
    const first = {
      ours: await editors.ours.complete(),
      plain: await editors.plain.complete(),
    };
    const { ours, plain } = await interleave(
      { ours: editors.ours.complete, plain: editors.plain.complete },
      bench.rounds * 2,
    );
    for (const editor of Object.values(editors)) await editor.stop();
    rows.push(
      createRow(place.what, {
        ours: formatMs(median(ours)),
        theirs: `intersections ${formatMs(median(plain))}`,
        ratio: ratioOf(plain, ours),
        value: median(ours) / 1000,
        atMost: place.atMost,
        target: `≤ ${place.atMost} s`,
      }),
      createRow(`${place.what}, the first after loading`, {
        ours: formatMs(first.ours),
        theirs: `intersections ${formatMs(first.plain)}`,
        ratio: first.plain / first.ours,
      }),
    );
  }
  return rows;
}

/** An editor with a project loaded: `complete` gives the milliseconds of a completion after a keystroke. */
async function openEditor(file, { text, want }) {
  const before = text.slice(0, text.indexOf("|"));
  const line = before.split("\n").length;
  const offset = before.length - before.lastIndexOf("\n");
  const server = startTsserver();
  server.notify("open", { file, fileContent: readFileSync(file, "utf8") });
  // Answered when the project is loaded; nothing is checked for it.
  await server.ask("projectInfo", { file, needFileNameList: false });
  const complete = async () => {
    // Typed and taken back: each keystroke makes the server check anew.
    const place = { file, line, offset, endLine: line };
    server.notify("change", { ...place, endOffset: offset, insertString: "a" });
    server.notify("change", {
      ...place,
      endOffset: offset + 1,
      insertString: "",
    });
    const started = server.now();
    const { entries } = await server.ask("completionInfo", {
      file,
      line,
      offset,
      triggerKind: 1,
    });
    const ms = server.now() - started;
    if (!entries.some(({ name }) => name === want))
      throw new Error(`tsserver does not offer ${want} in ${file}.`);
    return ms;
  };
  return { complete, stop: server.stop };
}
