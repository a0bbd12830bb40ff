import {
  findAuthenticationProblems,
  parseAccount,
  type AuthenticationOptions,
  type CredentialsProvider,
  type TokenKeys,
  type UserCredentials,
} from "../auth/index.js";
import type { NetSuiteSchema } from "../codegen-v1/index.js";
// Not by the folder's index: published declarations would then name URL, which not every program has the type of.
import type { Discovery } from "../endpoint/discovery.js";
import {
  createServiceUrl,
  findForeignAccount,
  parseDiscoveryUrl,
  parseServiceUrl,
} from "../endpoint/index.js";
import { NetSuiteConfigurationError } from "../errors/index.js";
import type { Governor } from "../governor/index.js";
import type { Logger } from "../log/index.js";
import type { RedactOptions } from "../redact/index.js";
import type { Sleep } from "../wait/index.js";
import {
  checkOptions,
  isBag,
  isBoolean,
  isConcurrency,
  isDispatcher,
  isDurationMs,
  isFunction,
  isGovernor,
  isInterceptors,
  isLogger,
  isLooseText,
  isObject,
  isOneOf,
  isRedactOptions,
  isRetryCount,
  isPassword,
  isText,
  type OptionCheck,
  type OptionChecks,
} from "./check-options.js";
import type { Destination } from "./create-endpoint.js";
import type { Interceptor } from "./interceptor.js";
import { declaresHeader } from "./soap-headers.js";

/** What a client is made with. */
export interface ClientOptions extends TokenKeys {
  /** The account id in any spelling (`1234567_SB1` or `1234567-sb1`), or the URL of a page where somebody is logged in to it. */
  readonly account: string;
  /** Origin or whole URL of the service. Default: the account's own host. `http:` is for this machine only. */
  readonly endpoint?: string | undefined;
  /** How to find the account's host: by the SOAP operation `getDataCenterUrls`, or by NetSuite's REST lookup. It is asked once in this process, and again when NetSuite says that it is elsewhere. Default: the host is made of the account id. Not together with `endpoint`. */
  readonly discovery?: Discovery | undefined;
  /** What is asked in place of NetSuite's own host: an origin, or a whole URL. */
  readonly discoveryUrl?: string | undefined;
  /** How long one attempt may take until its response is read, in milliseconds. Default 960,000: NetSuite works for up to 15 minutes. */
  readonly attemptTimeoutMs?: number | undefined;
  /** How long a whole call may take, in milliseconds: its turn, all attempts and the waits between them. Default: no limit, since a call's wait for its turn depends on how many the application makes at once. */
  readonly totalTimeoutMs?: number | undefined;
  /** How often a failed request is sent again, 0 to 10; writes only where that cannot do harm. Default 5. */
  readonly maxRetries?: number | undefined;
  /** How many requests of this account may be under way at a time, from 1. All clients of an account in this process share one count, and the lowest number given holds. Default 4, one less than the smallest account allows. */
  readonly concurrency?: number | undefined;
  /** A governor of the application's own, such as one shared between machines, in place of the account's. Not together with `concurrency`. */
  readonly governor?: Governor | undefined;
  /** What each call goes through before it is sent; the first is outermost. */
  readonly interceptors?: readonly Interceptor[] | undefined;
  /** The `preferences` header of every operation that takes it. Those of a call are laid over them. */
  readonly preferences?: object | undefined;
  /** The `searchPreferences` header of every operation that takes it. Those of a call are laid over them. */
  readonly searchPreferences?: object | undefined;
  /** The `partnerInfo` header of every operation that takes it. */
  readonly partnerInfo?: object | undefined;
  /** Is told what happens, at the levels that {@link Logger} tells of: pino, the console, or the like. Default: none. */
  readonly logger?: Logger | undefined;
  /** Whether the logger is given each request and response too, as XML without secrets, at `debug`. Default false. */
  readonly wireLog?: boolean | undefined;
  /** What is secret in this account's messages besides passwords, tokens, and the numbers of cards, bank accounts and persons: it is left out of errors and logs. */
  readonly redact?: RedactOptions | undefined;
  /** The undici dispatcher to send through, for a proxy or a CA of one's own. Default: a pool of the client's that uses the environment's proxy. */
  readonly dispatcher?: HttpDispatcher | undefined;
  /** The clock, in milliseconds since 1970. For tests; default `Date.now`. */
  readonly now?: (() => number) | undefined;
  /** Makes a nonce. For tests; default 20 random letters and digits. */
  readonly nonce?: (() => string) | undefined;
  /** Waits. For tests; default by the system's timer. */
  readonly sleep?: Sleep | undefined;
  /** A random number from 0 to below 1, for the waits. For tests; default `Math.random`. */
  readonly random?: (() => number) | undefined;
}

/**
 * Client options, or the same with another way of authenticating in place of the four tokens: `credentials`, a function
 * that gets them, or a user's `email` and `password` where the version's WSDL declares the `passport` header.
 */
export type AnyAuthentication<Options extends TokenKeys> =
  | Options
  | (Omit<Options, keyof TokenKeys> &
      ({ readonly credentials: CredentialsProvider } | UserCredentials));

