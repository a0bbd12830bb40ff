/**
 * What became of one record of a request.
 *
 * - `done`: it was carried out; with `afterSubmitFailed`, a script failed after the record was saved
 * - `failed`: it was refused, and would be again
 * - `notProcessed`: NetSuite did not come to it; it may be sent again
 * - `unknown`: it may have been carried out: read back before sending it again
 */
export type StatusOutcome = "done" | "failed" | "notProcessed" | "unknown";

/** The part of `Status` that decides; that of every generated package is one. */
export interface RecordStatus {
  readonly isSuccess?: boolean | undefined;
  readonly statusDetail?:
    | readonly {
        readonly code?: string | undefined;
        readonly message?: string | undefined;
        readonly afterSubmitFailed?: boolean | undefined;
        readonly type?: string | undefined;
      }[]
    | undefined;
}

/** Texts count more than codes: for the cut after 15 minutes Oracle documents the words only. */
const BY_TEXT: readonly (readonly [RegExp, StatusOutcome])[] = [
  [/status (is )?unknown|unknown status/i, "unknown"],
  [/not (been |be )?processed/i, "notProcessed"],
];

const BY_CODE: ReadonlyMap<string, StatusOutcome> = new Map<
  string,
  StatusOutcome
>([
  ["EXCEEDED_MAX_TIME", "unknown"],
  ["OPERATION_NOT_FINISHED", "unknown"],
  ["UNEXPECTED_ERROR", "unknown"],
  ["ABORT_SEARCH_EXCEEDED_MAX_TIME", "notProcessed"],
  ["ACCT_TEMP_UNAVAILABLE", "notProcessed"],
  ["CONCURRENCY_LIMIT_EXCEEDED", "notProcessed"],
  ["EXCEEDED_MAX_CONCUR_RQST", "notProcessed"],
  ["SEARCH_TIMED_OUT", "notProcessed"],
  ["SESSION_TIMED_OUT", "notProcessed"],
  ["WS_CONCUR_SESSION_DISALLWD", "notProcessed"],
  ["WS_REQUEST_BLOCKED", "notProcessed"],
]);

/** Classifies one record's status. Of several details the worst counts: unknown before failed before notProcessed. */
export function classifyStatus(status: RecordStatus): StatusOutcome {
  if (status.isSuccess === true) return "done";
  const details = status.statusDetail ?? [];
  if (details.some((each) => each.afterSubmitFailed === true)) return "done";
  const outcomes = details
    .filter((each) => each.type === undefined || each.type === "ERROR")
    .map(
      ({ code, message }): StatusOutcome =>
        BY_TEXT.find(([pattern]) => pattern.test(message ?? ""))?.[1] ??
        BY_CODE.get(code ?? "") ??
        "failed",
    );
  for (const each of ["unknown", "failed"] as const)
    if (outcomes.includes(each)) return each;
  return outcomes[0] ?? "failed";
}

/** What became of one record that was to be written, and its reference where it was saved. */
export interface WriteOutcome<Ref> {
  readonly outcome: StatusOutcome;
  /** Of a record that is `done`, or null where NetSuite gave none. */
  readonly ref: Ref | null;
}

/** Classifies one `writeResponse`. A record whose script failed after it was saved is `done`, and has its reference: sending it again would duplicate it. */
export function classifyWrite<Ref>(writeResponse: {
  readonly status: RecordStatus;
  readonly baseRef?: Ref | undefined;
}): WriteOutcome<Ref> {
  const outcome = classifyStatus(writeResponse.status);
  return {
    outcome,
    ref: outcome === "done" ? (writeResponse.baseRef ?? null) : null,
  };
}
