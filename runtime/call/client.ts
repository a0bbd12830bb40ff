/// <reference lib="esnext.disposable" preserve="true" />
import { chooseAuthentication, createNonce } from "../auth/index.js";
import type { NetSuiteSchema } from "../codegen-v1/index.js";
import {
  readConfig,
  readEnvironment,
  type Environment,
} from "../config/index.js";
import { NetSuiteError, withCallContext } from "../errors/index.js";
import {
  joinGovernor,
  type Governor,
  type Membership,
} from "../governor/index.js";
import { createCallLog, type CallLog } from "../log/index.js";
import { createSecrecy } from "../redact/index.js";
import { createBackoff, createRetryBucket } from "../retry/index.js";
import { traceCall } from "../trace/index.js";
import { sleep } from "../wait/index.js";
import { checkCallOptions, type CallOptions } from "./call-options.js";
import { performCall } from "./call.js";
import { addCaller, captureCaller } from "./caller.js";
import { createConfigured, type ClientClass } from "./create-configured.js";
import {
  OPTION_CHECKS,
  parseClientOptions,
  type AnyAuthentication,
  type ClientOptions,
} from "./client-options.js";
import { createEndpoint } from "./create-endpoint.js";
import type { CallEnvironment } from "./environment.js";
import { readGovernanceLimit } from "./governance-limit.js";
import { intercept, type CallHandler } from "./interceptor.js";
import { createServerClock } from "./server-clock.js";
import { createTransport, type Transport } from "./transport.js";

/** 16 minutes: NetSuite itself ends what takes more than 15. */
const ATTEMPT_TIMEOUT_MS = 960_000;

const MAX_RETRIES = 5;

/**
 * What generated clients extend: everything about a call but the operations' names and types.
 *
 * It opens no connection before the first call. Its secrets show neither in `util.inspect` nor in `JSON.stringify`.
 */
export class NetSuiteClientBase {
  readonly #schema: NetSuiteSchema;
  readonly #transport: Transport;
  readonly #governor: Governor;
  /** The client's part in its account's governor, or null where the application gave one of its own. */
  readonly #membership: Membership | null;
  /** The limit that the options give. */
  readonly #concurrency: number;
  readonly #perform: CallHandler;
  readonly #log: CallLog;

