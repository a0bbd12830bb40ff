import type { NetSuiteSchema } from "nsgen-runtime";
import type { Configured } from "./configured.js";
import type { Network } from "./network.js";
import type { Probe } from "./probe.js";
import type { Proxy } from "./find-proxy.js";
import type { Login } from "./login.js";

/** What the checks share. */
export interface Context {
  readonly schema: NetSuiteSchema;
  readonly configured: Configured;
  readonly network: Network;
  /** The proxy that calls go through, or null. */
  readonly proxy: Proxy | null;
  /** This machine's clock, in milliseconds since 1970. */
  readonly now: () => number;
  /** What the service answers to an unsigned question. It is asked once. */
  readonly probe: () => Promise<Probe>;
  /** Logs in, once: whoever asks again gets the same answer. */
  readonly login: () => Promise<Login>;
}
