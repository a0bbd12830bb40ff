import { parseName } from "../codec/unknown-element.js";
import { NetSuiteConfigurationError, type Attempt } from "../errors/index.js";
import type { CallSignal } from "../wait/index.js";
import {
  checkOptions,
  isBag,
  isBoolean,
  isDurationMs,
  isFunction,
  isRetryCount,
  isSignal,
  type OptionChecks,
} from "./check-options.js";

/** What every operation's method takes besides its request. */
export interface CallOptions {
  /** The `preferences` header, laid over the client's. */
  readonly preferences?: object | undefined;
  /** The `searchPreferences` header, laid over the client's. */
  readonly searchPreferences?: object | undefined;
  /** The `partnerInfo` header, in place of the client's. */
  readonly partnerInfo?: object | undefined;
  /** Further SOAP headers: their values by the name of the header element, `local` or `{uri}local`. Any that the schema declares may go with any operation. */
  readonly headers?: Readonly<Record<string, unknown>> | undefined;
  /** Ends the call. What was sent by then is not called back. */
  readonly signal?: CallSignal | undefined;
  /** How long one attempt may take until its response is read, in milliseconds. Default: the client's. */
  readonly attemptTimeoutMs?: number | undefined;
  /** How long the whole call may take, in milliseconds: its turn, all attempts and the waits between them. Default: the client's. */
  readonly totalTimeoutMs?: number | undefined;
  /** How often a failed request is sent again, 0 to 10. Default: the client's. */
  readonly maxRetries?: number | undefined;
  /**
   * Whether this request may be carried out twice without harm. Then it is sent again also when nobody can tell whether
   * it was carried out. Default false; reads, upserts and deletes need no saying.
   */
  readonly idempotent?: boolean | undefined;
  /** Is told of the response before the call returns or throws, where one came. */
  readonly onResponse?: ((response: ResponseInfo) => void) | undefined;
}

/** What a response says beside its value. */
export interface ResponseInfo {
  /** NetSuite's id of the request, which its support asks for, or null. */
  readonly nsId: string | null;
  /** The HTTP headers of the last response under lower-case names, without cookies. */
  readonly headers: Readonly<Record<string, string>>;
  readonly attempts: readonly Attempt[];
}

const CHECKS: OptionChecks<CallOptions> = {
  preferences: isBag,
  searchPreferences: isBag,
  partnerInfo: isBag,
  headers: isBag,
  signal: isSignal,
  attemptTimeoutMs: isDurationMs,
  totalTimeoutMs: isDurationMs,
  maxRetries: isRetryCount,
  idempotent: isBoolean,
  onResponse: isFunction,
};

/** Headers that are not given by hand, and why. */
const RESERVED: Readonly<Record<string, string>> = {
  tokenPassport: "the client signs each attempt itself",
  passport: "NetSuite refuses two ways of authenticating in one request",
  applicationInfo:
    "NetSuite refuses it together with token-based authentication",
  preferences: "give the option preferences",
  searchPreferences: "give the option searchPreferences",
  partnerInfo: "give the option partnerInfo",
};

/**
 * Checks the options of a call.
 *
 * @throws NetSuiteConfigurationError that names every problem
 */
export function checkCallOptions(options: CallOptions): void {
  const problems = checkOptions("call options", options, CHECKS);
  if (problems.length === 0)
    for (const name of Object.keys(options.headers ?? {})) {
      const { local } = parseName(name);
      if (Object.hasOwn(RESERVED, local))
        problems.push(
          `headers.${name} cannot be given: ${String(RESERVED[local])}.`,
        );
    }
  if (problems.length > 0) throw new NetSuiteConfigurationError(problems);
}
