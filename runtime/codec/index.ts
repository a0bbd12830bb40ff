export { decodeEnvelope, type DecodeOptions } from "./decode-envelope.js";
export {
  encodeEnvelope,
  encodeEnvelopeBytes,
  prepareEnvelope,
  type PreparedEnvelope,
} from "./encode-envelope.js";
export type {
  DecodedEnvelope,
  Envelope,
  Fault,
  SoapVersion,
} from "./envelope.js";
export {
  unknownElements,
  withoutUnknown,
  type UnknownElement,
} from "./unknown-element.js";
