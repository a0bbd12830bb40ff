import type { NetSuiteClient } from "../../generated/sample/index.js";
import { findCustomers } from "./find-customers.js";
import type { Ledger } from "./ledger.js";

/** Waits for all jobs whose submission was acknowledged, and checks that each record was added, once. */
export async function checkJobs(
  client: NetSuiteClient,
  ledger: Ledger,
): Promise<void> {
  for (const { id, keys } of ledger.jobs) {
    if (id !== undefined) {
      const internalIds = await collectIds(client, id).catch(
        (error: unknown) => {
          ledger.problems.push(String(error));
          return [];
        },
      );
      ledger.begin(keys, 1);
      ledger.acknowledge(keys, internalIds);
    } else ledger.begin(keys, 1);
  }
  const keys = ledger.jobs.flatMap((job) => job.keys);
  ledger.check(await findCustomers(client, keys));
}

/** The internal ids of the records that a job added; undefined for those that it did not. */
async function collectIds(
  client: NetSuiteClient,
  jobId: string,
): Promise<readonly (string | undefined)[]> {
  for (;;) {
    const { asyncStatusResult } = await client.checkAsyncStatus({ jobId });
    const status = asyncStatusResult.status;
    if (status === "finished") break;
    if (status !== "pending" && status !== "processing")
      throw new Error(`The job ${jobId} is ${status}.`);
  }
  const { asyncResult } = await client.getAsyncResult({ jobId, pageIndex: 1 });
  if (asyncResult.$type !== "AsyncAddListResult")
    throw new Error(`The job ${jobId} gave ${asyncResult.$type}.`);
  return asyncResult.writeResponseList.writeResponse.map(({ baseRef }) =>
    baseRef && "internalId" in baseRef ? baseRef.internalId : undefined,
  );
}
