import { createSearches, type GivenSearch } from "./account-searches.js";
import { createStore, type Stored } from "./account-store.js";

/** A request, by the values of its header's and its body's elements, as far as the account looks. */
export interface Request {
  readonly operation: string;
  readonly header: {
    readonly searchPreferences?: { readonly pageSize?: number };
  };
  readonly content: {
    readonly record?: Stored | Stored[];
    readonly baseRef?: Stored | Stored[];
    readonly searchRecord?: GivenSearch;
    readonly searchId?: string;
    readonly pageIndex?: number;
    readonly jobId?: string;
  };
}

/** The element of a response's body. */
export type Answer = Readonly<Record<string, unknown>>;

const done = { isSuccess: true };

/**
 * Makes an account with three customers, a sales order and six contacts. It answers every operation that the README
 * shows; the first `getServerTime` is refused because too many requests are under way, and the first search is lost after
 * its first page.
 */
export function createAccount(): (request: Request) => Answer {
  const store = createStore();
  const searches = createSearches(store);
  const jobs = new Map<string, object>();
  let isBusy = true;

  const read = ({ content: { baseRef = {} } }: Request): object =>
    answerEach("readResponse", baseRef, store.read);
  const write =
    (save: (record: Stored) => object) =>
    ({ content: { record = {} } }: Request): object =>
      answerEach("writeResponse", record, save);
  const remove = ({ content: { baseRef = {} } }: Request): object =>
    answerEach("writeResponse", baseRef, store.remove);

  const answers: Readonly<Record<string, (request: Request) => object>> = {
    get: read,
    getList: read,
    add: write(store.add),
    addList: write(store.add),
    update: write(store.update),
    updateList: write(store.update),
    upsert: write(store.upsert),
    upsertList: write(store.upsert),
    delete: remove,
    deleteList: remove,
    search: searches.search,
    searchMoreWithId: searches.searchMore,
    initialize: () => ({
      readResponse: {
        status: done,
        record: {
          $type: "SalesOrder",
          entity: { internalId: "42", name: "Acme" },
          subTotal: 0,
        },
      },
    }),
    asyncAddList: (request) => {
      const jobId = `ASYNCWEBSERVICES_${jobs.size + 1}`;
      jobs.set(jobId, write(store.add)(request));
      return { asyncStatusResult: describeJob(jobId, "pending", 0) };
    },
    checkAsyncStatus: ({ content: { jobId = "" } }) => ({
      asyncStatusResult: describeJob(jobId, "finished", 100),
    }),
    getAsyncResult: ({ content: { jobId = "" } }) => ({
      asyncResult: { $type: "AsyncAddListResult", ...jobs.get(jobId) },
    }),
    getServerTime: () => ({
      getServerTimeResult: {
        status: done,
        serverTime: "2017-02-20T22:00:00.000-08:00",
      },
    }),
    getAccountGovernanceInfo: () => ({
      getAccountGovernanceInfoResult: {
        status: done,
        accountConcurrencyLimit: 15,
        unallocatedConcurrencyLimit: 10,
      },
    }),
  };

  return (request) => {
    const { operation } = request;
    if (operation === "getServerTime" && isBusy) {
      isBusy = false;
      return createBusyFault();
    }
    const answer = answers[operation];
    if (!answer) throw new Error(`The account has no answer to ${operation}.`);
    return { [`${operation}Response`]: answer(request) };
  };
}

/** One answer for one, or a list of them for many, as the operation declares. */
function answerEach(
  name: string,
  given: Stored | Stored[],
  answer: (each: Stored) => object,
): object {
  return Array.isArray(given)
    ? { [`${name}List`]: { status: done, [name]: given.map(answer) } }
    : { [name]: answer(given) };
}

function describeJob(
  jobId: string,
  status: string,
  percentCompleted: number,
): object {
  return { jobId, status, percentCompleted, estRemainingDuration: 0 };
}

function createBusyFault(): Answer {
  const message = "Only one request may be made against a session at a time.";
  return {
    Fault: {
      faultcode: "soapenv:Server.userException",
      faultstring: message,
      detail: {
        exceededConcurrentRequestLimitFault: {
          code: "WS_CONCUR_SESSION_DISALLWD",
          message,
        },
      },
    },
  };
}
