import yargs from "yargs";
import { addDoctor } from "./doctor.js";
import { addEmulate } from "./emulate.js";
import { addGenerate } from "./generate.js";
import { refuseSecrets } from "./refuse-secrets.js";
import { UsageError } from "./usage-error.js";
import { generatorVersion } from "./version.js";

/**
 * Parses any arguments with yargs, runs the command that they name and gives its exit code.
 *
 * @throws UsageError for arguments that are wrong, and what the command throws
 */
export async function runCommand(
  args: readonly string[],
  program: string | undefined,
): Promise<number> {
  let exitCode = 0;
  const exit = (code: number): void => {
    exitCode = code;
  };
  const parser = addDoctor(
    addEmulate(addGenerate(yargs([...args]), exit, program), exit),
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
  if (args[0] === "doctor") refuseSecrets(args);
  await parser.parseAsync();
  return exitCode;
}
