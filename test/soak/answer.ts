/** A request or a response, by the names of the schema. */
type Fields = Readonly<Record<string, unknown>>;

/** A page of a search's result holds this many records. */
const PAGE_SIZE = 5;

const BASE_TIME = Date.UTC(2025, 0, 1);

const SUCCESS = { isSuccess: true };

/** What the server knows of a request besides its content. */
export interface Known {
  /** The key of the call. */
  readonly key: string;
  /** Whether the record was deleted before. */
  readonly isGone: boolean;
}

/**
 * Makes the value of the response to a request, which is the same whenever it is made: every answer carries the keys of
 * its request, so that one that came to another caller shows. The server makes it of what arrived, the caller of what it
 * sent.
 */
export function createAnswer(
  operation: string,
  request: object,
  { key, isGone }: Known,
): object {
  // Requests are made by create-task.ts only.
  const { record, baseRef, searchRecord, searchId, pageIndex } =
    request as Fields & { record: Fields & Fields[]; baseRef: Fields };
  switch (operation) {
    case "get":
      return {
        readResponse: {
          status: SUCCESS,
          record: createCustomer(String(baseRef["internalId"])),
        },
      };
    case "add":
    case "update":
    case "upsert":
      return { writeResponse: createWriteResponse(recordKey(record)) };
    case "addList":
      return {
        writeResponseList: {
          status: SUCCESS,
          writeResponse: record.map((each) =>
            createWriteResponse(recordKey(each)),
          ),
        },
      };
    case "delete":
      return { writeResponse: createDeleteResponse(baseRef, isGone) };
    case "search":
      return { searchResult: createPage(searchedFor(searchRecord), 1) };
    case "searchMoreWithId":
      return { searchResult: createPage(String(searchId), Number(pageIndex)) };
    case "getServerTime":
      return {
        getServerTimeResult: { status: SUCCESS, serverTime: createTime(key) },
      };
    default:
      throw new Error(`The soak does not call ${operation}.`);
  }
}

/** The keys that a request stores, each of which the server counts. */
export function storedKeys(operation: string, request: object): string[] {
  // As above.
  const { record, baseRef } = request as {
    readonly record: Fields & Fields[];
    readonly baseRef: Fields;
  };
  switch (operation) {
    case "add":
    case "update":
    case "upsert":
      return [recordKey(record)];
    case "addList":
      return record.map(recordKey).filter((key) => !isRefused(key));
    case "delete":
      return [String(baseRef["internalId"])];
    default:
      return [];
  }
}

/** How many pages a search has: the number that its text ends with. */
export function totalPages(searchId: string): number {
  return Number(searchId.at(-1));
}

function recordKey(record: Fields): string {
  return String(record["companyName"]);
}

/** Whether the server refuses a record, as one that is there already. */
function isRefused(key: string): boolean {
  return key.endsWith("!");
}

function createWriteResponse(key: string): object {
  return isRefused(key)
    ? { status: createFailure("DUP_ENTITY", `${key} is taken.`) }
    : { status: SUCCESS, baseRef: createRef(key) };
}

function createDeleteResponse(baseRef: Fields, isGone: boolean): object {
  return {
    status: isGone
      ? createFailure("RCRD_DSNT_EXIST", "That record does not exist.")
      : SUCCESS,
    baseRef,
  };
}

function createFailure(code: string, message: string): object {
  return { isSuccess: false, statusDetail: [{ type: "ERROR", code, message }] };
}

function createRef(internalId: string): object {
  return { $type: "RecordRef", type: "customer", internalId };
}

/** Some are of a few hundred bytes, some of several packets. */
function createCustomer(internalId: string): object {
  const length = (internalId.length * 7919 * Number(internalId.at(-1))) % 9000;
  return {
    $type: "Customer",
    internalId,
    companyName: internalId,
    comments: `${internalId} & <é> `.repeat(length / 10 + 1),
    addressbookList: { addressbook: [{ label: internalId }] },
  };
}

function createPage(searchId: string, pageIndex: number): object {
  const pages = totalPages(searchId);
  return {
    status: SUCCESS,
    totalRecords: pages * PAGE_SIZE,
    pageSize: PAGE_SIZE,
    totalPages: pages,
    pageIndex,
    searchId,
    recordList: {
      record: Array.from({ length: PAGE_SIZE }, (_, at) =>
        createCustomer(`${searchId}/${pageIndex}/${at}`),
      ),
    },
  };
}

function searchedFor(searchRecord: unknown): string {
  // As above.
  const { companyName } = searchRecord as {
    readonly companyName: { readonly searchValue: string };
  };
  return companyName.searchValue;
}

/** The request of getServerTime has no room for a key: its answer holds the number of the call, which a header brings. */
function createTime(key: string): string {
  const number = Number(key.replace(/\D/g, ""));
  return new Date(BASE_TIME + number * 1000).toISOString();
}
