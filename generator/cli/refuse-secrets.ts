import { UsageError } from "./usage-error.js";

/** Words in the names of options that would hold a secret. */
const SECRET_NAMES =
  /^--?(?:no-)?[\w-]*(?:consumer|token|secret|passw|passphrase|api-?key)[\w-]*(?==|$)/i;

/**
 * Makes sure that no argument holds a secret: arguments stand in the history of shells and in lists of processes.
 *
 * @throws UsageError that names the option, and never quotes a value
 */
export function refuseSecrets(args: readonly string[]): void {
  const remedy =
    "Arguments are seen by other programs and kept by the shell. Set NETSUITE_… variables, or give --env or --config; and where that was a real key, replace it in NetSuite.";
  const name = args
    .map((each) => SECRET_NAMES.exec(each)?.[0])
    .find((each) => each !== undefined);
  if (name !== undefined)
    throw new UsageError(`${name} is not taken from arguments. ${remedy}`);
  if (args.some((each) => /(?<![\w-])[0-9a-f]{64}(?![\w-])/i.test(each)))
    throw new UsageError(
      `An argument looks like a key or secret of NetSuite's. ${remedy}`,
    );
}
