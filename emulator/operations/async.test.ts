import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  NetSuiteClient,
  schema,
  type CustomerFields,
} from "../../generated/netsuite-2025-2/index.js";
import * as older from "../../generated/netsuite-2022-1/index.js";
import {
  startEmulator,
  type Emulator,
  type EmulatorOptions,
} from "../index.js";

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function open(
  options: Partial<EmulatorOptions> = {},
): Promise<{ emulator: Emulator; client: NetSuiteClient }> {
  const emulator = await startEmulator({
    schema: [schema, older.schema],
    settings: { jobDelayMs: 0, ...options.settings },
    ...options,
  });
  const client = new NetSuiteClient({ ...emulator.connection, maxRetries: 0 });
  closing.push(
    () => emulator.close(),
    () => client.close(),
  );
  return { emulator, client };
}

/** Lets a test that waits for a job look often. */
const SOON = { firstPollMs: 1, lastPollMs: 5 };

async function collect<T>(values: AsyncIterable<T>): Promise<T[]> {
  const collected: T[] = [];
  for await (const each of values) collected.push(each);
  return collected;
}

function customers(count: number): (CustomerFields & { $type: "Customer" })[] {
  return Array.from({ length: count }, (_, at) => ({
    $type: "Customer",
    externalId: `crm-${at}`,
    companyName: `Acme ${at}`,
  }));
}

test("a list is added by a job, and each record has its response in the list's order", async () => {
  const { client } = await open();
  const record = customers(2);
  const job = await client.jobs.submit("addList", {
    record: [...record.slice(0, 1), ...record],
  });
  expect(job.id).toMatch(/^ASYNCWEBSERVICES_TSTDRV1234567_\d+$/);
  const [result] = await collect(job.results(SOON));
  expect(result?.writeResponseList.status).toEqual({ isSuccess: true });
  expect(
    result?.writeResponseList.writeResponse.map(({ status, baseRef }) => [
      status.statusDetail?.[0]?.code ?? "done",
      baseRef?.$type === "RecordRef" ? baseRef.externalId : undefined,
    ]),
  ).toEqual([
    ["done", "crm-0"],
    ["DUP_RCRD", "crm-0"],
    ["done", "crm-1"],
  ]);
  expect(await job.status()).toEqual({
    jobId: job.id,
    status: "finishedWithErrors",
    percentCompleted: 100,
    estRemainingDuration: 0,
  });
});

test("jobs upsert, update, read and delete", async () => {
  const { client } = await open();
  const ref = (externalId: string) =>
    ({ $type: "RecordRef", type: "customer", externalId }) as const;
  const upsert = await client.jobs.submit("upsertList", {
    record: customers(2),
  });
  const update = await client.jobs.submit("updateList", {
    record: [{ $type: "Customer", externalId: "crm-1", email: "a@b.example" }],
  });
  const get = await client.jobs.submit("getList", {
    baseRef: [ref("crm-1"), ref("crm-2")],
  });
  const remove = await client.jobs.submit("deleteList", {
    baseRef: [ref("crm-0")],
  });
  const [deleted] = await collect(remove.results(SOON));
  expect(deleted?.writeResponseList.writeResponse).toMatchObject([
    { status: { isSuccess: true } },
  ]);
  expect((await upsert.status()).status).toBe("finished");
  expect((await update.status()).status).toBe("finished");
  const read = await get.result();
  expect(read.readResponseList.readResponse).toMatchObject([
    { record: { companyName: "Acme 1", email: "a@b.example" } },
    {
      status: {
        isSuccess: false,
        statusDetail: [{ code: "RCRD_DSNT_EXIST" }],
      },
    },
  ]);
});

test("the pages of a search are found as they were when the job ran", async () => {
  const { client } = await open();
  await client.addList({ record: customers(12) });
  const job = await client.jobs.submit(
    "search",
    { searchRecord: { $type: "CustomerSearch" } },
    { searchPreferences: { pageSize: 5 } },
  );
  const pages: (string | undefined)[][] = [];
  for await (const { searchResult } of job.results(SOON))
    pages.push(
      (searchResult.recordList?.record ?? []).map((each) =>
        each.$type === "Customer" ? each.externalId : undefined,
      ),
    );
  expect(pages.map(({ length }) => length)).toEqual([5, 5, 2]);
  expect(pages.flat()).toEqual(customers(12).map((each) => each.externalId));
});

test("a job of a search that is refused has failed, and its result says why", async () => {
  const { client } = await open();
  const job = await client.jobs.submit(
    "search",
    { searchRecord: { $type: "CustomerSearch" } },
    { searchPreferences: { pageSize: 2001 } },
  );
  await expect(collect(job.results(SOON))).rejects.toMatchObject({
    code: "status",
  });
  const { searchResult } = await job.result();
  expect(searchResult.status.isSuccess).toBe(false);
});

