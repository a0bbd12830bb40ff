export { BUILT_IN_TYPES } from "./declarations.js";
export { InputError, formatProblem, type Problem } from "./problems.js";
export type { ProgressEvent, ReadOptions } from "./read-options.js";
export { readSchema } from "./read-schema.js";
export { readPackage } from "./read-package.js";
export { cacheFolder } from "./source/cache-folder.js";
export {
  retraceSource,
  type Fingerprint,
  type SourceTrace,
} from "./source/fingerprint.js";
