export { createJobs } from "./create-jobs.js";
export type {
  AsyncJob,
  AsyncJobKind,
  AsyncJobs,
  AsyncJobStatus,
  PollOptions,
} from "./job.js";