test("a synchronous search may have 1,000 on a page, a job's 2,000", async () => {
  const { client } = await open();
  await client.addList({ record: customers(1) });
  const job = await client.jobs.submit(
    "search",
    { searchRecord: { $type: "CustomerSearch" } },
    { searchPreferences: { pageSize: 2000 } },
  );
  for await (const { searchResult } of job.results(SOON))
    expect(searchResult.pageSize).toBe(2000);
});

test("a job takes twice as many records as the operation itself", async () => {
  const { client } = await open();
  const submit = (count: number) =>
    client.jobs.submit("addList", { record: customers(count) });
  const job = await submit(400);
  await expect(submit(401)).rejects.toMatchObject({
    code: "fault",
    netsuiteCode: "MAX_RCRDS_EXCEEDED",
  });
  for await (const { writeResponseList } of job.results(SOON))
    expect(writeResponseList.writeResponse).toHaveLength(400);
});

test("what is refused of jobs and their results", async () => {
  const { client } = await open({ settings: { jobDelayMs: 3_600_000 } });
  const waiting = await client.jobs.submit("addList", { record: customers(1) });
  expect(await waiting.status()).toMatchObject({
    status: "pending",
    percentCompleted: 0,
  });
  const unknown =
    "was refused with asyncFault INVALID_JOB_ID: There is no job with the id no such.";
  expect(await refusal(client.checkAsyncStatus({ jobId: "no such" }))).toBe(
    `checkAsyncStatus ${unknown}`,
  );
  expect(
    await refusal(client.getAsyncResult({ jobId: "no such", pageIndex: 1 })),
  ).toBe(`getAsyncResult ${unknown}`);
  expect(
    await refusal(client.getAsyncResult({ jobId: waiting.id, pageIndex: 1 })),
  ).toBe(
    `getAsyncResult was refused with asyncFault JOB_NOT_COMPLETE: Job ${waiting.id} has not been completed.`,
  );
});

/** What a call that is refused says. */
function refusal(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => "done",
    (error: unknown) => (error instanceof Error ? error.message : "?"),
  );
}

test("results are given 20 times", async () => {
  const { client } = await open();
  const job = await client.jobs.submit("addList", { record: customers(1) });
  await collect(job.progress(SOON));
  const fetch = (pageIndex = 1) =>
    client.getAsyncResult({ jobId: job.id, pageIndex });
  const refused = "getAsyncResult was refused with asyncFault";
  expect(await refusal(fetch(2))).toBe(
    `${refused} INVALID_PAGE_INDEX: Job ${job.id} has no page 2: its pages are 1 to 1.`,
  );
  for (let count = 2; count <= 20; count++) await fetch();
  expect(await refusal(fetch())).toBe(
    `${refused} INVALID_JOB_ID: The results of job ${job.id} have been retrieved 20 times, which is the maximum.`,
  );
});

test("a job of one endpoint version is looked at through another", async () => {
  const { client, emulator } = await open();
  const old = new older.NetSuiteClient(emulator.connection);
  closing.push(() => old.close());
  const job = await old.jobs.submit("addList", {
    record: [{ $type: "Customer", companyName: "Acme" }],
  });
  await collect(job.progress(SOON));
  const { asyncResult } = await client.getAsyncResult({
    jobId: job.id,
    pageIndex: 1,
  });
  expect(asyncResult).toMatchObject({
    $type: "AsyncAddListResult",
    writeResponseList: { writeResponse: [{ status: { isSuccess: true } }] },
  });
});

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "nsgen-jobs-"));
});
afterEach(() => rm(folder, { recursive: true }));

test("a job that was submitted is carried out after a restart, once", async () => {
  const state = join(folder, "state");
  const before = await open({ state, settings: { jobDelayMs: 3_600_000 } });
  const { id } = await before.client.jobs.submit("addList", {
    record: customers(3),
  });
  await before.emulator.close();

  const { client, emulator } = await open({ state });
  const job = client.jobs.attach(id, "addList");
  const [result] = await collect(job.results(SOON));
  expect(
    result?.writeResponseList.writeResponse.map(
      ({ status }) => status.isSuccess,
    ),
  ).toEqual([true, true, true]);
  await emulator.close();

  const again = await open({ state });
  const kept = again.client.jobs.attach(id, "addList");
  expect((await kept.status()).status).toBe("finished");
  expect(await kept.result()).toEqual(result);
});
