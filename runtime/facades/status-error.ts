import { NetSuiteStatusError, type CallContext } from "../errors/index.js";
import { classifyStatus, type RecordStatus } from "../status/index.js";

/** One line of a status: an error, a warning or a remark. */
export interface StatusDetail {
  readonly code?: string | undefined;
  readonly message?: string | undefined;
  readonly afterSubmitFailed?: boolean | undefined;
  /** `ERROR`, `WARN` or `INFO`. */
  readonly type?: string | undefined;
}

/** Another write came in between: NetSuite refuses the later one. */
const COLLISIONS: ReadonlySet<string> = new Set([
  "CUSTOM_RECORD_COLLISION",
  "RCRD_HAS_BEEN_CHANGED",
]);

/** The lines of a status that are no errors. */
export function warningsOf(status: RecordStatus): readonly StatusDetail[] {
  return (status.statusDetail ?? []).filter(
    ({ type }) => status.isSuccess === true || (type ?? "ERROR") !== "ERROR",
  );
}

/**
 * The error for a status that is not success.
 *
 * @param subject what was asked for, such as `records.customer.add`
 * @param ref of the record, where NetSuite gave one: it was saved
 */
export function createStatusError(
  subject: string,
  status: RecordStatus,
  context: CallContext,
  ref: unknown = null,
): NetSuiteStatusError {
  const details = status.statusDetail ?? [];
  const errors = details.filter(({ type }) => (type ?? "ERROR") === "ERROR");
  const reasons = (errors.length > 0 ? errors : details)
    .map(({ code, message }) =>
      [code, message].filter((each) => each !== undefined).join(": "),
    )
    .filter((each) => each !== "");
  const reason =
    reasons.length > 0 ? reasons.join("; ") : "NetSuite gave no reason.";
  const outcome = classifyStatus(status);
  const isCollision = errors.some(({ code }) => COLLISIONS.has(code ?? ""));
  return new NetSuiteStatusError(
    outcome === "done"
      ? `${subject} was carried out, and a script failed after that: ${reason} Do not send it again.`
      : `${subject} failed: ${reason}${isCollision ? " Somebody else changed the record meanwhile: read it again, make the change on what it is now, and send that." : ""}`,
    {
      ...context,
      netsuiteCode: errors.find(({ code }) => code !== undefined)?.code ?? null,
      outcome:
        outcome === "done" || outcome === "unknown" ? outcome : "notDone",
      retryable: outcome === "notProcessed",
      ref,
    },
  );
}
