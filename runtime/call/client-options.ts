import { parseAccount, type TokenCredentials } from "../auth/index.js";
import { createServiceUrl, parseServiceUrl } from "../endpoint/index.js";
import { NetSuiteConfigurationError } from "../errors/index.js";
import {
  checkOptions,
  isBag,
  isDispatcher,
  isDurationMs,
  isFunction,
  isObject,
  isText,
  type OptionChecks,
} from "./check-options.js";

/** What a client is made with. */
export interface ClientOptions {
  /** The account id in any spelling: `1234567_SB1` or `1234567-sb1`. */
  readonly account: string;
  /** Key and secret of the integration record. */
  readonly consumerKey: string;
  readonly consumerSecret: string;
  /** Id and secret of the access token. */
  readonly tokenId: string;
  readonly tokenSecret: string;
  /** Origin or whole URL of the service. Default: the account's own host. `http:` is for this machine only. */
  readonly endpoint?: string | undefined;
  /** How long one attempt may take until its response is read, in milliseconds. Default 960,000: NetSuite works for up to 15 minutes. */
  readonly attemptTimeoutMs?: number | undefined;
  /** The `preferences` header of every operation that takes it. Those of a call are laid over them. */
  readonly preferences?: object | undefined;
  /** The `searchPreferences` header of every operation that takes it. Those of a call are laid over them. */
  readonly searchPreferences?: object | undefined;
  /** The `partnerInfo` header of every operation that takes it. */
  readonly partnerInfo?: object | undefined;
  /** The undici dispatcher to send through, for a proxy or a CA of one's own. Default: a pool of the client's that uses the environment's proxy. */
  readonly dispatcher?: HttpDispatcher | undefined;
  /** The clock, in milliseconds since 1970. For tests; default `Date.now`. */
  readonly now?: (() => number) | undefined;
  /** Makes a nonce. For tests; default 20 random letters and digits. */
  readonly nonce?: (() => string) | undefined;
}

/** What is asked of an undici dispatcher, of whichever version: `Agent`, `ProxyAgent`, `MockAgent`. */
export interface HttpDispatcher {
  dispatch(options: object, handler: object): boolean;
}

const REQUIRED = {
  account: "the id from Setup > Company > Company Information",
  consumerKey: "the consumer key of the integration record",
  consumerSecret: "the consumer secret of the integration record",
  tokenId: "the id of the access token",
  tokenSecret: "the secret of the access token",
} as const;

const CHECKS: OptionChecks<ClientOptions> = {
  account: isText,
  consumerKey: isText,
  consumerSecret: isText,
  tokenId: isText,
  tokenSecret: isText,
  endpoint: isText,
  attemptTimeoutMs: isDurationMs,
  preferences: isBag,
  searchPreferences: isBag,
  partnerInfo: isBag,
  dispatcher: isDispatcher,
  now: isFunction,
  nonce: isFunction,
};

/** What the options say about who calls, and where. */
export interface Access {
  readonly credentials: TokenCredentials;
  readonly url: URL;
}

/**
 * Checks a client's options.
 *
 * @param version of the generated package, such as `2022_1`
 * @throws NetSuiteConfigurationError that names every problem, and no value that may be secret
 */
export function parseClientOptions(
  options: ClientOptions,
  version: string,
): Access {
  const problems = [
    ...findMissing(options),
    ...checkOptions("client options", options, CHECKS),
  ];
  // A value of the wrong kind is told of once, by the checks above.
  const text = (value: unknown): string | null =>
    isText(value) === null ? String(value) : null;
  const given: Partial<ClientOptions> = isObject(options) ? options : {};
  const accountId = text(given.account);
  const account = accountId && collect(problems, () => parseAccount(accountId));
  const endpoint = text(given.endpoint);
  const url =
    endpoint && collect(problems, () => parseServiceUrl(endpoint, version));
  if (problems.length > 0 || !account)
    throw new NetSuiteConfigurationError(problems);
  const { consumerKey, consumerSecret, tokenId, tokenSecret } = options;
  return {
    credentials: { account, consumerKey, consumerSecret, tokenId, tokenSecret },
    url: url || createServiceUrl(account, version),
  };
}

function findMissing(options: unknown): string[] {
  if (!isObject(options)) return [];
  return Object.entries(REQUIRED)
    .filter(([name]) => options[name] === undefined)
    .map(([name, what]) => `${name} is missing; give ${what}.`);
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
