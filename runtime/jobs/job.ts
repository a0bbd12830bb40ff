/** Where an asynchronous job stands: `AsyncStatusResult`. */
export interface AsyncJobStatus {
  readonly jobId: string;
  /** `pending`, `processing`, `retry`, then `finished`, `finishedWithErrors` or `failed`. Open: new ones may appear. */
  readonly status: string;
  readonly percentCompleted: number;
  /** In seconds, as NetSuite estimates it. */
  readonly estRemainingDuration: number;
}

/** How a job is watched: the waits between two looks grow from the first to the last, by half each time. */
export interface PollOptions {
  /** Default 2,000. */
  readonly firstPollMs?: number | undefined;
  /** Default 60,000. */
  readonly lastPollMs?: number | undefined;
}

/** A job that NetSuite carries out in its own time. It is kept for 30 days, and its results are given 20 times at most. */
export interface AsyncJob<Result, Options> {
  /** What `client.jobs.attach` finds it by. */
  readonly id: string;
  /** How often its results have been fetched, tries that failed included, as far as this object knows. */
  readonly fetches: number;
  /** Where it stands now. */
  status(options?: Options): Promise<AsyncJobStatus>;
  /** Looks again and again until the job has ended, and yields where it stands whenever that changed; the last is its end. */
  progress(options?: Options & PollOptions): AsyncIterable<AsyncJobStatus>;
  /**
   * Fetches one page of the results of a job that has ended: what the operation itself would have answered.
   *
   * @param pageIndex from 1; only searches have more than one
   * @throws NetSuiteConfigurationError instead of a 21st fetch
   */
  result(pageIndex?: number, options?: Options): Promise<Result>;
  /**
   * Waits for the job's end, and yields its results: one for a list, one for each page of a search.
   *
   * @throws NetSuiteStatusError when the job failed as a whole
   * @throws NetSuiteConfigurationError instead of a 21st fetch
   */
  results(options?: Options & PollOptions): AsyncIterable<Result>;
}

/** What a kind of job takes and gives. */
export interface AsyncJobKind {
  readonly request: object;
  readonly result: object;
}

/** Asynchronous jobs by kind: `addList`, `search` and so on. */
export interface AsyncJobs<
  Kinds extends { [Kind in keyof Kinds]: AsyncJobKind },
  Options,
> {
  /**
   * Hands a request over as a job. A list takes twice as many records as the operation itself, 2,000 for get.
   *
   * Its end is not waited for: store `id` to come back to it.
   */
  submit<Kind extends keyof Kinds>(
    kind: Kind,
    request: Kinds[Kind]["request"],
    options?: Options,
  ): Promise<AsyncJob<Kinds[Kind]["result"], Options>>;
  /**
   * A job that was submitted before, by its id. Nothing is sent.
   *
   * @param kind what it was submitted as, for the type of its results
   * @param fetches how often its results have been fetched already; default 0
   */
  attach<Kind extends keyof Kinds>(
    id: string,
    kind: Kind,
    fetches?: number,
  ): AsyncJob<Kinds[Kind]["result"], Options>;
}
