export type {
  BatchCheckpoint,
  BatchOptions,
  BatchSettings,
  Inputs,
} from "./batch-options.js";
export type {
  BatchFailure,
  BatchReadOutcome,
  BatchWriteOutcome,
} from "./batch-outcome.js";
export { runBatch, type Batch, type ItemResponse } from "./run-batch.js";
export type { Outcome } from "./send-list.js";
