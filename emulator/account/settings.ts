/** The rules of an account: how much of anything it takes. */
export interface AccountSettings {
  /** How many requests may be under way at once: NetSuite's base limit, 5. */
  readonly concurrencyLimit: number;
  /** How long a request's body may be: NetSuite's 100 MB. */
  readonly requestLimitBytes: number;
  /** How many records one request may hold. */
  readonly recordLimits: RecordLimits;
  /** How long a search id, job or page is kept unused: NetSuite's 15 minutes. */
  readonly searchIdLifetimeMs: number;
  /** Features that are switched off at Setup > Company > Enable Features > SuiteCloud. Default: none. */
  readonly disabledFeatures: readonly Feature[];
  /** How long an asynchronous job takes at least when its turn has come; 0 is at once. */
  readonly jobDelayMs: number;
}

/** Settings that differ from the defaults; limits that are left out are those too. */
export interface SettingsOptions extends Partial<
  Omit<AccountSettings, "recordLimits">
> {
  readonly recordLimits?: Partial<RecordLimits>;
}

/** Features that requests need, by their names in NetSuite's menus. */
export type Feature = (typeof FEATURES)[number];

/** The names of {@link Feature}. */
export const FEATURES = [
  "SOAP Web Services",
  "Token-Based Authentication",
] as const;

/** Records in one synchronous request; asynchronous ones take twice as many. */
export interface RecordLimits {
  readonly add: number;
  readonly update: number;
  readonly upsert: number;
  readonly delete: number;
  readonly get: number;
  readonly getItemAvailability: number;
}

/** What NetSuite's documentation says of every account. */
export const DEFAULT_SETTINGS: AccountSettings = {
  concurrencyLimit: 5,
  requestLimitBytes: 100 * 1024 * 1024,
  recordLimits: {
    add: 200,
    update: 100,
    upsert: 100,
    delete: 200,
    get: 1000,
    getItemAvailability: 10_000,
  },
  searchIdLifetimeMs: 15 * 60 * 1000,
  disabledFeatures: [],
  jobDelayMs: 50,
};
