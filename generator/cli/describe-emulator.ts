import type { Emulator, RequestEntry } from "nsgen-emulator";
import { formatVersion } from "../model/index.js";

/** What to call an emulator with. */
export interface EmulatorDescription {
  readonly endpoint: string;
  readonly account: string;
  readonly versions: readonly string[];
  readonly wsdl: readonly string[];
  /** Variables that `NetSuiteClient.fromEnv()` reads. */
  readonly environment: Readonly<Record<string, string>>;
}

/** Describes an emulator to programs. */
export function describeEmulator(
  { connection, endpoint }: Emulator,
  versions: readonly string[],
): EmulatorDescription {
  return {
    endpoint,
    account: connection.account,
    versions: versions.map(formatVersion),
    wsdl: versions.map((each) => `${endpoint}/wsdl/v${each}_0/netsuite.wsdl`),
    environment: {
      NETSUITE_ACCOUNT: connection.account,
      NETSUITE_ENDPOINT: endpoint,
      NETSUITE_CONSUMER_KEY: connection.consumerKey,
      NETSUITE_CONSUMER_SECRET: connection.consumerSecret,
      NETSUITE_TOKEN_ID: connection.tokenId,
      NETSUITE_TOKEN_SECRET: connection.tokenSecret,
    },
  };
}

/** Describes an emulator to people. */
export function formatEmulator(
  emulator: Emulator,
  versions: readonly string[],
): string {
  const { account, endpoint, environment, wsdl, ...told } = describeEmulator(
    emulator,
    versions,
  );
  return [
    `NetSuite ${told.versions.join(", ")} listens at ${endpoint}, account ${account}. End it with Ctrl+C.`,
    "",
    "WSDL:",
    ...wsdl.map((each) => `  ${each}`),
    "",
    "For NetSuiteClient.fromEnv() and nsgen doctor:",
    ...Object.entries(environment).map(
      ([name, value]) => `  export ${name}=${quote(value)}`,
    ),
    "",
  ].join("\n");
}

/** A value as shells take it. */
function quote(value: string): string {
  return /^[\w./:-]+$/.test(value)
    ? value
    : `'${value.replaceAll("'", String.raw`'\''`)}'`;
}

/** The line of a request in the log. */
export function formatRequest(entry: RequestEntry): string {
  const { at, operation, version, recordTypes, outcome, durationMs } = entry;
  const what = [operation ?? "unreadable", ...recordTypes].join(" ");
  return `${at.slice(11, 23)} ${version} ${what}: ${outcome}, ${Math.round(durationMs)} ms\n`;
}
