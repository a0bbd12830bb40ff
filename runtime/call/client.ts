/// <reference lib="esnext.disposable" preserve="true" />
import { createNonce } from "../auth/index.js";
import type { NetSuiteSchema } from "../codegen-v1/index.js";
import { NetSuiteError, withCallContext } from "../errors/index.js";
import type { CallOptions } from "./call-options.js";
import { performCall } from "./call.js";
import { addCaller, captureCaller } from "./caller.js";
import { parseClientOptions, type ClientOptions } from "./client-options.js";
import type { CallEnvironment } from "./environment.js";
import { createTransport } from "./transport.js";

/** 16 minutes: NetSuite itself ends what takes more than 15. */
const ATTEMPT_TIMEOUT_MS = 960_000;

/**
 * What generated clients extend: everything about a call but the operations' names and types.
 *
 * It opens no connection before the first call. Its secrets show neither in `util.inspect` nor in `JSON.stringify`.
 */
export class NetSuiteClientBase {
  readonly #environment: CallEnvironment;

  /**
   * @param schema the descriptor of the generated package
   * @throws NetSuiteConfigurationError that names every problem of the options
   */
  constructor(schema: NetSuiteSchema, options: ClientOptions) {
    const { credentials, url } = parseClientOptions(options, schema.version);
    this.#environment = {
      schema,
      credentials,
      url,
      defaults: {
        preferences: options.preferences,
        searchPreferences: options.searchPreferences,
        partnerInfo: options.partnerInfo,
      },
      attemptTimeoutMs: options.attemptTimeoutMs ?? ATTEMPT_TIMEOUT_MS,
      transport: createTransport(options.dispatcher),
      now: options.now ?? Date.now,
      nonce: options.nonce ?? createNonce,
    };
  }

  /**
   * Calls an operation; the methods of generated clients are made of this.
   *
   * @param operation its name in the WSDL
   * @param request the value of its input element
   * @returns the value of its output element
   * @throws NetSuiteError of whichever kind
   */
  protected async call(
    operation: string,
    request: object,
    options: CallOptions = {},
  ): Promise<unknown> {
    const caller = captureCaller();
    try {
      return await performCall(this.#environment, operation, request, options);
    } catch (error) {
      if (!(error instanceof NetSuiteError)) throw error;
      addCaller(error, caller);
      throw withCallContext(error, { operation });
    }
  }

  /** Waits for the calls under way, then closes the client's connections. A dispatcher that was given in the options stays open. */
  close(): Promise<void> {
    return this.#environment.transport.close();
  }

  /** The same as {@link close}, for `await using`. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}
