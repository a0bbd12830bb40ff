import type { Environment, NetSuiteSchema } from "nsgen-runtime";
import { skip, type Check, type CheckResult } from "./check.js";
import { account } from "./checks/account.js";
import { authentication } from "./checks/authentication.js";
import { clock } from "./checks/clock.js";
import { configuration } from "./checks/configuration.js";
import { connection } from "./checks/connection.js";
import { dataCenter } from "./checks/data-center.js";
import { dns } from "./checks/dns.js";
import { endpoint } from "./checks/endpoint.js";
import { governance } from "./checks/governance.js";
import { createReadCheck } from "./checks/read.js";
import { createRecordCheck } from "./checks/record.js";
import { role } from "./checks/role.js";
import { version } from "./checks/version.js";
import { readConfigured, type ConfigurationSource } from "./configured.js";
import type { Context } from "./context.js";
import { findProxy } from "./find-proxy.js";
import { logIn } from "./login.js";
import { createNetwork, type Network } from "./network.js";
import { askUnsigned } from "./probe.js";

/** What is to be checked. */
export interface CheckOptions {
  /** Of a generated package, or of a WSDL. */
  readonly schema: NetSuiteSchema;
  /** Where the configuration of the client is. */
  readonly configuration: ConfigurationSource;
  /** Values of RecordType that the role must be able to read. Default: none. */
  readonly records?: readonly string[];
  /** Whether to read a record of each of them too. Default false. */
  readonly read?: boolean;
  /** This machine's clock, in milliseconds since 1970. Default: `Date.now`. */
  readonly now?: () => number;
  /** Where HTTPS_PROXY and NO_PROXY are read. Default: the process's environment. */
  readonly environment?: Environment;
  /** Default: the machine's own. */
  readonly network?: Network;
}

/** The checks of options, in their order. */
export function listChecks({
  records = [],
  read = false,
}: Pick<CheckOptions, "records" | "read">): readonly Check[] {
  return [
    configuration,
    account,
    endpoint,
    dns,
    connection,
    clock,
    version,
    dataCenter,
    authentication,
    role,
    governance,
    ...records.map(createRecordCheck),
    ...(read ? records.map(createReadCheck) : []),
  ];
}

/**
 * Checks whether a client of this configuration can work, one thing after another.
 *
 * It sends one unsigned question, logs in once, and where that worked reads; it never writes.
 */
export async function* runChecks(
  options: CheckOptions,
): AsyncGenerator<CheckResult, void, undefined> {
  const context = createContext(options);
  /** Checks that failed, or were not made for that, by id. */
  const missing = new Map<string, Check>();
  try {
    for (const check of listChecks(options)) {
      const { id, title, needs } = check;
      const first = needs.map((each) => missing.get(each)).find(Boolean);
      const finding = first
        ? skip(`${first.title} comes first`)
        : await check.run(context);
      if (first) missing.set(id, first);
      else if (finding.status === "fail") missing.set(id, check);
      yield { id, title, ...finding };
    }
  } finally {
    await context.configured.client?.close();
  }
}

function createContext({
  schema,
  configuration: source,
  records = [],
  now = Date.now,
  environment = process.env,
  network = createNetwork(),
}: CheckOptions): Context {
  const configured = readConfigured(schema, source, now);
  const { destination } = configured;
  return {
    schema,
    configured,
    network,
    proxy: destination && findProxy(destination.service, environment),
    now,
    probe: once(() =>
      destination
        ? askUnsigned(schema, destination, now)
        : Promise.reject(new Error("Nobody asks before Endpoint passed.")),
    ),
    login: once(() => logIn(schema, configured, records[0])),
  };
}

/** A function that does its work on its first call, and gives the same promise ever after. */
function once<T>(work: () => Promise<T>): () => Promise<T> {
  let promise: Promise<T> | undefined;
  return () => (promise ??= work());
}
