/** What a generated package exports beside the schema's types. A test holds the lists against the runtime. */

/** Functions and classes of the runtime that `index` hands on. */
export const RUNTIME_VALUES: readonly string[] = [
  "decodeEnvelope",
  "encodeEnvelope",
  "NetSuiteAbortedError",
  "NetSuiteConfigurationError",
  "NetSuiteDecodeError",
  "NetSuiteEncodeError",
  "NetSuiteError",
  "NetSuiteFaultError",
  "NetSuiteHttpError",
  "NetSuiteStatusError",
  "NetSuiteTimeoutError",
  "NetSuiteTransportError",
  "unknownElements",
];

/** Types of the runtime that `index` hands on. */
export const RUNTIME_TYPES: readonly string[] = [
  "Attempt",
  "DecodedEnvelope",
  "Envelope",
  "NetSuiteSchema",
  "UnknownElement",
];

/** What the package declares itself. */
export const PACKAGE_NAMES: readonly string[] = [
  "CallOptions",
  "ClientOptions",
  "NetSuiteClient",
  "RecordTypes",
  "recordTypes",
  "schema",
];

/** What its modules import under these names for themselves. */
export const IMPORTED_NAMES: readonly string[] = [
  "NetSuiteClientBase",
  "RuntimeCallOptions",
  "RuntimeClientOptions",
];
