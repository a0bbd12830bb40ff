import type { Context } from "./context.js";

/** How a check came out; `skip` where it could not be made. */
export type CheckStatus = "pass" | "warn" | "fail" | "skip";

/** What a check found. Texts of several lines are separated by `\n`; none holds a secret. */
export interface Finding {
  readonly status: CheckStatus;
  /** What was found, in one line. */
  readonly message: string;
  /** Why it may be so, the likeliest first. */
  readonly cause?: string;
  /** What to do. */
  readonly fix?: string;
  /** The place where that is done, mostly in NetSuite's menus. */
  readonly where?: string;
}

/** A finding with the check that made it. */
export interface CheckResult extends Finding {
  /** Stable: `authentication`, `record:customer`. */
  readonly id: string;
  /** For people: `Authentication`, `Record customer`. */
  readonly title: string;
}

/** One thing that is looked at. */
export interface Check {
  readonly id: string;
  readonly title: string;
  /** Ids of checks without which this one makes no sense: it is skipped where one of them failed or was skipped. */
  readonly needs: readonly string[];
  run(context: Context): Finding | Promise<Finding>;
}

/** What may be said besides what was found. */
export type Advice = Pick<Finding, "cause" | "fix" | "where">;

/** All is well. */
export function pass(message: string): Finding {
  return { status: "pass", message };
}

/** It works, and somebody should look at it. */
export function warn(message: string, advice: Advice = {}): Finding {
  return { status: "warn", message, ...advice };
}

/** It does not work. */
export function fail(message: string, advice: Advice = {}): Finding {
  return { status: "fail", message, ...advice };
}

/** It could not be looked at. */
export function skip(message: string, advice: Advice = {}): Finding {
  return { status: "skip", message, ...advice };
}
