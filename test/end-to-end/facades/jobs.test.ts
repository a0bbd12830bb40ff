import { afterAll, beforeAll, expect, test } from "vitest";
import { sampleWsdl } from "../../wsdl-sets.js";
import { generatePackage, type GeneratedFolder } from "../generated-client.js";
import {
  collect,
  done,
  failure,
  openAccount,
  type Answer,
  type Request,
} from "./account.js";

let folder: GeneratedFolder;
beforeAll(async () => {
  folder = await generatePackage(sampleWsdl);
});
afterAll(() => folder.remove());

const standing = (status: string, percentCompleted: number): Answer => ({
  value: {
    asyncStatusResult: {
      jobId: "ASYNC_1",
      status,
      percentCompleted,
      estRemainingDuration: 1,
    },
  },
});

/** Answers as a job that ends after some looks, with so many pages of results. */
function job(
  states: readonly [string, number][],
  pages = 1,
): (request: Request) => Answer {
  let looks = 0;
  return ({ operation, body: { pageIndex = 1 } }) => {
    if (operation === "asyncSearch") return standing("pending", 0);
    if (operation === "checkAsyncStatus")
      return standing(...(states[looks++] ?? ["finished", 100]));
    const internalId = String(pageIndex);
    return {
      value: {
        asyncResult: {
          $type: "AsyncSearchResult",
          searchResult: {
            status: done,
            totalPages: pages,
            pageIndex,
            recordList: { record: [{ $type: "Customer", internalId }] },
          },
        },
      },
    };
  };
}

const search = { searchRecord: { $type: "CustomerSearch" } };

test("a job is submitted, watched with growing waits, and collected page by page", async () => {
  const waits: number[] = [];
  const { client, requests } = await openAccount(
    folder.package,
    job(
      [
        ["pending", 0],
        ["processing", 10],
        ["processing", 10],
        ["processing", 90],
      ],
      3,
    ),
    {
      sleep: (ms) => {
        waits.push(ms);
        return Promise.resolve();
      },
    },
  );
  const submitted = await client.jobs.submit("search", search);
  expect(submitted.id).toBe("ASYNC_1");
  const progress = await collect(submitted.progress({ firstPollMs: 1000 }));
  expect(
    progress.map(({ status, percentCompleted }) => [status, percentCompleted]),
  ).toEqual([
    ["pending", 0],
    ["processing", 10],
    ["processing", 90],
    ["finished", 100],
  ]);
  expect(waits).toEqual([1000, 1500, 2250, 3375]);
  const results = await collect(submitted.results());
  expect(results).toHaveLength(3);
  expect(submitted.fetches).toBe(3);
  expect(requests.at(-1)?.body).toEqual({ jobId: "ASYNC_1", pageIndex: 3 });
});

test("results are fetched 20 times at most", async () => {
  const { client, requests } = await openAccount(folder.package, job([], 30));
  const attached = client.jobs.attach("ASYNC_1", "search", 15);
  const pages: unknown[] = [];
  const error = await failure(
    (async () => {
      for await (const page of attached.results()) pages.push(page);
    })(),
  );
  expect(pages).toHaveLength(5);
  expect(error.message).toBe(
    "The results of job ASYNC_1 have been fetched 20 times, and NetSuite gives them 20 times: page 6 was not asked for. Keep what was fetched; search with a larger pageSize, up to 2,000, or without a job.",
  );
  expect(
    requests.filter(({ operation }) => operation === "getAsyncResult"),
  ).toHaveLength(5);
});

test("each sending of a fetch counts, and the last fetches are sent once", async () => {
  const answer = job([]);
  let resets = 1;
  const { client } = await openAccount(
    folder.package,
    (request) => (resets-- > 0 ? "reset" : answer(request)),
    { maxRetries: 5, sleep: () => Promise.resolve() },
  );
  const attached = client.jobs.attach("ASYNC_1", "search", 9);
  await attached.result();
  expect(attached.fetches).toBe(11);
  resets = 1;
  await failure(attached.result());
  expect(attached.fetches).toBe(12);
});

test("however often a client repeats, a fetch stays within the 20", async () => {
  const { client } = await openAccount(folder.package, () => "reset", {
    maxRetries: 10,
    sleep: () => Promise.resolve(),
  });
  for (const fetched of [9, 10, 15, 19]) {
    const attached = client.jobs.attach("ASYNC_1", "search", fetched);
    await failure(attached.result());
    expect(attached.fetches).toBeLessThanOrEqual(20);
    expect(attached.fetches).toBeGreaterThan(fetched);
  }
});

test("retries that the caller asks for stay within the 20", async () => {
  const { client } = await openAccount(folder.package, () => "reset", {
    sleep: () => Promise.resolve(),
  });
  const attached = client.jobs.attach("ASYNC_1", "search", 12);
  await failure(attached.result(1, { maxRetries: 10 }));
  expect(attached.fetches).toBe(20);
});

test("fetches that failed count", async () => {
  const { client } = await openAccount(folder.package, () => ({
    fault: "asyncFault",
    code: "JOB_NOT_COMPLETE",
  }));
  const attached = client.jobs.attach("ASYNC_1", "search");
  await failure(attached.result());
  expect(attached.fetches).toBe(1);
});

test("a job that failed as a whole is an error", async () => {
  const { client } = await openAccount(folder.package, job([["failed", 0]]));
  const error = await failure(
    collect(client.jobs.attach("ASYNC_1", "search").results()),
  );
  expect(error.message).toBe(
    "Job ASYNC_1 failed as a whole. Its result, if it has one, says why: call result().",
  );
});

test("a kind of job that is none is refused", async () => {
  const { client } = await openAccount(folder.package, () => "reset");
  expect((await failure(client.jobs.submit("addlist", {}))).message).toBe(
    'client.jobs.submit was given "addlist"; the kinds of job are addList, updateList, upsertList, deleteList, getList, initializeList, search.',
  );
});
