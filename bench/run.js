// Runs the benchmarks and prints their tables. Nothing fails because a machine is busy: what misses its target is marked.

import { mkdirSync } from "node:fs";
import os from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { findContestants } from "./contestants/find-contestants.js";
import { createWorkspace } from "./inputs/create-workspace.js";
import { findInputs } from "./inputs/find-inputs.js";
import { fitsSchema } from "./inputs/fits-schema.js";
import { Messages } from "./inputs/make-messages.js";
import { formatTable } from "./report/table.js";
import { splitReadme, updateReadme } from "./report/update-readme.js";

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
const rounds = Number(options.rounds);
if (!Number.isInteger(rounds) || rounds < 1)
  throw new Error(`--rounds ${options.rounds}: it is a number from 1.`);
if (options.only && options["update-readme"])
  throw new Error("--update-readme takes all benchmarks: leave --only out.");
// Better found missing now than after half an hour.
const readme = own("../README.md");
if (options["update-readme"]) splitReadme(readme);

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
if (bench.messages && !(await fitsSchema(workspace, bench.messages))) {
  leaveOut(
    `what needs messages, whose fields are of later versions than ${options.set}`,
  );
  bench.messages = inputs.maker = null;
}
bench.contestants = findContestants(leaveOut, bench.profileFlags);

const tables = [];
for (const name of names) {
  const { title, needs, run } = await import(`./rows/${name}.js`);
  if (needs.some((input) => inputs[input] === null)) {
    leaveOut(name);
    continue;
  }
  try {
    const table = formatTable(await run(bench));
    console.log(`\n${title}\n\n${table}`);
    tables.push(`**${title}**\n\n${table}`);
  } catch (error) {
    // The others can be measured all the same.
    console.error(`\n${title}\n\n${error.message}`);
    leaveOut(`${name}, which failed as is said above`);
    process.exitCode = 1;
  }
}

const [cpu] = os.cpus();
const machine = `NetSuite ${workspace.version.replace("_", ".")}, Node.js ${process.version}, ${os.cpus().length} × ${cpu?.model.trim() ?? "unknown processor"}: medians of runs that took turns, ${options.clock === "cpu" ? "processor time of all threads" : "time on the wall"}.`;
console.log(`\n${machine}`);
const gaps = leftOut.length > 0 ? [`Left out: ${leftOut.join("; ")}.`] : [];
for (const text of gaps) console.log(`\n${text}`);
if (options.profile) console.log(`\nCPU profiles are in ${profiles}.`);
if (options["update-readme"]) {
  if (process.exitCode)
    throw new Error("The README is left as it is: not all could be measured.");
  const text = [machine, ...tables, ...gaps].join("\n\n");
  updateReadme(readme, text);
}
// Contestants of a benchmark that failed are still waiting for their turn.
process.exit();
