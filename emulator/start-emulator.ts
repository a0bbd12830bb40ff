import { setMaxListeners } from "node:events";
import { rm } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import { parseAccount } from "nsgen-runtime";
import type { NetSuiteSchema } from "nsgen-runtime/codegen-v1";
import type { Account } from "./account/account.js";
import { createAccount } from "./account/create-account.js";
import {
  createRecordAccess,
  type RecordAccess,
} from "./account/record-access.js";
import { Authenticator } from "./auth/authenticator.js";
import {
  createTokenLogin,
  createUserLogin,
  DEFAULT_TOKEN,
} from "./auth/credentials.js";
import type { FailedLogin } from "./auth/login-audit.js";
import {
  checkOptions,
  DEFAULT_ACCOUNT,
  type EmulatorOptions,
} from "./emulator-options.js";
import { Concurrency } from "./governance/concurrency.js";
import { FaultRules } from "./injection/fault-rules.js";
import { startJobs } from "./operations/async.js";
import { OPERATIONS } from "./operations/table.js";
import { applySeed } from "./seed/apply-seed.js";
import { checkSeed } from "./seed/check-seed.js";
import { createEndpoints } from "./server/endpoints.js";
import { listen } from "./server/http-server.js";
import { InFlight } from "./server/in-flight.js";
import { RequestLog, type RequestEntry } from "./server/request-log.js";
import type { Service } from "./server/service.js";
import { createPrefixVariation } from "./server/vary-prefixes.js";
import { createMemoryState } from "./state/memory-state.js";
import type { State } from "./state/state.js";

/** What a client needs to call an emulator: options of `new NetSuiteClient`. */
export interface EmulatorConnection {
  readonly account: string;
  readonly consumerKey: string;
  readonly consumerSecret: string;
  readonly tokenId: string;
  readonly tokenSecret: string;
  /** `http://127.0.0.1:port`. */
  readonly endpoint: string;
}

