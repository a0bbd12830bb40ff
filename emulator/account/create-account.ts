import { JobQueue } from "../jobs/job-queue.js";
import { RecordStore } from "../records/record-store.js";
import { Searches } from "../search/searches.js";
import type { Seed } from "../seed/seed.js";
import type { State } from "../state/state.js";
import type { Account } from "./account.js";
import {
  DEFAULT_SETTINGS,
  type AccountSettings,
  type SettingsOptions,
} from "./settings.js";

/** What an account is made of. */
export interface AccountParts {
  readonly id: string;
  readonly state: State;
  readonly settings?: SettingsOptions;
  readonly seed?: Seed;
  /** Default: the machine's clock. */
  readonly now?: () => Date;
}

/** Makes the account that a state holds. */
export function createAccount({
  id,
  state,
  settings,
  seed = {},
  now = () => new Date(),
}: AccountParts): Account {
  const rules: AccountSettings = {
    ...DEFAULT_SETTINGS,
    ...settings,
    recordLimits: {
      ...DEFAULT_SETTINGS.recordLimits,
      ...settings?.recordLimits,
    },
  };
  return {
    id,
    settings: rules,
    state,
    records: new RecordStore(state),
    jobs: new JobQueue({
      state,
      accountId: id,
      delayMs: rules.jobDelayMs,
      now,
    }),
    searches: new Searches({
      accountId: id,
      lifetimeMs: rules.searchIdLifetimeMs,
      now,
    }),
    seed,
    now,
  };
}
