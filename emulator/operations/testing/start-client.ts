import { onTestFinished } from "vitest";
import {
  NetSuiteClient,
  schema,
} from "../../../generated/netsuite-2025-2/index.js";
import {
  startEmulator,
  type Emulator,
  type EmulatorOptions,
} from "../../index.js";

/** A client of 2025.2 and the emulator that it calls; both end with the test. */
export interface StartedClient {
  readonly client: NetSuiteClient;
  readonly emulator: Emulator;
}

/** Starts an emulator of 2025.2, or of what the options say, and a client of it. */
export async function startClient(
  options: Partial<EmulatorOptions> = {},
): Promise<StartedClient> {
  const emulator = await startEmulator({ schema, ...options });
  const client = new NetSuiteClient(emulator.connection);
  onTestFinished(async () => {
    await client.close();
    await emulator.close();
  });
  return { client, emulator };
}
