export type { CallOptions, ResponseInfo } from "./call-options.js";
export type { ClientOptions, HttpDispatcher } from "./client-options.js";
export { NetSuiteClientBase } from "./client.js";
