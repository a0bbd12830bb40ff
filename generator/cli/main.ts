import { parsePlainArguments } from "./plain-arguments.js";
import { runGenerate } from "./run-generate.js";

/**
 * Runs `nsgen` with these arguments and gives its exit code: 0 done, 1 findings, 2 bad arguments or configuration,
 * 3 bad or unreachable input.
 *
 * @param program the file of the running program, by which it knows what it generated before; by default it remembers nothing
 */
export async function main(
  args: readonly string[],
  program?: string,
): Promise<number> {
  try {
    const plain = parsePlainArguments(args);
    if (plain) return await runGenerate(plain, program);
    // yargs takes as long to load as a run that finds nothing changed.
    const { runCommand } = await import("./run-command.js");
    return await runCommand(args, program);
  } catch (error) {
    const { reportError } = await import("./report-error.js");
    return reportError(error, args.includes("--json"));
  }
}
