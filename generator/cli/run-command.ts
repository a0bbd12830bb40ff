import yargs from "yargs";
import { addDoctor } from "./doctor.js";
import { addEmulate } from "./emulate.js";
import { addGenerate } from "./generate.js";
import { refuseSecrets } from "./refuse-secrets.js";
import { UsageError } from "./usage-error.js";
import { generatorVersion } from "./version.js";

/** The commands beside generating, which has no name. */
const COMMANDS = ["emulate", "doctor"] as const;

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
      throw message === null
        ? error
        : new UsageError(describeUsage(message, args));
    });
  const command = COMMANDS.find((each) => each === args[0]) ?? null;
  try {
    if (command === "doctor") refuseSecrets(args);
    await parser.parseAsync();
  } catch (error) {
    throw error instanceof UsageError
      ? new UsageError(error.message, command)
      : error;
  }
  return exitCode;
}

/** Says of a word that is no command what yargs does not: it takes the word for an argument of generating, and misses the others. */
function describeUsage(
  message: string,
  [word = ""]: readonly string[],
): string {
  const isCommand = COMMANDS.some((each) => each === word);
  if (
    isCommand ||
    /^-|^$/.test(word) ||
    !message.startsWith("Missing required")
  )
    return message;
  return `There is no command ${JSON.stringify(word)}: there are ${COMMANDS.join(" and ")}. Without a command nsgen generates a package, and needs --wsdl and --out.`;
}
