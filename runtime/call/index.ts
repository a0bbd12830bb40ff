export type { CallOptions, ResponseInfo } from "./call-options.js";
export type {
  AnyAuthentication,
  ClientOptions,
  HttpDispatcher,
} from "./client-options.js";
export type { ClientClass } from "./create-configured.js";
export { NetSuiteClientBase } from "./client.js";
export type {
  CallHandler,
  CallResult,
  Interceptor,
  OutgoingCall,
} from "./interceptor.js";
