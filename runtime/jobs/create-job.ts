import type { CallOptions } from "../call/index.js";
import {
  NetSuiteConfigurationError,
  NetSuiteError,
  NetSuiteStatusError,
} from "../errors/index.js";
import { ask, splitOptions, type Caller } from "../facades/index.js";
import type { Sleep } from "../wait/index.js";
import type { AsyncJob, AsyncJobStatus, PollOptions } from "./job.js";

/** How often NetSuite gives a job's results. */
const MAX_FETCHES = 20;

/** The most retries that a client can be set to. Where fewer fetches are left, none is sent again by itself: each counts. */
const MAX_RETRIES = 10;

/** The value of `asyncResult`: what all its kinds have in common is that a search's has pages. */
interface AsyncResult {
  readonly searchResult?: { readonly totalPages?: number };
}

/** Makes the object for a job. Nothing is sent. */
export function createJob(
  caller: Caller,
  sleep: Sleep,
  id: string,
  fetchedBefore: number,
): AsyncJob<AsyncResult, CallOptions> {
  let fetches = fetchedBefore;

  async function status(options: CallOptions = {}): Promise<AsyncJobStatus> {
    const response = await caller.call<{ asyncStatusResult: AsyncJobStatus }>(
      "checkAsyncStatus",
      { jobId: id },
      options,
    );
    return response.asyncStatusResult;
  }

  async function* progress(
    options: CallOptions & PollOptions = {},
  ): AsyncGenerator<AsyncJobStatus, void, undefined> {
    const { own, call } = splitPolling(options);
    const { firstPollMs = 2000, lastPollMs = 60_000 } = own;
    let last: AsyncJobStatus | null = null;
    for (
      let waitMs = firstPollMs;
      ;
      waitMs = Math.min(1.5 * waitMs, lastPollMs)
    ) {
      const now = await status(call);
      if (!isSame(last, now)) yield now;
      last = now;
      if (isOver(now)) return;
      await sleep(waitMs, call.signal);
    }
  }

  async function result(
    pageIndex = 1,
    options: CallOptions = {},
  ): Promise<AsyncResult> {
    const left = MAX_FETCHES - fetches;
    if (left < 1)
      throw new NetSuiteConfigurationError([
        `The results of job ${id} have been fetched ${fetches} times, and NetSuite gives them ${MAX_FETCHES} times: page ${pageIndex} was not asked for. Keep what was fetched; search with a larger pageSize, up to 2,000, or without a job.`,
      ]);
    try {
      const { value, context } = await ask<{ asyncResult: AsyncResult }>(
        caller,
        "getAsyncResult",
        { jobId: id, pageIndex },
        withinCap(options, left),
      );
      fetches += Math.max(1, context.attempts.length);
      return value.asyncResult;
    } catch (error) {
      if (error instanceof NetSuiteError) fetches += error.attempts.length;
      throw error;
    }
  }

  async function* results(
    options: CallOptions & PollOptions = {},
  ): AsyncGenerator<AsyncResult, void, undefined> {
    let end: AsyncJobStatus | null = null;
    for await (const now of progress(options)) end = now;
    if (end?.status === "failed")
      throw new NetSuiteStatusError(
        `Job ${id} failed as a whole. Its result, if it has one, says why: call result().`,
        { operation: "checkAsyncStatus", outcome: "unknown" },
      );
    const { call } = splitPolling(options);
    const first = await result(1, call);
    yield first;
    const { totalPages = 1 } = first.searchResult ?? {};
    for (let page = 2; page <= totalPages; page++)
      yield await result(page, call);
  }

  return {
    id,
    get fetches() {
      return fetches;
    },
    status,
    progress,
    result,
    results,
  };
}

/** Keeps the retries of a fetch within those that are left. */
function withinCap(options: CallOptions, left: number): CallOptions {
  if (left > MAX_RETRIES) return options;
  const { maxRetries = 0 } = options;
  return { ...options, maxRetries: Math.min(maxRetries, left - 1) };
}

function splitPolling(
  options: CallOptions & PollOptions,
): ReturnType<typeof splitOptions<PollOptions>> {
  return splitOptions<PollOptions>(options, ["firstPollMs", "lastPollMs"]);
}

function isOver({ status }: AsyncJobStatus): boolean {
  return ["finished", "finishedWithErrors", "failed"].includes(status);
}

function isSame(last: AsyncJobStatus | null, now: AsyncJobStatus): boolean {
  return (
    last?.status === now.status &&
    last.percentCompleted === now.percentCompleted
  );
}
