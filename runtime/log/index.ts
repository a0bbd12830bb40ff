export { createCallLog, type CallLog, type LogOptions } from "./call-log.js";
export type { Logger } from "./logger.js";
