import { spawn } from "node:child_process";
import { performance } from "node:perf_hooks";

/** A shell that says last what processor time its program took. */
const COUNTED = ["bash", "-c", '"$@" || exit; times', "bash"];

/**
 * Runs a program to its end.
 *
 * @param command the program and its arguments
 * @param options `cwd`, `env` added to the environment, `input` for stdin
 * @returns `ms` from spawn to exit, or of processor time where the run counts that, and `stdout`
 * @throws Error with what it printed where it failed
 */
export function spawnTimed(command, options = {}) {
  const { cwd, env = {}, input = "" } = options;
  const isCpu = process.env.NSGEN_BENCH_CLOCK === "cpu";
  const [program, ...args] = isCpu ? [...COUNTED, ...command] : command;
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
    });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text) => (stderr += text));
    // A program that never reads its input may be gone before it is written.
    child.stdin.on("error", () => {});
    child.stdin.end(input);
    child.on("error", reject);
    child.on("close", (code) => {
      const ms = performance.now() - started;
      if (code === 0) resolve(isCpu ? readCounted(stdout) : { ms, stdout });
      else
        reject(
          new Error(
            `${command.join(" ")} ended with ${code}:\n${stdout}${stderr}`,
          ),
        );
    });
  });
}

/** Takes off what the shell printed: its own times, then those of its program, user and system, as `0m1.25s`. */
function readCounted(stdout) {
  const lines = stdout.trimEnd().split("\n");
  const times = lines.at(-1).matchAll(/(\d+)m([\d.]+)s/g);
  const seconds = [...times].map(([, minutes, rest]) => minutes * 60 + +rest);
  const ms = seconds.reduce((sum, each) => sum + each * 1000, 0);
  return { ms, stdout: lines.slice(0, -2).join("\n") };
}
