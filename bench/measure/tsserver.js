import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { performance } from "node:perf_hooks";

/**
 * Starts TypeScript's language server, as editors do.
 *
 * @returns `notify(command, arguments)` for what is not answered, `ask(command, arguments)` for what is, `now()`, and `stop()`
 */
export function startTsserver() {
  const require = createRequire(import.meta.url);
  const home = dirname(require.resolve("typescript/package.json"));
  const child = spawn(process.execPath, [
    join(home, "lib/tsserver.js"),
    "--disableAutomaticTypingAcquisition",
  ]);
  const waiting = new Map();
  let sequence = 0;
  let buffer = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    buffer += text;
    const lines = buffer.split("\n");
    buffer = lines.pop();
    for (const line of lines) {
      // Each message is a line; what else is printed is its length.
      if (!line.startsWith("{")) continue;
      const message = JSON.parse(line);
      if (message.type !== "response") continue;
      waiting.get(message.request_seq)?.(message);
      waiting.delete(message.request_seq);
    }
  });
  const send = (command, args) => {
    sequence += 1;
    const message = {
      seq: sequence,
      type: "request",
      command,
      arguments: args,
    };
    child.stdin.write(`${JSON.stringify(message)}\n`);
    return sequence;
  };
  return {
    notify: send,
    /** Milliseconds by the clock of this run; of processor time, that of the thread that answers. */
    now() {
      if (process.env.NSGEN_BENCH_CLOCK !== "cpu") return performance.now();
      const [nanoseconds] = readFileSync(
        `/proc/${child.pid}/schedstat`,
        "utf8",
      ).split(" ");
      return nanoseconds / 1e6;
    },
    ask: (command, args) =>
      new Promise((resolve, reject) => {
        waiting.set(send(command, args), ({ success, body, message }) => {
          if (success) resolve(body);
          else reject(new Error(`tsserver: ${command}: ${message}`));
        });
      }),
    stop: () =>
      new Promise((resolve) => {
        child.on("close", resolve);
        child.stdin.end();
      }),
  };
}
