import { OutputBusyError } from "../emit/index.js";
import { OutputConflictError } from "../generate.js";
import { SelectionError } from "../model/index.js";
import { InputError } from "../read/index.js";
import { UsageError } from "./usage-error.js";

/** What can be done about what the system says, by its code. */
const REMEDIES: ReadonlyMap<string, string> = new Map([
  [
    "ENOTDIR",
    "A file is where the folder, or one above it, should be: choose another folder with --out.",
  ],
  [
    "EISDIR",
    "A folder is where a file should be: move it away, or choose another folder with --out.",
  ],
  ["ENOSPC", "The disk is full: make room, and run nsgen again."],
  [
    "EBUSY",
    "Another program uses the file or folder: close it, and run nsgen again.",
  ],
]);

/** Prints an error for people, or as JSON, and gives the exit code that it calls for. */
export function reportError(error: unknown, asJson: boolean): number {
  const message = messageOf(error);
  process.stderr.write(`${message}\n`);
  if (asJson) {
    const problems = error instanceof InputError ? error.problems : [];
    process.stdout.write(
      `${JSON.stringify({ error: { message, problems } }, null, 2)}\n`,
    );
  }
  return error instanceof InputError ? 3 : 2;
}

function messageOf(error: unknown): string {
  if (error instanceof UsageError) {
    const command = error.command === null ? "" : ` ${error.command}`;
    return `nsgen: ${error.message}\nSee nsgen${command} --help.`;
  }
  if (
    error instanceof InputError ||
    error instanceof SelectionError ||
    error instanceof OutputConflictError ||
    error instanceof OutputBusyError
  ) {
    return `nsgen: ${error.message}`;
  }
  if (error instanceof Error && "syscall" in error) {
    const code = "code" in error ? String(error.code) : "";
    return `nsgen: ${error.message}\n${REMEDIES.get(code) ?? "Check that the folder can be written."}`;
  }
  return `nsgen: this is a fault in nsgen itself; please report it with the version of the WSDL.\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
