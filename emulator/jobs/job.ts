import type { Effects, Permission, Role } from "../operations/operation.js";
import type { Properties } from "../schema/properties.js";

/** What was submitted: never changed. */
export interface Job {
  /** `ASYNCWEBSERVICES_1234567_…`. */
  readonly id: string;
  /** Its place in the queue. */
  readonly number: number;
  /** Such as `asyncAddList`. */
  readonly operation: string;
  /** The endpoint version that it was submitted through, such as `2025_2`. */
  readonly version: string;
  readonly request: Properties;
  /** The preferences that it was submitted with; nothing else of the header is kept. */
  readonly header: Properties;
  readonly role: JobRole | null;
  readonly effects: Effects | null;
  /** ISO 8601. */
  readonly submittedAt: string;
  /** How many steps it takes: its records. */
  readonly steps: number;
}

/** A {@link Role} as plain data. */
export interface JobRole {
  readonly id: string;
  readonly isAdministrator: boolean;
  readonly forbiddenRecords: readonly string[];
  readonly lacks: readonly Permission[];
}

/** How far a job is. */
export interface JobProgress {
  readonly status: JobStatus;
  /** How many of its steps are done. */
  readonly done: number;
  /** How many of them report an error. */
  readonly errors: number;
  /** How many of them were not carried out at all. */
  readonly failures: number;
  /** How many results there are: one for each record, or one for each page of a search. */
  readonly results: number;
  /** How often its results were asked for. */
  readonly fetches: number;
}

/** Values of AsyncStatusType. */
export type JobStatus =
  "pending" | "processing" | "finished" | "finishedWithErrors" | "failed";

/** What one step came to. */
export interface StepOutcome {
  readonly results: readonly Properties[];
  /** `error` where the results report one, `failure` where the step was not carried out. */
  readonly kind: "success" | "error" | "failure";
}

/** Whether a job has ended. */
export function isOver({ status }: JobProgress): boolean {
  return status !== "pending" && status !== "processing";
}

/** A role as it is kept with a job. */
export function storeRole(role: Role | null): JobRole | null {
  return (
    role && {
      id: role.id,
      isAdministrator: role.isAdministrator,
      forbiddenRecords: [...role.forbiddenRecords],
      lacks: [...(role.lacks ?? [])],
    }
  );
}

/** The role that was kept with a job. */
export function loadRole(role: JobRole | null): Role | null {
  return (
    role && {
      ...role,
      forbiddenRecords: new Set(role.forbiddenRecords),
      lacks: new Set(role.lacks),
    }
  );
}
