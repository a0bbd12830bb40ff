import { expect, test } from "vitest";
import type { NetSuiteClient } from "../../generated/netsuite-2025-2/index.js";
import { openClient } from "../operations/fixtures/open-client.js";
import { NOON } from "./fixtures/account-data.js";

const seed = {
  records: Array.from({ length: 12 }, (_, at) => ({
    $type: "Customer",
    internalId: String(at + 1),
    entityId: `C${at + 1}`,
  })),
};

/** Minutes after noon. */
function createClock(): { minutes: number; readonly now: () => Date } {
  const clock = {
    minutes: 0,
    now: () => new Date(NOON.getTime() + clock.minutes * 60_000),
  };
  return clock;
}

async function search(client: NetSuiteClient, pageSize = 5) {
  const { searchResult } = await client.search(
    { searchRecord: { $type: "CustomerSearchBasic" } },
    { searchPreferences: { pageSize } },
  );
  return searchResult;
}

async function more(
  client: NetSuiteClient,
  searchId: string | undefined,
  pageIndex: number,
) {
  const { searchResult } = await client.searchMoreWithId({
    searchId: searchId ?? "",
    pageIndex,
  });
  return searchResult;
}

function idsOf(result: Awaited<ReturnType<typeof search>>): string {
  return (result.recordList?.record ?? [])
    .map((each) => ("internalId" in each ? each.internalId : "none"))
    .join(" ");
}

test("pages have what NetSuite's have", async () => {
  const { client } = await openClient(seed, { now: () => NOON });
  const first = await search(client);
  expect(first).toMatchObject({
    status: { isSuccess: true },
    totalRecords: 12,
    pageSize: 5,
    totalPages: 3,
    pageIndex: 1,
  });
  expect(first.searchId).toMatch(
    /^WEBSERVICES_TSTDRV1234567_05142024\d{24}_[0-9a-f]{6}$/,
  );
  expect(idsOf(first)).toBe("1 2 3 4 5");
  const third = await more(client, first.searchId, 3);
  expect(third).toMatchObject({
    totalRecords: 12,
    totalPages: 3,
    pageIndex: 3,
    searchId: first.searchId,
  });
  expect(idsOf(third)).toBe("11 12");
});

test("a search that finds nothing has an empty list, and no page", async () => {
  const { client } = await openClient({});
  const { searchId, ...rest } = await search(client);
  expect(rest).toEqual({
    status: { isSuccess: true },
    totalRecords: 0,
    totalPages: 0,
    recordList: {},
  });
  expect(searchId).toBeDefined();
  const { searchResult } = await client.search({
    searchRecord: {
      $type: "CustomerSearchAdvanced",
      columns: { basic: { entityId: [{}] } },
    },
  });
  expect(searchResult).toMatchObject({ totalRecords: 0, searchRowList: {} });
});

test("the generated client reads all pages", async () => {
  const { client } = await openClient(seed);
  const found = await client.records.customer
    .search({}, { pageSize: 5 })
    .toArray();
  expect(found.map(({ entityId }) => entityId)).toEqual(
    seed.records.map(({ entityId }) => entityId),
  );
});

test("each page is searched anew: what was deleted shifts the others", async () => {
  const { client } = await openClient(seed);
  const { searchId } = await search(client);
  const ref = (internalId: string) => ({
    $type: "RecordRef" as const,
    type: "customer" as const,
    internalId,
  });
  await client.delete({ baseRef: ref("1") });
  const second = await more(client, searchId, 2);
  expect(second.totalRecords).toBe(11);
  expect(idsOf(second)).toBe("7 8 9 10 11");
  await client.deleteList({ baseRef: ["2", "3"].map(ref) });
  // It was there when the search began.
  const third = await more(client, searchId, 3);
  expect(third).toMatchObject({
    status: { isSuccess: true },
    totalPages: 2,
    recordList: {},
  });
});

test("there is no page before the first and none behind the last", async () => {
  const { client } = await openClient(seed);
  const { searchId } = await search(client);
  for (const pageIndex of [0, 4]) {
    const { status, recordList } = await more(client, searchId, pageIndex);
    expect(status.isSuccess).toBe(false);
    expect(status.statusDetail).toMatchObject([
      {
        code: "INVALID_PAGE_INDEX",
        message: `There is no page ${pageIndex}: the pages are 1 to 3.`,
      },
    ]);
    expect(recordList).toBeUndefined();
  }
});

test.each([
  [4, "The page size 4 is not valid: it is 5 to 1000."],
  [1001, "The page size 1001 is not valid: it is 5 to 1000."],
])("a page size of %s is refused", async (pageSize, message) => {
  const { client } = await openClient(seed);
  const { status, ...rest } = await search(client, pageSize);
  expect(status).toMatchObject({
    isSuccess: false,
    statusDetail: [{ code: "INVALID_SEARCH_PAGE_SIZE", message }],
  });
  expect(rest).toEqual({});
});

test("a search id lives while it is used, and 15 minutes longer", async () => {
  const clock = createClock();
  const { client } = await openClient(seed, { now: clock.now });
  const { searchId } = await search(client);
  clock.minutes = 14;
  expect(idsOf(await more(client, searchId, 2))).toBe("6 7 8 9 10");
  clock.minutes = 28;
  expect(idsOf(await more(client, searchId, 3))).toBe("11 12");
  clock.minutes = 44;
  const { status } = await more(client, searchId, 2);
  expect(status).toMatchObject({
    isSuccess: false,
    statusDetail: [
      {
        code: "INVALID_JOB_ID",
        message: `The search id ${searchId ?? ""} is unknown, or has expired: search again.`,
      },
    ],
  });
});

test("a page can be told to hand out less than it found", async () => {
  const { client } = await openClient(seed, {
    faults: [
      { operation: "searchMoreWithId", effect: "shortPage", keep: 0, times: 1 },
    ],
  });
  const found = await client.records.customer
    .search({}, { pageSize: 5 })
    .toArray();
  expect(found.map(({ internalId }) => internalId).join(" ")).toBe(
    "1 2 3 4 5 11 12",
  );
});

test("a job's pages may be larger, and come by the job's id", async () => {
  const { client } = await openClient(seed, { settings: { jobDelayMs: 0 } });
  const submit = async (pageSize: number): Promise<string> => {
    const { asyncStatusResult } = await client.asyncSearch(
      { searchRecord: { $type: "CustomerSearchBasic" } },
      { searchPreferences: { pageSize } },
    );
    const { jobId } = asyncStatusResult;
    await expect
      .poll(async () => {
        const status = await client.checkAsyncStatus({ jobId });
        return status.asyncStatusResult.status;
      })
      .toMatch(/finished|failed/);
    return jobId;
  };
  const paged = await submit(5);
  const { asyncResult } = await client.getAsyncResult({
    jobId: paged,
    pageIndex: 3,
  });
  expect(asyncResult).toMatchObject({
    $type: "AsyncSearchResult",
    searchResult: { totalRecords: 12, pageIndex: 3 },
  });
  const large = await submit(2000);
  const whole = await client.getAsyncResult({ jobId: large, pageIndex: 1 });
  expect(whole.asyncResult).toMatchObject({
    searchResult: { totalRecords: 12, pageSize: 2000 },
  });
});
