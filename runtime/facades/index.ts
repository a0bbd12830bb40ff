export { ask, type Answer, type Caller } from "./caller.js";
export { createLazyMembers, type LazyMembers } from "./lazy-members.js";
export type { Untyped } from "./untyped.js";
export { createSchemaNames, lineage } from "./schema-names.js";
export { createMissingRecordError } from "./missing-record-error.js";
export { splitOptions } from "./split-options.js";
export {
  createStatusError,
  warningsOf,
  type StatusDetail,
} from "./status-error.js";
