export type { CheckResult, CheckStatus } from "./check.js";
export type { ConfigurationSource } from "./configured.js";
export { createNetwork, type Certificate, type Network } from "./network.js";
export { listChecks, runChecks, type CheckOptions } from "./run-checks.js";
