import { appendToMessage, NetSuiteError } from "../errors/index.js";

/** The codes by which NetSuite says that it does not know a search id (any more), in a fault or in a status. */
const LOST: ReadonlySet<string | null> = new Set([
  "INVALID_JOB_ID",
  "INVALID_JOBID",
  "INVALID_SEARCH_MORE",
  "SSS_INVALID_SRCH_ID",
]);

/** Whether a further page could not be read because NetSuite does not know the search. */
export function isLostSearch(error: unknown): boolean {
  return error instanceof NetSuiteError && LOST.has(error.netsuiteCode);
}

/** Says in an error's message where the reading of results stopped, and returns the error. */
export function tellWhereItStopped(
  error: unknown,
  pageIndex: number,
  totalPages: number,
  given: number,
): unknown {
  if (!(error instanceof NetSuiteError)) return error;
  const advice = isLostSearch(error)
    ? ' Search again, or set onLostSearch: "restart".'
    : "";
  return appendToMessage(
    error,
    `It stopped at page ${pageIndex} of ${totalPages}, after ${given} items.${advice}`,
  );
}