/** What is asked of an undici dispatcher, of whichever version: `Agent`, `ProxyAgent`, `MockAgent`. It gets a request's body as a Buffer of UTF-8. */
export interface HttpDispatcher {
  dispatch(options: object, handler: object): boolean;
}

const CHECKS: OptionChecks<ClientOptions & AuthenticationOptions> = {
  account: isLooseText,
  consumerKey: isText,
  consumerSecret: isText,
  tokenId: isText,
  tokenSecret: isText,
  credentials: isFunction,
  email: isText,
  password: isPassword,
  role: isText,
  applicationId: isText,
  endpoint: isText,
  discovery: isOneOf("soap", "rest"),
  discoveryUrl: isText,
  attemptTimeoutMs: isDurationMs,
  totalTimeoutMs: isDurationMs,
  maxRetries: isRetryCount,
  concurrency: isConcurrency,
  governor: isGovernor,
  interceptors: isInterceptors,
  preferences: isBag,
  searchPreferences: isBag,
  partnerInfo: isBag,
  logger: isLogger,
  wireLog: isBoolean,
  redact: isRedactOptions,
  dispatcher: isDispatcher,
  now: isFunction,
  nonce: isFunction,
  sleep: isFunction,
  random: isFunction,
};

/**
 * The options, each with its check.
 *
 * @internal
 */
export const OPTION_CHECKS: ReadonlyMap<string, OptionCheck> = new Map(
  Object.entries(CHECKS),
);

/**
 * Checks a client's options.
 *
 * @param schema of the generated package
 * @returns what they say about where calls go
 * @throws NetSuiteConfigurationError that names every problem, and no value that may be secret
 * @internal
 */
export function parseClientOptions(
  options: AnyAuthentication<ClientOptions>,
  schema: NetSuiteSchema,
): Destination {
  const { version } = schema;
  const given: Record<string, unknown> = isObject(options) ? options : {};
  const problems = isObject(options) ? findMissing(given, schema) : [];
  problems.push(...checkOptions("client options", options, CHECKS));
  // A value of the wrong kind is told of once, by the checks above.
  const text = (name: keyof typeof CHECKS): string | undefined =>
    CHECKS[name](given[name]) === null ? String(given[name]) : undefined;
  const read = <T>(
    name: keyof typeof CHECKS,
    parse: (value: string) => T,
  ): T | null => {
    const value = text(name);
    return value === undefined ? null : collect(problems, () => parse(value));
  };
  const account = read("account", parseAccount);
  const endpoint = read("endpoint", (url) => parseServiceUrl(url, version));
  const foreign =
    account && endpoint && findForeignAccount("endpoint", endpoint, account);
  if (foreign) problems.push(foreign);
  problems.push(...findContradictions(given, schema));
  const service =
    endpoint ?? (account && createServiceUrl(account, version)) ?? undefined;
  const discovery = findDiscovery(given["discovery"]);
  const discoveryUrl = text("discoveryUrl");
  if (service && discovery)
    collect(problems, () =>
      parseDiscoveryUrl(discovery, service, discoveryUrl),
    );
  if (problems.length > 0 || !account || !service)
    throw new NetSuiteConfigurationError(problems);
  return { account, service, discovery, discoveryUrl };
}

function findMissing(
  given: Readonly<Record<string, unknown>>,
  schema: NetSuiteSchema,
): string[] {
  const account =
    given["account"] === undefined
      ? [
          "account is missing; give the id from Setup > Company > Company Information.",
        ]
      : [];
  return [
    ...account,
    ...findAuthenticationProblems(given, {
      version: schema.version,
      declares: (header) => declaresHeader(schema, header),
    }),
  ];
}

/** Options that each are right, and cannot be together. */
function findContradictions(
  given: Readonly<Record<string, unknown>>,
  schema: NetSuiteSchema,
): string[] {
  const isGiven = (name: string): boolean => given[name] !== undefined;
  const rules: readonly (readonly [boolean, string])[] = [
    [
      isGiven("endpoint") && isGiven("discovery"),
      "endpoint and discovery are both given; give the endpoint, or have it discovered.",
    ],
    [
      isGiven("discoveryUrl") && !isGiven("discovery"),
      'discoveryUrl is given without discovery. Give discovery: "soap" or "rest" too, or leave it out.',
    ],
    [
      given["discovery"] === "soap" && !schema.operation("getDataCenterUrls"),
      `discovery is soap, and this client for ${schema.version} has no operation getDataCenterUrls, which came with 2012.2. Give discovery: "rest", or generate the client with that operation.`,
    ],
    [
      given["wireLog"] === true && !isGiven("logger"),
      "wireLog is given without a logger. Give a logger too.",
    ],
    [
      isGiven("concurrency") && isGiven("governor"),
      "concurrency and governor are both given; give concurrency for the account's governor, or a governor of your own.",
    ],
  ];
  return rules.flatMap(([holds, problem]) => (holds ? [problem] : []));
}

function findDiscovery(value: unknown): Discovery | undefined {
  return value === "soap" || value === "rest" ? value : undefined;
}

/** The value that is made, or null with its problems added to the others. */
function collect<T>(problems: string[], make: () => T): T | null {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof NetSuiteConfigurationError)) throw error;
    problems.push(...error.problems);
    return null;
  }
}
