export {
  classifyStatus,
  classifyWrite,
  type RecordStatus,
  type StatusOutcome,
  type WriteOutcome,
} from "./classify-status.js";
