import { fileURLToPath } from "node:url";
import {
  startEmulator,
  type Emulator,
  type EmulatorOptions,
} from "nsgen-emulator";
import { afterEach, beforeEach, expect, onTestFinished, vi } from "vitest";
import { loadSchema } from "../load-schema.js";
import { nsgen, type Run } from "./nsgen.js";

/** The package that is checked. */
export const client = fileURLToPath(
  new URL("../../../generated/sample", import.meta.url),
);

const { schema } = await loadSchema(client);

/** Made up, and in the form of NetSuite's. */
export const keys = {
  consumerKey: "c1".repeat(32),
  consumerSecret: "c2".repeat(32),
  tokenId: "7d".repeat(32),
  tokenSecret: "7f".repeat(32),
};

/** Sets time and environment for the tests of a file. */
export function useFixedEnvironment(): void {
  beforeEach(() => {
    // Oracle's schedule goes on with time.
    vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-11-22") });
    for (const name of Object.keys(process.env))
      if (/^NETSUITE_|_PROXY$/i.test(name)) vi.stubEnv(name, undefined);
  });

  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllEnvs();
  });
}

/** Starts an emulator of the sample's version whose token has these rights, and sets the environment for it. */
export async function startAccount(
  role: NonNullable<EmulatorOptions["tokens"]>[number]["role"] = {},
  options: Partial<EmulatorOptions> & { readonly isRevoked?: boolean } = {},
): Promise<Emulator> {
  const { isRevoked = false, ...rest } = options;
  const emulator = await startEmulator({
    schema,
    tokens: [{ ...keys, role, isRevoked }],
    ...rest,
  });
  onTestFinished(() => emulator.close());
  setConfiguration({ endpoint: emulator.endpoint });
  return emulator;
}

/** Sets a whole configuration in the environment. */
export function setConfiguration({
  endpoint,
  account = "TSTDRV1234567",
}: {
  readonly endpoint?: string;
  readonly account?: string;
}): void {
  vi.stubEnv("NETSUITE_ACCOUNT", account);
  vi.stubEnv("NETSUITE_ENDPOINT", endpoint);
  vi.stubEnv("NETSUITE_CONSUMER_KEY", keys.consumerKey);
  vi.stubEnv("NETSUITE_CONSUMER_SECRET", keys.consumerSecret);
  vi.stubEnv("NETSUITE_TOKEN_ID", keys.tokenId);
  vi.stubEnv("NETSUITE_TOKEN_SECRET", keys.tokenSecret);
}

/** Runs `nsgen doctor` for the package. */
export const doctor = (...args: readonly string[]): Promise<Run> =>
  nsgen("doctor", "--client", client, ...args);

/** The lines of a run that begin with one of these titles, with their advice. */
export function linesOf({ stdout }: Run, ...titles: readonly string[]): string {
  return stdout
    .split(/^(?=\S)/m)
    .filter((each) => titles.some((title) => each.slice(2).startsWith(title)))
    .map((each) => each.replace(/ {2,}(?=\S)/, "  "))
    .join("");
}

/** No secret, nor the half of one, may be in what is printed. */
export function expectNoSecret({ stdout, stderr }: Run): void {
  for (const key of Object.values(keys))
    expect(stdout + stderr).not.toContain(key.slice(0, 8));
}
