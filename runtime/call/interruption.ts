import {
  NetSuiteAbortedError,
  NetSuiteTimeoutError,
  type NetSuiteError,
  type Outcome,
} from "../errors/index.js";

/** Where a call stood when it was ended from outside. */
export type Standing = "beforeSending" | "afterSending" | "betweenAttempts";

/** What is known of the attempts before. */
export interface Known {
  readonly outcome: Outcome;
  /** The error of the last one. */
  readonly failure?: NetSuiteError | undefined;
}

/** The reason of a signal that was aborted because the call's whole time was over. */
export class TimeOver {
  readonly totalTimeoutMs: number;

  constructor(totalTimeoutMs: number) {
    this.totalTimeoutMs = totalTimeoutMs;
  }
}

const STANDINGS: Readonly<Record<Standing, string>> = {
  beforeSending: "before anything was sent",
  afterSending: "after its request was sent",
  betweenAttempts: "while it waited to be sent again",
};

/**
 * Makes the error of a call that its signal ended: the caller's, or that of the whole call's time.
 *
 * @param reason of the signal
 * @param known by default what follows from the standing
 */
export function createInterruption(
  reason: unknown,
  standing: Standing,
  { outcome, failure }: Known = {
    outcome: standing === "afterSending" ? "unknown" : "notDone",
  },
): NetSuiteAbortedError | NetSuiteTimeoutError {
  const rest = [STANDINGS[standing], consequence(standing, outcome)].join(".");
  return reason instanceof TimeOver
    ? new NetSuiteTimeoutError(
        `The call's ${reason.totalTimeoutMs} ms (totalTimeoutMs) were over ${rest}`,
        { outcome, retryable: true, cause: failure },
      )
    : new NetSuiteAbortedError(`The call was aborted ${rest}`, {
        outcome,
        cause: reason,
      });
}

function consequence(standing: Standing, outcome: Outcome): string {
  if (standing === "beforeSending") return "";
  if (standing === "afterSending")
    return " Whether NetSuite carried it out is not known.";
  return outcome === "notDone"
    ? " No attempt was carried out."
    : " Whether NetSuite carried an attempt out is not known.";
}
