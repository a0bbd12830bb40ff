import { spawn } from "node:child_process";

/** What a program wrote, and how it ended. */
export interface ProgramResult {
  /** Null where it could not be started or was killed. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How long a peer may take for all of its steps. */
const TIME_LIMIT_MS = 240_000;

/** Runs a program, hands it `input` on stdin, and waits until it ends. Never rejects. */
export function runProgram(
  command: string,
  args: readonly string[],
  input = "",
): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { timeout: TIME_LIMIT_MS });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    child.once("error", (error) => {
      resolve({ exitCode: null, stdout, stderr: error.message });
    });
    child.once("close", (exitCode) => {
      resolve({ exitCode, stdout, stderr });
    });
    // A program that is not there, or has ended, takes no input.
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
  });
}
