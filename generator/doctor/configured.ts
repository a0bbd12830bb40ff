import {
  NetSuiteConfigurationError,
  type Environment,
  type NetSuiteSchema,
} from "nsgen-runtime";
import {
  OPTION_CHECKS,
  parseClientOptions,
} from "../../runtime/call/client-options.js";
import type { Destination } from "../../runtime/call/create-endpoint.js";
import { createConfigured } from "../../runtime/call/create-configured.js";
import { readConfig, readEnvironment } from "../../runtime/config/index.js";
import { createDoctorClient, type DoctorClient } from "./doctor-client.js";

/** Where a configuration is read from: environment variables, or a JSON file's path. */
export type ConfigurationSource =
  { readonly environment: Environment } | { readonly config: string };

/** A configuration as it was read. It holds secrets. */
export interface Configured {
  /** Options by name, whatever they are worth. */
  readonly options: Readonly<Record<string, unknown>>;
  /** The name that an option has in the configuration. */
  readonly nameOf: (option: string) => string;
  /** What is wrong with account and host. */
  readonly accountProblems: readonly string[];
  readonly endpointProblems: readonly string[];
  /** What is wrong with all else. */
  readonly otherProblems: readonly string[];
  /** Where calls go, or null where that cannot be told. */
  readonly destination: Destination | null;
  /** The client, or null where anything is wrong. */
  readonly client: DoctorClient | null;
}

/** Reads a configuration, as a client does that is made of it. Sends nothing. */
export function readConfigured(
  schema: NetSuiteSchema,
  source: ConfigurationSource,
  now: () => number,
): Configured {
  const target = { version: schema.version, checks: OPTION_CHECKS };
  const configuration =
    "config" in source
      ? readConfig(source.config, target)
      : readEnvironment(source.environment, target);
  const { options, nameOf } = configuration;
  const { value: client, problems } = collect(() =>
    createConfigured(createDoctorClient(schema), configuration, { now }),
  );
  const about = (names: readonly string[]) => (problem: string) =>
    !problem.includes(" is missing; ") &&
    names.some((name) => problem.startsWith(`${name} `));
  const isAccount = about([nameOf("account")]);
  const isEndpoint = (problem: string): boolean =>
    about(["endpoint", "discovery", "discoveryUrl"].map(nameOf))(problem) ||
    /^\w*wsdl_?url /i.test(problem);
  return {
    options,
    nameOf,
    accountProblems: problems.filter(isAccount),
    endpointProblems: problems.filter(isEndpoint),
    otherProblems: problems.filter(
      (each) => !isAccount(each) && !isEndpoint(each),
    ),
    destination: findDestination(schema, options),
    client,
  };
}

/** Where calls would go, were the keys right. */
function findDestination(
  schema: NetSuiteSchema,
  { account, endpoint, discovery, discoveryUrl }: Configured["options"],
): Destination | null {
  const anybody =
    schema.elementsNamed("tokenPassport").length > 0
      ? {
          consumerKey: "x",
          consumerSecret: "x",
          tokenId: "x",
          tokenSecret: "x",
        }
      : { email: "x", password: "x" };
  const options = { account, endpoint, discovery, discoveryUrl, ...anybody };
  // The parser checks whatever it is given.
  type Parsed = Parameters<typeof parseClientOptions>[0];
  return collect(() => parseClientOptions(options as Parsed, schema)).value;
}

function collect<T>(make: () => T): {
  readonly value: T | null;
  readonly problems: readonly string[];
} {
  try {
    return { value: make(), problems: [] };
  } catch (error) {
    if (!(error instanceof NetSuiteConfigurationError)) throw error;
    return { value: null, problems: error.problems };
  }
}
