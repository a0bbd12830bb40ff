export type { RecordAccess, RecordKey } from "./account/record-access.js";
export type {
  AccountSettings,
  Feature,
  RecordLimits,
  SettingsOptions,
} from "./account/settings.js";
export {
  DEFAULT_TOKEN,
  type RoleOptions,
  type TokenOptions,
  type UserOptions,
} from "./auth/credentials.js";
export type { FailedLogin, LoginCause } from "./auth/login-audit.js";
export { DEFAULT_ACCOUNT, type EmulatorOptions } from "./emulator-options.js";
export type { FaultElement } from "./faults/soap-fault.js";
export type { FaultRule, Mishap, When } from "./injection/fault-rule.js";
export { FaultRules } from "./injection/fault-rules.js";
export { parseFaultRules } from "./injection/parse-fault-rules.js";
export type { Permission } from "./operations/operation.js";
export { checkSeed, parseSeed } from "./seed/check-seed.js";
export type { Seed } from "./seed/seed.js";
export type { RequestEntry } from "./server/request-log.js";
export {
  startEmulator,
  type Emulator,
  type EmulatorConnection,
  type EmulatorMetrics,
} from "./start-emulator.js";
