import yargs from "yargs";
import { addGenerate } from "./generate.js";
import { reportError } from "./report-error.js";
import { UsageError } from "./usage-error.js";
import { generatorVersion } from "./version.js";

/**
 * Runs `nsgen` with these arguments and gives its exit code: 0 done, 1 findings, 2 bad arguments or configuration,
 * 3 bad or unreachable input.
 */
export async function main(args: readonly string[]): Promise<number> {
  let exitCode = 0;
  const parser = addGenerate(yargs([...args]), (code) => {
    exitCode = code;
  })
    .scriptName("nsgen")
    .version(generatorVersion)
    .strict()
    .help()
    .wrap(80)
    .exitProcess(false)
    .fail((message: string | null, error: unknown) => {
      // yargs has a message where the arguments are wrong, and none for what a command throws.
      throw message === null ? error : new UsageError(message);
    });
  try {
    await parser.parseAsync();
  } catch (error) {
    return reportError(error, args.includes("--json"));
  }
  return exitCode;
}
