import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";

/** Path of the TypeScript compiler's program. */
export const tsc: string = join(
  createRequire(import.meta.url).resolve("typescript/package.json"),
  "../bin/tsc",
);

/** What a program said and how it ended. */
export interface Run {
  readonly stdout: string;
  readonly stderr: string;
  /** -1 where a signal ended it. */
  readonly exitCode: number;
}

/** Runs a program by node, a minute long at most, with nothing of NetSuite, and of these tests, in its environment. */
export function runNode(
  cwd: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Run> {
  const inherited = Object.entries(process.env).filter(
    ([name]) =>
      !/^NETSUITE_|^VITEST|^NODE_(?:ENV|OPTIONS)$|_proxy$/i.test(name),
  );
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      args,
      {
        cwd,
        env: { ...Object.fromEntries(inherited), ...environment },
        timeout: 60_000,
      },
      (_, stdout, stderr) => {
        resolve({ stdout, stderr, exitCode: child.exitCode ?? -1 });
      },
    );
  });
}
