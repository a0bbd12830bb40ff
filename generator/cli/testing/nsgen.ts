import { vi } from "vitest";
import { main } from "../main.js";

/** What a run of the command line gave. */
export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line in this process. */
export async function nsgen(...args: readonly string[]): Promise<Run> {
  return startNsgen(...args).ended;
}

/** Starts the command line in this process, for a command that goes on until it is ended. */
export function startNsgen(...args: readonly string[]): {
  /** What was written so far. */
  readonly written: Readonly<Omit<Run, "code">>;
  readonly ended: Promise<Run>;
} {
  const written = { stdout: "", stderr: "" };
  const spies = (["stdout", "stderr"] as const).map((name) =>
    vi.spyOn(process[name], "write").mockImplementation((chunk) => {
      written[name] += String(chunk);
      return true;
    }),
  );
  const run = async (): Promise<Run> => {
    try {
      return { code: await main(args), ...written };
    } finally {
      for (const each of spies) each.mockRestore();
    }
  };
  return { written, ended: run() };
}
