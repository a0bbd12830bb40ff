import yargs from "yargs";
import { addDoctor } from "./doctor.js";
import { addEmulate } from "./emulate.js";
import { addGenerate } from "./generate.js";
import { refuseSecrets } from "./refuse-secrets.js";
import { reportError } from "./report-error.js";
import { UsageError } from "./usage-error.js";
import { generatorVersion } from "./version.js";

/**
 * Runs `nsgen` with these arguments and gives its exit code: 0 done, 1 findings, 2 bad arguments or configuration,
 * 3 bad or unreachable input.
 */
export async function main(args: readonly string[]): Promise<number> {
  let exitCode = 0;
  const exit = (code: number): void => {
    exitCode = code;
  };
  const parser = addDoctor(
    addEmulate(addGenerate(yargs([...args]), exit), exit),
    exit,
  )
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
    if (args[0] === "doctor") refuseSecrets(args);
    await parser.parseAsync();
  } catch (error) {
    return reportError(error, args.includes("--json"));
  }
  return exitCode;
}
