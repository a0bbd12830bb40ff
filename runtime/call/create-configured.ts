import type { NetSuiteSchema } from "../codegen-v1/index.js";
import type { Configuration } from "../config/index.js";
import { NetSuiteConfigurationError } from "../errors/index.js";
import {
  OPTION_CHECKS,
  parseClientOptions,
  type AnyAuthentication,
  type ClientOptions,
} from "./client-options.js";

/** A generated client's class, as far as it takes to make one. */
export interface ClientClass<Options, Client> {
  readonly schema: NetSuiteSchema;
  new (options: Options): Client;
}

/**
 * Makes a client of a configuration.
 *
 * @param overrides options that are laid over it, where they are not undefined
 * @throws NetSuiteConfigurationError that names every problem of both, by the names that the configuration has for them
 */
export function createConfigured<Options extends object, Client>(
  clientClass: ClientClass<Options, Client>,
  { options, problems, nameOf }: Configuration,
  overrides: Partial<Options>,
): Client {
  const given = Object.fromEntries(
    Object.entries(overrides).filter(([, value]) => value !== undefined),
  );
  const merged = { ...options, ...given };
  const all = [
    ...problems,
    ...findProblems(merged, clientClass.schema).map((problem) =>
      problem.replace(/^\w+/, (word) =>
        OPTION_CHECKS.has(word) && !Object.hasOwn(given, word)
          ? nameOf(word)
          : word,
      ),
    ),
  ];
  if (all.length > 0) throw new NetSuiteConfigurationError(all);
  // Just checked, and a class derived from the client's checks what it adds itself.
  return new clientClass(merged as unknown as Options);
}

function findProblems(options: object, schema: NetSuiteSchema): string[] {
  try {
    // Whatever it is: this is the check.
    parseClientOptions(options as AnyAuthentication<ClientOptions>, schema);
    return [];
  } catch (error) {
    if (!(error instanceof NetSuiteConfigurationError)) throw error;
    return [...error.problems];
  }
}
