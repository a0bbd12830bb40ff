export {
  parseAccount,
  type Account,
  type CredentialsProvider,
  type ProvidedCredentials,
  type TokenKeys,
  type UserCredentials,
} from "./auth/index.js";
export type {
  BatchCheckpoint,
  BatchFailure,
  BatchOptions,
  BatchReadOutcome,
  BatchSettings,
  BatchWriteOutcome,
  Inputs,
} from "./batches/index.js";
export {
  NetSuiteClientBase,
  type AnyAuthentication,
  type CallHandler,
  type CallOptions,
  type CallResult,
  type ClientClass,
  type ClientOptions,
  type HttpDispatcher,
  type Interceptor,
  type OutgoingCall,
  type ResponseInfo,
} from "./call/index.js";
export {
  decodeEnvelope,
  encodeEnvelope,
  encodeEnvelopeBytes,
  unknownElements,
  withoutUnknown,
  type DecodedEnvelope,
  type DecodeOptions,
  type Envelope,
  type Fault,
  type SoapVersion,
  type UnknownElement,
} from "./codec/index.js";
export type { NetSuiteSchema } from "./codegen-v1/index.js";
export {
  clearCustomField,
  customField,
  customFieldRef,
  removeCustomField,
  setCustomField,
  type CustomFieldId,
  type CustomFieldKind,
  type CustomFieldRefOf,
  type HasCustomFields,
  type SelectValue,
} from "./custom-fields/index.js";
export type { Environment } from "./config/index.js";
export { createFacades, type Facades } from "./create-facades.js";
export * from "./dates/index.js";
export type { Discovery } from "./endpoint/discovery.js";
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
export type { StatusDetail, Untyped } from "./facades/index.js";
export type {
  AsyncJob,
  AsyncJobKind,
  AsyncJobs,
  AsyncJobStatus,
  PollOptions,
} from "./jobs/index.js";
export type { Logger } from "./log/index.js";
export type {
  PagingOptions,
  SearchOptions,
  SearchPage,
  SearchResults,
} from "./paging/index.js";
export type {
  DeletionOptions,
  RecordFinder,
  RecordId,
  RecordMethods,
  RecordTransformer,
  WriteOptions,
} from "./records/index.js";
export type { RedactOptions } from "./redact/index.js";
export * from "./search-operators/index.js";
export type {
  Governor,
  GovernorMetrics,
  Release,
  SlotResult,
} from "./governor/index.js";
export {
  classifyStatus,
  classifyWrite,
  type RecordStatus,
  type StatusOutcome,
  type WriteOutcome,
} from "./status/index.js";
export type { CallSignal, Sleep } from "./wait/index.js";
export type { AttemptEvent, AttemptSummary, CallEvent } from "./trace/index.js";
export type {
  RecordSearches,
  RowSearches,
  SavedSearch,
} from "./searches/index.js";
