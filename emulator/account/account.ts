import type { JobQueue } from "../jobs/job-queue.js";
import type { RecordStore } from "../records/record-store.js";
import type { Searches } from "../search/searches.js";
import type { Seed } from "../seed/seed.js";
import type { State } from "../state/state.js";
import type { AccountSettings } from "./settings.js";

/** The account that an emulator serves: its data, its rules and its clock. */
export interface Account {
  /** As NetSuite writes it: `1234567_SB1`. */
  readonly id: string;
  readonly settings: AccountSettings;
  readonly state: State;
  readonly records: RecordStore;
  /** Asynchronous jobs: `startJobs` of operations/async.ts sets them going, `stop()` ends that. */
  readonly jobs: JobQueue;
  /** What search ids stand for. */
  readonly searches: Searches;
  /** What the seed says beside records: required fields, saved searches and so on. */
  readonly seed: Seed;
  readonly now: () => Date;
}
