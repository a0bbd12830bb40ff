import type { Argv } from "yargs";
import { GENERATE_OPTIONS } from "./generate-options.js";
import { runGenerate } from "./run-generate.js";
import { UsageError } from "./usage-error.js";

/** Adds the command that generates a package: it is what `nsgen` does without a command. */
export function addGenerate(
  parser: Argv,
  exit: (code: number) => void,
  program: string | undefined,
): Argv {
  return parser
    .usage(
      "$0 --wsdl <source> --out <folder>\n\nGenerates a typed client package from a NetSuite SuiteTalk WSDL.",
    )
    .command(
      "$0",
      false,
      (command) =>
        command.options(GENERATE_OPTIONS).check((args) => {
          for (const name of ["wsdl", "out", "package", "emit", "long"]) {
            if (Array.isArray(args[name])) {
              throw new UsageError(`--${name} is given more than once.`);
            }
          }
          if (args.out === "") throw new UsageError("--out names no folder.");
          return true;
        }),
      async (args) => {
        exit(await runGenerate(args, program));
      },
    );
}