/** An emulator that was started. */
export interface Emulator {
  /** `new NetSuiteClient(emulator.connection)`: of the first token. */
  readonly connection: EmulatorConnection;
  /** `http://127.0.0.1:port`. */
  readonly endpoint: string;
  /** The account's records, past everything that stands between them and a client. */
  readonly records: RecordAccess;
  /** What goes wrong. */
  readonly faults: FaultRules;
  /** The last thousand requests at least, the oldest first. */
  readonly requests: readonly RequestEntry[];
  /** The last thousand failed logins, with the causes that callers are not told. */
  readonly loginAudit: readonly FailedLogin[];
  readonly metrics: EmulatorMetrics;
  /**
   * Puts the account back to what it began with: data of the seed, no locks, rules counted anew, an empty log. Requests
   * under way are cut off, those that come meanwhile wait.
   */
  reset(): Promise<void>;
  /** Ends it; requests under way are cut off. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** How busy an emulator is. */
export interface EmulatorMetrics {
  /** Requests that clients wait for now. */
  readonly inFlight: number;
  /** The most of them at a time, since the start or the last reset; certain a tenth of a second later. */
  readonly maxInFlight: number;
}

/**
 * Starts a SuiteTalk endpoint of one account on this machine.
 *
 * @throws Error where an option is wrong, or the port or the state file cannot be had
 * @example
 * const emulator = await startEmulator({ schema });
 * const client = new NetSuiteClient(emulator.connection);
 */
export async function startEmulator(
  options: EmulatorOptions,
): Promise<Emulator> {
  checkOptions(options);
  const { host = "127.0.0.1", port = 0, tokens = [DEFAULT_TOKEN] } = options;
  // Array.isArray does not narrow a readonly array.
  const schemas = (
    Array.isArray(options.schema) ? options.schema : [options.schema]
  ) as readonly NetSuiteSchema[];
  const endpoints = createEndpoints(schemas);
  const authenticator = new Authenticator([
    ...tokens.map(createTokenLogin),
    ...(options.users ?? []).map(createUserLogin),
  ]);
  const faults = new FaultRules(schemas);
  faults.add(...(options.faults ?? []));
  const requests = new RequestLog(options.log);
  const inFlight = new InFlight();
  let cutOff = createCutOff();
  let account = await openAccount(options, schemas);
  let pause: Promise<void> | undefined;
  let ended: Promise<void> | undefined;

  const putBack = async (): Promise<void> => {
    cutOff.abort();
    cutOff = createCutOff();
    await closeAccount(account);
    if (options.state !== undefined) await rm(options.state, { force: true });
    account = await openAccount(options, schemas);
    authenticator.reset();
    faults.reset();
    requests.clear();
    inFlight.reset();
  };
  const reset = async (): Promise<void> => {
    if (ended) throw new Error("The emulator is closed.");
    while (pause) await pause.catch(() => {});
    pause = putBack().finally(() => {
      pause = undefined;
    });
    await pause;
  };
  const service: Service = {
    endpoints,
    get account() {
      return account;
    },
    get pause() {
      return pause;
    },
    authenticator,
    concurrency: new Concurrency(),
    faults,
    requests,
    inFlight,
    isLenient: options.lenient ?? false,
    latencyMs: options.latencyMs ?? 0,
    vary:
      options.variation === undefined
        ? (xml) => xml
        : createPrefixVariation(options.variation),
    async wait(ms) {
      if (ms === 0) return;
      await delay(ms, undefined, { signal: cutOff.signal }).catch(() => {});
    },
    onError: options.onError ?? writeError,
    reset,
  };
  const server = await listen(service, { host, port }).catch(
    async (error: unknown) => {
      await closeAccount(account);
      throw error;
    },
  );
  const end = async (): Promise<void> => {
    while (pause) await pause.catch(() => {});
    // What still waits is cut off, and not carried out any more.
    pause = new Promise(() => {});
    cutOff.abort();
    await server.close();
    await closeAccount(account);
  };
  const close = (): Promise<void> => (ended ??= end());
  const endpoint = `http://${host.includes(":") ? `[${host}]` : host}:${server.port}`;
  const { consumerKey, consumerSecret, tokenId, tokenSecret } =
    tokens[0] ?? DEFAULT_TOKEN;
  return {
    connection: {
      account: account.id,
      consumerKey,
      consumerSecret,
      tokenId,
      tokenSecret,
      endpoint,
    },
    endpoint,
    records: createRecordAccess(() => account, newestOf(schemas)),
    faults,
    get requests() {
      return requests.entries;
    },
    get loginAudit() {
      return authenticator.audit.entries;
    },
    get metrics() {
      return { inFlight: inFlight.count, maxInFlight: inFlight.max };
    },
    reset,
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** What ends the waiting of requests: every one that waits listens. */
function createCutOff(): AbortController {
  const cutOff = new AbortController();
  setMaxListeners(0, cutOff.signal);
  return cutOff;
}

async function openAccount(
  {
    account = DEFAULT_ACCOUNT,
    state: path,
    settings,
    seed: given,
    now,
  }: EmulatorOptions,
  schemas: readonly NetSuiteSchema[],
): Promise<Account> {
  const seed = checkSeed(given ?? {}, schemas);
  const state = await openState(path);
  const opened = createAccount({
    id: parseAccount(account).passport,
    state,
    ...(settings && { settings }),
    seed,
    ...(now && { now }),
  });
  try {
    applySeed(opened, seed, schemas);
    await state.saved();
  } catch (error) {
    await state.close();
    throw error;
  }
  startJobs({
    account: opened,
    endpoints: new Map(schemas.map((each) => [each.version, each])),
    operations: OPERATIONS,
  });
  return opened;
}

/** What keeps a file needs lmdb, whose binary takes its time to load. */
async function openState(path: string | undefined): Promise<State> {
  if (path === undefined) return createMemoryState();
  const { createFileState } = await import("./state/file-state.js");
  return createFileState(path);
}

async function closeAccount({ jobs, state }: Account): Promise<void> {
  jobs.stop();
  await state.close();
}

function newestOf(schemas: readonly NetSuiteSchema[]): NetSuiteSchema {
  const byVersion = schemas.toSorted((a, b) =>
    a.version < b.version ? 1 : -1,
  );
  // createEndpoints has refused none at all.
  return byVersion[0] as NetSuiteSchema;
}

function writeError(error: unknown, errorId: string): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : error;
  process.stderr.write(`nsgen emulator: error ${errorId}: ${String(text)}\n`);
}
