import type { Account, Authentication } from "../auth/index.js";
import {
  createDiscoveredEndpoint,
  createFixedEndpoint,
  discoverByRest,
  discoverBySoap,
  findSharedCache,
  parseDiscoveryUrl,
  type Discovery,
  type Endpoint,
  type Fetch,
} from "../endpoint/index.js";
import {
  NetSuiteConfigurationError,
  NetSuiteError,
  NetSuiteTransportError,
} from "../errors/index.js";
import type { Governor } from "../governor/index.js";
import { performCall } from "./call.js";
import { decodeContent } from "./content.js";
import type { CallEnvironment } from "./environment.js";

/** A lookup takes NetSuite a moment; a call that waits for it has its own limits. */
const LOOKUP_TIMEOUT_MS = 30_000;

const MAX_RETRIES = 3;

/** Lookups take no authentication, and what is not sent cannot leak. */
const ANONYMOUS: Authentication = {
  load: () =>
    Promise.resolve({
      secrets: [],
      sign: () => ({ headers: {}, secrets: [] }),
    }),
  replace: () => Promise.resolve(false),
};

/** Lookups do not count against the account's limit. */
const UNGOVERNED: Governor = {
  acquire: () => Promise.resolve(() => {}),
  metrics: () => ({ inFlight: 0, waiting: 0, limit: Infinity }),
};

/** Where a client's calls go, as its options say. */
export interface Destination {
  readonly account: Account;
  /** The service, at its own host or at a given one. */
  readonly service: URL;
  readonly discovery: Discovery | undefined;
  /** What is asked in place of NetSuite's own. */
  readonly discoveryUrl: string | undefined;
}

/** Makes a client's endpoint. */
export function createEndpoint(
  destination: Destination,
  environment: Omit<CallEnvironment, "authentication" | "endpoint">,
): Endpoint {
  const { account, service, discovery } = destination;
  if (discovery === undefined) return createFixedEndpoint(service);
  const asked = parseDiscoveryUrl(discovery, service, destination.discoveryUrl);
  const lookUp =
    discovery === "rest"
      ? () =>
          retry(environment, () =>
            discoverByRest(account, asked, fetchThrough(environment)),
          )
      : () => discoverBySoap(account, asked, callAt(asked, environment));
  const { locate, relocate } = createDiscoveredEndpoint(
    service,
    findSharedCache(),
    `${account.passport} ${discovery} ${asked.href}`,
    lookUp,
  );
  return {
    // Those who share a lookup share its error, and each call adds to its own.
    locate: () =>
      locate().catch((error: unknown) => {
        throw restate(error, account, discovery);
      }),
    relocate,
  };
}

function callAt(
  url: URL,
  environment: Omit<CallEnvironment, "authentication" | "endpoint">,
): (request: object) => Promise<unknown> {
  return async (request) => {
    const { value } = await performCall(
      {
        ...environment,
        endpoint: createFixedEndpoint(url),
        authentication: ANONYMOUS,
        governor: UNGOVERNED,
        defaults: {
          preferences: undefined,
          searchPreferences: undefined,
          partnerInfo: undefined,
        },
        attemptTimeoutMs: LOOKUP_TIMEOUT_MS,
        totalTimeoutMs: undefined,
        maxRetries: MAX_RETRIES,
      },
      {
        operation: "getDataCenterUrls",
        request,
        options: {},
        signal: undefined,
        context: new Map(),
      },
    );
    return value;
  };
}

function fetchThrough({
  transport,
}: Pick<CallEnvironment, "transport">): Fetch {
  return async (url) => {
    const response = await transport.send({
      method: "GET",
      url,
      headers: { accept: "application/json", "accept-encoding": "gzip" },
      body: null,
      signal: undefined,
      timeoutMs: LOOKUP_TIMEOUT_MS,
    });
    const bytes = await decodeContent(response);
    return { status: response.status, text: new TextDecoder().decode(bytes) };
  };
}

async function retry<T>(
  { backoff, sleep }: Pick<CallEnvironment, "backoff" | "sleep">,
  run: () => Promise<T>,
): Promise<T> {
  for (let retries = 1; ; retries++) {
    try {
      return await run();
    } catch (error) {
      const mayPass = error instanceof NetSuiteError && error.retryable;
      if (!mayPass || retries > MAX_RETRIES) throw error;
      await sleep(backoff(retries, "short"));
    }
  }
}

function restate(
  error: unknown,
  account: Account,
  discovery: Discovery,
): unknown {
  if (!(error instanceof NetSuiteError)) return error;
  if (error instanceof NetSuiteConfigurationError)
    return new NetSuiteConfigurationError(error.problems, { cause: error });
  const instead =
    discovery === "soap" ? `Give discovery: "rest", or leave` : "Leave";
  return new NetSuiteTransportError(
    `The host of account ${account.passport} was not found, and nothing was sent: ${error.message} ${instead} discovery out to use the account's own host.`,
    { outcome: "notDone", retryable: error.retryable, cause: error },
  );
}
