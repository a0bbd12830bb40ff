// Runs the benchmarks and prints their tables. Nothing fails because a machine is busy: what misses its target is marked.

import { mkdirSync } from "node:fs";
import os from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { findContestants } from "./contestants/find-contestants.js";
import { createWorkspace } from "./inputs/create-workspace.js";
import { findInputs } from "./inputs/find-inputs.js";
import { Messages } from "./inputs/make-messages.js";
import { formatTable } from "./report/table.js";
import { updateReadme } from "./report/update-readme.js";

const NAMES = [
  "decode",
  "memory",
  "encode",
  "start",
  "first-decode",
  "generate",
  "compile",
  "editor",
  "descriptor",
  "growth",
];

const own = (path) => fileURLToPath(new URL(path, import.meta.url));

const { values: options } = parseArgs({
  options: {
    only: { type: "string" },
    set: { type: "string", default: "v2025_2" },
    rounds: { type: "string", default: "7" },
    clock: { type: "string", default: "wall" },
    profile: { type: "boolean", default: false },
    "update-readme": { type: "boolean", default: false },
  },
});
const names = options.only?.split(",") ?? NAMES;
for (const name of names)
  if (!NAMES.includes(name))
    throw new Error(
      `--only ${name}: there is no such benchmark. There are ${NAMES.join(", ")}.`,
    );
if (!["wall", "cpu"].includes(options.clock))
  throw new Error(`--clock ${options.clock}: it is wall or cpu.`);
if (options.only && options["update-readme"])
  throw new Error("--update-readme takes all benchmarks: leave --only out.");

process.env.NSGEN_BENCH_CLOCK = options.clock;
const leftOut = [];
const leaveOut = (text) => leftOut.push(text);
const inputs = findInputs(options.set, leaveOut);
const profiles = own("profiles");
if (options.profile) mkdirSync(profiles, { recursive: true });
const workspace = createWorkspace(options.set, inputs.zip);
process.on("exit", workspace.remove);
for (const signal of ["SIGINT", "SIGTERM"])
  process.on(signal, () => process.exit(1));

const rounds = Number(options.rounds);
const bench = {
  inputs,
  workspace,
  leaveOut,
  rounds,
  spawns: Math.max(3, rounds - 2),
  messages: inputs.maker && new Messages(inputs.maker, workspace),
  profileFlags: options.profile
    ? ["--cpu-prof", "--cpu-prof-dir", profiles]
    : [],
};
bench.contestants = findContestants(leaveOut, bench.profileFlags);

const tables = [];
for (const name of names) {
  const { title, needs, run } = await import(`./rows/${name}.js`);
  if (needs.some((input) => inputs[input] === null)) {
    leaveOut(name);
    continue;
  }
  const table = formatTable(await run(bench));
  console.log(`\n${title}\n\n${table}`);
  tables.push(`**${title}**\n\n${table}`);
}

const [cpu] = os.cpus();
const machine = `NetSuite ${workspace.version.replace("_", ".")}, Node.js ${process.version}, ${os.cpus().length} × ${cpu?.model.trim() ?? "unknown processor"}: medians of runs that took turns, ${options.clock === "cpu" ? "processor time of all threads" : "time on the wall"}.`;
console.log(`\n${machine}`);
if (leftOut.length > 0) console.log(`\nLeft out: ${leftOut.join("; ")}.`);
if (options.profile) console.log(`\nCPU profiles are in ${profiles}.`);
if (options["update-readme"])
  updateReadme(own("../README.md"), [machine, ...tables].join("\n\n"));
