import { rmSync } from "node:fs";
import { join } from "node:path";
import { findGenerators } from "../contestants/find-generators.js";
import { interleave, ratioOf } from "../measure/interleave.js";
import { median } from "../measure/median.js";
import { spawnTimed } from "../measure/spawn-timed.js";
import { createRow, formatMs } from "../report/row.js";

export const title = "Generate everything from one WSDL";
export const needs = ["zip"];

/** Commands that generate from the same files on disk: whole processes. */
export async function run(bench) {
  const { workspace, leaveOut } = bench;
  const out = join(workspace.folder, "generated");
  const nsgen = [
    process.execPath,
    ...bench.profileFlags,
    workspace.nsgen,
  ].concat(["--quiet", "--wsdl", workspace.wsdl, "--out"]);
  const kept = join(workspace.folder, "kept");
  await spawnTimed([...nsgen, kept]);
  const works = {
    nsgen: async () => {
      rmSync(out, { recursive: true, force: true });
      return (await spawnTimed([...nsgen, out])).ms;
    },
    unchanged: async () => (await spawnTimed([...nsgen, kept])).ms,
    node: async () => (await spawnTimed([process.execPath, "-e", ""])).ms,
  };
  const rivals = findGenerators(workspace, leaveOut);
  const broken = new Set();
  for (const [name, generate] of Object.entries(rivals))
    works[name] = async () => {
      if (broken.has(name)) return NaN;
      try {
        return await generate();
      } catch (error) {
        broken.add(name);
        console.error(error.message);
        leaveOut(`${name}, which failed as is said above`);
        return NaN;
      }
    };
  const samples = await interleave(works, bench.spawns, 1);
  const text = (name) => formatMs(median(samples[name]));
  return [
    ...Object.keys(rivals)
      .filter((name) => !broken.has(name))
      .map((name) =>
        createRow("whole", {
          ours: text("nsgen"),
          theirs: `${name} ${text(name)}`,
          ratio: ratioOf(samples.nsgen, samples[name]),
          atMost: name === "wsdl-tsclient" ? 0.4 : undefined,
        }),
      ),
    createRow("nothing changed", {
      ours: text("unchanged"),
      theirs: `a Node start ${text("node")}`,
      ratio: ratioOf(samples.unchanged, samples.node),
      atMost: 2,
    }),
  ];
}
