import {
  NetSuiteClientBase,
  type CallOptions,
  type ClientClass,
  type ClientOptions,
  type NetSuiteSchema,
} from "nsgen-runtime";

/** A client whose operations are called by name: it is made of a schema that was just read. */
export interface DoctorClient extends NetSuiteClientBase {
  ask(
    operation: string,
    request: object,
    options?: CallOptions,
  ): Promise<unknown>;
}

/** What fails is told, and a login never tried twice; and half a minute is long for an answer to nearly nothing. */
const ONE_ATTEMPT: CallOptions = { maxRetries: 0, attemptTimeoutMs: 30_000 };

/** The class of a schema's client, which sends each call once. */
export function createDoctorClient(
  schema: NetSuiteSchema,
): ClientClass<ClientOptions, DoctorClient> {
  return class extends NetSuiteClientBase implements DoctorClient {
    static readonly schema = schema;

    constructor(options: ClientOptions) {
      super(schema, options);
    }

    ask(
      operation: string,
      request: object,
      options?: CallOptions,
    ): Promise<unknown> {
      return this.call(operation, request, options);
    }

    protected override call<Output>(
      operation: string,
      request: object,
      options?: CallOptions,
    ): Promise<Output> {
      return super.call(operation, request, { ...options, ...ONE_ATTEMPT });
    }
  };
}
