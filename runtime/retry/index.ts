export { createBackoff, type Backoff } from "./backoff.js";
export { classifyFailure, classifyFault } from "./failure-kind.js";
export type { FailureKind, FaultWords } from "./failure-kind.js";
export { operationClass, type OperationClass } from "./operation-class.js";
export { acceptRepeatedDelete } from "./repeated-delete.js";
export { parseRetryAfter } from "./retry-after.js";
export {
  createRetryBucket,
  RETRY_COST,
  TIMEOUT_COST,
  type RetryBucket,
} from "./retry-bucket.js";
export { judgeRetry, type Verdict } from "./verdict.js";