  /**
   * @param schema the descriptor of the generated package
   * @throws NetSuiteConfigurationError that names every problem of the options
   */
  constructor(
    schema: NetSuiteSchema,
    options: AnyAuthentication<ClientOptions>,
  ) {
    const destination = parseClientOptions(options, schema);
    const { account } = destination;
    const { concurrency, random = Math.random } = options;
    this.#schema = schema;
    this.#transport = createTransport(options.dispatcher);
    this.#concurrency = concurrency ?? Infinity;
    if (options.governor) {
      this.#membership = null;
      this.#governor = options.governor;
    } else {
      this.#membership = joinGovernor(account.passport, concurrency);
      this.#governor = this.#membership.governor;
    }
    const secrecy = createSecrecy(options.redact);
    this.#log = createCallLog({
      logger: options.logger,
      wireLog: options.wireLog ?? false,
      secrecy,
    });
    const now = options.now ?? Date.now;
    const shared = {
      schema,
      defaults: {
        preferences: options.preferences,
        searchPreferences: options.searchPreferences,
        partnerInfo: options.partnerInfo,
      },
      attemptTimeoutMs: options.attemptTimeoutMs ?? ATTEMPT_TIMEOUT_MS,
      totalTimeoutMs: options.totalTimeoutMs,
      maxRetries: options.maxRetries ?? MAX_RETRIES,
      governor: this.#governor,
      retryBucket: createRetryBucket(),
      backoff: createBackoff(random),
      serverClock: createServerClock(),
      transport: this.#transport,
      log: this.#log,
      secrecy,
      sleep: options.sleep ?? sleep,
      now,
      nonce: options.nonce ?? createNonce,
    };
    const environment: CallEnvironment = {
      ...shared,
      authentication: chooseAuthentication(account, options, now),
      endpoint: createEndpoint(destination, shared),
    };
    const perform = intercept(options.interceptors ?? [], (call) =>
      performCall(environment, call),
    );
    this.#perform = (call) =>
      traceCall(
        {
          operation: call.operation,
          version: schema.version,
          account: account.passport,
        },
        () => perform(call),
      );
  }

  /**
   * Makes a client of the environment's variables whose names begin with `NETSUITE_`: `NETSUITE_ACCOUNT`,
   * `NETSUITE_CONSUMER_KEY`, `NETSUITE_CONSUMER_SECRET`, `NETSUITE_TOKEN_ID` or `_TOKEN_KEY`, `NETSUITE_TOKEN_SECRET`,
   * `NETSUITE_API_URL`, `NETSUITE_WSDL_URL`, and any other option by its own name, such as `NETSUITE_MAX_RETRIES`.
   * Objects are written as JSON. Names that mean no option are left alone.
   *
   * @param environment default `process.env`
   * @param overrides options that are laid over those of the environment
   * @throws NetSuiteConfigurationError that names every problem, and no value that may be secret
   */
  static fromEnv<Options extends object, Client>(
    this: ClientClass<Options, Client>,
    environment: Environment = process.env,
    overrides: Partial<Options> = {},
  ): Client {
    const target = { version: this.schema.version, checks: OPTION_CHECKS };
    return createConfigured(
      this,
      readEnvironment(environment, target),
      overrides,
    );
  }

  /**
   * Makes a client of a configuration: an object, or the path of a JSON file that holds one. Its keys are those of
   * {@link fromEnv} without `NETSUITE_`, or the options' own names, in upper, lower or camel case. An unknown key is an
   * error.
   *
   * @param overrides options that are laid over those of the configuration
   * @throws NetSuiteConfigurationError that names every problem, and no value that may be secret
   */
  static fromConfig<Options extends object, Client>(
    this: ClientClass<Options, Client>,
    config: string | object,
    overrides: Partial<Options> = {},
  ): Client {
    const target = { version: this.schema.version, checks: OPTION_CHECKS };
    return createConfigured(this, readConfig(config, target), overrides);
  }

  /**
   * Calls an operation; the methods of generated clients are made of this.
   *
   * @param operation its name in the WSDL
   * @param request the value of its input element
   * @returns the value of its output element
   * @throws NetSuiteError of whichever kind
   */
  protected async call<Output>(
    operation: string,
    request: object,
    options: CallOptions = {},
  ): Promise<Output> {
    const caller = captureCaller();
    try {
      checkCallOptions(options);
      const { signal, ...rest } = options;
      const { value } = await this.#perform({
        operation,
        request,
        options: rest,
        signal,
        context: new Map(),
      });
      // Output is printed from the same declaration that the descriptor decodes by.
      return value as Output;
    } catch (error) {
      if (!(error instanceof NetSuiteError)) throw error;
      addCaller(error, caller);
      this.#log.failure(withCallContext(error, { operation }));
      throw error;
    }
  }

  /** What holds back this client's requests: its metrics tell how many are under way and wait. */
  get governor(): Governor {
    return this.#governor;
  }

  /**
   * Asks NetSuite how many requests at a time it grants, and takes that as this client's limit, unless the option
   * `concurrency` gives a lower one. A governor of the application's own is left as it is.
   *
   * It asks for this integration's own share, or else for what no integration has for itself, less one for people's
   * own tools.
   *
   * @returns the limit that was found, or null where the version has no operation for it (before 2020.1) or the role may
   *   not ask: NetSuite tells administrators only
   * @throws NetSuiteError of whichever kind
   */
  async adoptGovernanceLimit(): Promise<number | null> {
    const limit = await readGovernanceLimit(this.#schema, (operation) =>
      this.call(operation, {}),
    );
    if (limit !== null)
      this.#membership?.setLimit(Math.min(limit, this.#concurrency));
    return limit;
  }

  /** Waits for the calls under way, then closes the client's connections. A dispatcher that was given in the options stays open. */
  async close(): Promise<void> {
    await this.#transport.close();
    this.#membership?.leave();
  }

  /** The same as {@link close}, for `await using`. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}
