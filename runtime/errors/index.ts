export {
  appendToMessage,
  NetSuiteError,
  withCallContext,
  type Attempt,
  type CallContext,
  type NetSuiteErrorCode,
  type NetSuiteErrorOptions,
  type Outcome,
} from "./netsuite-error.js";
export { NetSuiteAbortedError } from "./aborted-error.js";
export { NetSuiteConfigurationError } from "./configuration-error.js";
export {
  NetSuiteDecodeError,
  type NetSuiteDecodeErrorOptions,
} from "./decode-error.js";
export {
  NetSuiteEncodeError,
  type NetSuiteEncodeErrorOptions,
} from "./encode-error.js";
export {
  NetSuiteFaultError,
  type NetSuiteFaultErrorOptions,
} from "./fault-error.js";
export {
  NetSuiteHttpError,
  type NetSuiteHttpErrorOptions,
} from "./http-error.js";
export { NetSuiteStatusError } from "./status-error.js";
export { NetSuiteTimeoutError } from "./timeout-error.js";
export { NetSuiteTransportError } from "./transport-error.js";
