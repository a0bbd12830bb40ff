export { findSecrets } from "./find-secrets.js";
export {
  createRedact,
  redactError,
  redactValue,
  type Redact,
} from "./redact.js";
export { redactXml } from "./redact-xml.js";
export { createSecrecy, type RedactOptions, type Secrecy } from "./secrecy.js";
