import type { Properties } from "../schema/properties.js";
import type { State, Table } from "../state/state.js";
import {
  isOver,
  type Job,
  type JobProgress,
  type JobStatus,
  type StepOutcome,
} from "./job.js";

/** How long NetSuite knows a job: 30 days. */
const LIFETIME_MS = 30 * 24 * 60 * 60 * 1000;

const SUBMITTED: JobProgress = {
  status: "pending",
  done: 0,
  errors: 0,
  failures: 0,
  results: 0,
  fetches: 0,
};

/** What a {@link JobQueue} is made of. */
export interface JobQueueParts {
  readonly state: State;
  /** The account's id, which is part of the jobs' ids. */
  readonly accountId: string;
  /** How long a job takes at least when its turn has come, spread over its steps. */
  readonly delayMs: number;
  readonly now: () => Date;
}

/** Does one step of a job, from 0. What it writes is in the state when it returns. */
export type RunStep = (job: Job, step: number) => StepOutcome;

/**
 * The jobs of an account, worked off strictly in the order of their submission, one at a time.
 *
 * What a step writes and that it is done are put into the state together: no step is done twice, whenever the process
 * ends.
 */
export class JobQueue {
  readonly #jobs: Table<Job>;
  readonly #progress: Table<JobProgress>;
  readonly #results: Table<Properties>;
  readonly #parts: JobQueueParts;
  /** Jobs that have not ended, by submission. */
  readonly #waiting: Job[];
  /** When the turn of the first came, in milliseconds since 1970. */
  #turnAt: number;
  #runStep: RunStep | null = null;
  #timer: NodeJS.Timeout | null = null;

  constructor(parts: JobQueueParts) {
    this.#parts = parts;
    this.#jobs = parts.state.table("jobs");
    this.#progress = parts.state.table("jobProgress");
    this.#results = parts.state.table("jobResults");
    this.#waiting = [...this.#jobs.entries()]
      .map(([, job]) => job)
      .filter((job) => !isOver(this.progress(job)))
      .sort((a, b) => a.number - b.number);
    this.#turnAt = this.#now();
  }

  /** Takes a job. The answer to its submission must wait until the state is saved. */
  submit(given: Omit<Job, "id" | "number" | "submittedAt">): Job {
    this.#forgetOld();
    const { accountId, state } = this.#parts;
    const number = state.nextNumber();
    const submittedAt = this.#parts.now().toISOString();
    const digits = submittedAt.replaceAll(/\D/g, "");
    const job: Job = {
      ...given,
      id: `ASYNCWEBSERVICES_${accountId}_${digits}${number}`,
      number,
      submittedAt,
    };
    this.#jobs.put(job.id, job);
    this.#progress.put(job.id, SUBMITTED);
    if (this.#waiting.push(job) === 1) this.#turnAt = this.#now();
    this.#schedule();
    return job;
  }

  /** The job of an id; undefined for one that there never was, or that is older than 30 days. */
  find(id: string): Job | undefined {
    const job = this.#jobs.get(id);
    return job && !this.#isOld(job) ? job : undefined;
  }

  progress(job: Job): JobProgress {
    return this.#progress.get(job.id) ?? SUBMITTED;
  }

  /** What the steps of a job gave so far, in their order. */
  results(job: Job): Properties[] {
    const { results } = this.progress(job);
    return Array.from(
      { length: results },
      (_, at) => this.#results.get(resultKey(job, at)) ?? {},
    );
  }

  /** Notes that the results of a job were asked for. */
  countFetch(job: Job): void {
    const progress = this.progress(job);
    this.#progress.put(job.id, { ...progress, fetches: progress.fetches + 1 });
  }

  /** How long it will be until a job has ended, in seconds. */
  remainingSeconds(job: Job): number {
    const place = this.#waiting.findIndex(({ id }) => id === job.id);
    if (place < 0) return 0;
    const endAt = this.#turnAt + this.#parts.delayMs * (place + 1);
    return Math.max(0, endAt - this.#now()) / 1000;
  }

  /** Begins to work, by timers that do not keep the process alive. */
  start(runStep: RunStep): void {
    this.#runStep = runStep;
    this.#turnAt = this.#now();
    this.#schedule();
  }

  /** Ends the work after the step that is under way. What is left waits in the state. */
  stop(): void {
    this.#runStep = null;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  /** Does all steps that are due by the account's clock. The timers call it; a test with a clock of its own may, too. */
  runPending(): void {
    this.#work();
    // Where that fails, the next answer waits for it again, and tells.
    this.#parts.state.saved().catch(() => {});
    this.#schedule();
  }

  #work(): void {
    for (;;) {
      const job = this.#waiting[0];
      if (!job || !this.#runStep) return;
      const dueAt = this.#dueAt(job);
      if (dueAt > this.#now()) return;
      this.#advance(job, this.#runStep);
      if (!isOver(this.progress(job))) continue;
      this.#waiting.shift();
      const next = this.#waiting[0];
      if (next) this.#turnAt = Math.max(dueAt, Date.parse(next.submittedAt));
    }
  }

  /** When the next thing is to be done: first a job begins, then come its steps. */
  #dueAt(job: Job): number {
    const { status, done } = this.progress(job);
    const at = status === "pending" ? 1 : done + 2;
    return (
      this.#turnAt +
      (this.#parts.delayMs * Math.min(at, job.steps + 1)) / (job.steps + 1)
    );
  }

  #advance(job: Job, runStep: RunStep): void {
    let progress = this.progress(job);
    if (progress.status === "pending")
      progress = { ...progress, status: "processing" };
    else if (progress.done < job.steps) {
      const { results, kind } = runStep(job, progress.done);
      results.forEach((each, at) => {
        this.#results.put(resultKey(job, progress.results + at), each);
      });
      progress = {
        ...progress,
        done: progress.done + 1,
        errors: progress.errors + (kind === "error" ? 1 : 0),
        failures: progress.failures + (kind === "failure" ? 1 : 0),
        results: progress.results + results.length,
      };
    }
    if (progress.done === job.steps)
      progress = { ...progress, status: judge(progress) };
    this.#progress.put(job.id, progress);
  }

  #schedule(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    const job = this.#waiting[0];
    if (!job || !this.#runStep) return;
    this.#timer = setTimeout(
      () => {
        this.runPending();
      },
      Math.max(0, this.#dueAt(job) - this.#now()),
    );
    this.#timer.unref();
  }

  #now(): number {
    return this.#parts.now().getTime();
  }

  #isOld(job: Job): boolean {
    return this.#now() - Date.parse(job.submittedAt) > LIFETIME_MS;
  }

  #forgetOld(): void {
    for (const [id, job] of [...this.#jobs.entries()]) {
      if (!this.#isOld(job) || !isOver(this.progress(job))) continue;
      const { results } = this.progress(job);
      for (let at = 0; at < results; at++)
        this.#results.delete(resultKey(job, at));
      this.#progress.delete(id);
      this.#jobs.delete(id);
    }
  }
}

function resultKey({ id }: Job, at: number): string {
  return `${id}/${at}`;
}

function judge({ done, errors, failures }: JobProgress): JobStatus {
  if (done > 0 && failures === done) return "failed";
  return errors + failures > 0 ? "finishedWithErrors" : "finished";
}
