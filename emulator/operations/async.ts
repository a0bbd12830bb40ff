import {
  capitalize,
  uncapitalize,
  type NetSuiteSchema,
} from "nsgen-runtime/codegen-v1";
import type { Account } from "../account/account.js";
import { SoapFault } from "../faults/soap-fault.js";
import { failure, StatusError } from "../faults/status.js";
import {
  isOver,
  loadRole,
  storeRole,
  type Job,
  type StepOutcome,
} from "../jobs/job.js";
import {
  asList,
  isProperties,
  numberIn,
  propertiesIn,
  textIn,
  type Properties,
} from "../schema/properties.js";
import { fitResult } from "./fit-result.js";
import type { Call, Operation } from "./operation.js";
import { searchPages } from "./reading/search.js";

/** How often NetSuite gives a job's results. */
const MAX_FETCHES = 20;

/** The elements of requests that hold one record for each step. */
const LISTS = ["record", "baseRef", "initializeRecord"];

/** The headers that a job is carried out with. */
const PREFERENCES = ["preferences", "searchPreferences"];

/** What jobs are carried out with. */
export interface JobContext {
  readonly account: Account;
  /** The schemas of the endpoint versions that are served. */
  readonly endpoints: ReadonlyMap<string, NetSuiteSchema>;
  /** What the jobs' synchronous forms do, by the WSDL's name. */
  readonly operations: ReadonlyMap<string, Operation>;
}

/** Sets the jobs of an account going: those that wait since before a restart first. */
export function startJobs(context: JobContext): void {
  context.account.jobs.start((job, step) => runStep(context, job, step));
}

/** All operations that submit a job: `asyncAddList` and so on. */
export const submitJob: Operation = (call) => {
  const { account, operation, schema, request, header, role } = call;
  const job = account.jobs.submit({
    operation,
    version: schema.version,
    request,
    header: Object.fromEntries(
      Object.entries(header).filter(([name]) => PREFERENCES.includes(name)),
    ),
    role: storeRole(role),
    effects: call.effects ?? null,
    steps: stepsOf(request),
  });
  return { asyncStatusResult: describeStatus(account, job) };
};

/** `checkAsyncStatus`. */
export const checkAsyncStatus: Operation = (call) => ({
  asyncStatusResult: describeStatus(call.account, findJob(call)),
});

/** `getAsyncResult`. */
export const getAsyncResult: Operation = (call) => {
  const { account, schema, request } = call;
  const job = findJob(call);
  const progress = account.jobs.progress(job);
  if (!isOver(progress))
    throw new SoapFault(
      "asyncFault",
      "JOB_NOT_COMPLETE",
      `Job ${job.id} has not been completed.`,
    );
  if (progress.fetches >= MAX_FETCHES)
    throw new SoapFault(
      "asyncFault",
      "INVALID_JOB_ID",
      `The results of job ${job.id} have been retrieved ${MAX_FETCHES} times, which is the maximum.`,
    );
  account.jobs.countFetch(job);
  const $type = `${capitalize(job.operation)}Result`;
  if (!schema.typeOf($type))
    throw new SoapFault(
      "unexpectedErrorFault",
      "UNEXPECTED_ERROR",
      `The results of ${job.operation} cannot be retrieved through endpoint ${schema.version}.`,
    );
  const pages = pagesOf(account.jobs.results(job));
  const pageIndex = numberIn(request, "pageIndex") ?? 1;
  const page = pages[pageIndex - 1];
  if (!page)
    throw new SoapFault(
      "asyncFault",
      "INVALID_PAGE_INDEX",
      `Job ${job.id} has no page ${pageIndex}: its pages are 1 to ${pages.length}.`,
    );
  const result = { $type, ...page };
  return {
    asyncResult:
      job.version === schema.version
        ? result
        : fitResult(schema, $type, result),
  };
};

function findJob({ account, request }: Call): Job {
  const id = (textIn(request, "jobId") ?? "").trim();
  const job = account.jobs.find(id);
  if (!job)
    throw new SoapFault(
      "asyncFault",
      "INVALID_JOB_ID",
      `There is no job with the id ${id}.`,
    );
  return job;
}

function describeStatus({ jobs }: Account, job: Job): Properties {
  const progress = jobs.progress(job);
  return {
    jobId: job.id,
    status: progress.status,
    percentCompleted: isOver(progress)
      ? 100
      : (100 * progress.done) / Math.max(1, job.steps),
    estRemainingDuration: jobs.remainingSeconds(job),
  };
}

/** A step for each record; a search is one step. */
function stepsOf(request: Properties): number {
  const list = LISTS.find((name) => Array.isArray(request[name]));
  return list === undefined ? 1 : asList(request[list]).length;
}

function runStep(
  { account, endpoints, operations }: JobContext,
  job: Job,
  step: number,
): StepOutcome {
  const name = uncapitalize(job.operation.replace(/^async/, ""));
  try {
    const schema = endpoints.get(job.version);
    const operation = operations.get(name);
    if (!schema || !operation)
      throw new StatusError(
        "UNEXPECTED_ERROR",
        `Endpoint ${job.version}, which the job was submitted through, is not served any more.`,
      );
    const call: Call = {
      operation: job.operation,
      schema,
      request: stepOf(job.request, step),
      header: job.header,
      account,
      role: loadRole(job.role),
      ...(job.effects && { effects: job.effects }),
    };
    const isSearch = name === "search";
    const results = isSearch ? searchPages(call) : [operation(call)];
    const refused = isSearch ? "failure" : "error";
    return { results, kind: results.every(isGood) ? "success" : refused };
  } catch (error) {
    return { results: [refuse(name, error)], kind: "failure" };
  }
}

/** The request of a step: with one record of its list. */
function stepOf(request: Properties, step: number): Properties {
  const list = LISTS.find((name) => Array.isArray(request[name]));
  return list === undefined
    ? request
    : { ...request, [list]: asList(request[list]).slice(step, step + 1) };
}

/** Whether no status in a response says otherwise. */
function isGood(response: Properties): boolean {
  return Object.values(response).every((each) =>
    [each, ...Object.values(isProperties(each) ? each : {}).flatMap(asList)]
      .filter(isProperties)
      .every((part) => propertiesIn(part, "status")?.["isSuccess"] !== false),
  );
}

/** What stands in the results for a step that was not carried out. */
function refuse(operation: string, error: unknown): Properties {
  const message = error instanceof Error ? error.message : String(error);
  const hasCode = error instanceof SoapFault || error instanceof StatusError;
  const status = failure(
    (hasCode ? error.code : null) ?? "UNEXPECTED_ERROR",
    message,
  );
  if (operation === "search") return { searchResult: { status } };
  return operation === "getList" || operation === "initializeList"
    ? { readResponseList: { readResponse: [{ status }] } }
    : { writeResponseList: { writeResponse: [{ status }] } };
}

/** The pages of a job's results: each of a search, or one with all records of a list. */
function pagesOf(results: readonly Properties[]): readonly Properties[] {
  const [first = {}] = results;
  if ("searchResult" in first) return results;
  const [list = "", part = ""] =
    "readResponseList" in first
      ? ["readResponseList", "readResponse"]
      : ["writeResponseList", "writeResponse"];
  const lists = results.map((each) => propertiesIn(each, list));
  return [
    {
      [list]: {
        ...lists[0],
        [part]: lists.flatMap((each) => asList(each?.[part])),
      },
    },
  ];
}
