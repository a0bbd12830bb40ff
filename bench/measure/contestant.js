import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { spawnTimed } from "./spawn-timed.js";

/**
 * Starts a contestant that stays: a program that prints a line of JSON when it is ready, and one for each line it reads.
 *
 * @param command the program and its arguments; the task comes last, as JSON
 * @returns `ready`, what it printed first; `run`, which does its work once more and gives what it prints; and `stop`
 */
export async function startContestant(command, task) {
  const [program, ...args] = command;
  const child = spawn(program, [...args, JSON.stringify(task)], {
    stdio: ["pipe", "pipe", "pipe"],
  });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text) => (stderr += text));
  child.stdin.on("error", () => {});
  const ended = new Promise((resolve) => child.on("close", resolve));
  const lines = createInterface({ input: child.stdout })[
    Symbol.asyncIterator
  ]();
  const read = async () => {
    const { done, value } = await lines.next();
    if (!done) return JSON.parse(value);
    throw new Error(`${command.join(" ")} ended early:\n${stderr}`);
  };
  return {
    ready: await read(),
    run() {
      child.stdin.write("\n");
      return read();
    },
    async stop() {
      child.stdin.end();
      await ended;
    },
  };
}

/**
 * Runs a contestant in a process of its own that does its work `runs` times.
 *
 * @returns `wallMs` of the whole process, `ready`, and `last`, what it printed of its last run
 */
export async function runCold(command, task, runs = 1) {
  const { ms, stdout } = await spawnTimed([...command, JSON.stringify(task)], {
    input: "\n".repeat(runs),
  });
  const lines = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  return { wallMs: ms, ready: lines[0], last: lines.at(-1) };
}
