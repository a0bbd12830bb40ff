export { parseAccount, type Account } from "./auth/index.js";
export {
  NetSuiteClientBase,
  type CallOptions,
  type ClientOptions,
  type HttpDispatcher,
  type ResponseInfo,
} from "./call/index.js";
export {
  decodeEnvelope,
  encodeEnvelope,
  unknownElements,
  type DecodedEnvelope,
  type DecodeOptions,
  type Envelope,
  type Fault,
  type SoapVersion,
  type UnknownElement,
} from "./codec/index.js";
export type { NetSuiteSchema } from "./codegen-v1/index.js";
export {
  NetSuiteAbortedError,
  NetSuiteConfigurationError,
  NetSuiteDecodeError,
  NetSuiteEncodeError,
  NetSuiteError,
  NetSuiteFaultError,
  NetSuiteHttpError,
  NetSuiteStatusError,
  NetSuiteTimeoutError,
  NetSuiteTransportError,
  type Attempt,
  type NetSuiteErrorCode,
  type Outcome,
} from "./errors/index.js";
