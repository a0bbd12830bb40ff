import type { CallOptions } from "../call/index.js";
import { JOB_OPERATIONS } from "../codegen-v1/index.js";
import { NetSuiteConfigurationError } from "../errors/index.js";
import type { Caller } from "../facades/index.js";
import type { Sleep } from "../wait/index.js";
import { createJob } from "./create-job.js";
import type { AsyncJobStatus } from "./job.js";

/** `client.jobs`. */
export function createJobs(caller: Caller, sleep: Sleep): object {
  const kinds = Object.keys(JOB_OPERATIONS);
  return {
    async submit(kind: string, request: object, options: CallOptions = {}) {
      const operation = kinds.includes(kind) ? JOB_OPERATIONS[kind] : undefined;
      if (operation === undefined)
        throw new NetSuiteConfigurationError([
          `client.jobs.submit was given ${JSON.stringify(kind)}; the kinds of job are ${kinds.join(", ")}.`,
        ]);
      const response = await caller.call<{ asyncStatusResult: AsyncJobStatus }>(
        operation,
        request,
        options,
      );
      return createJob(caller, sleep, response.asyncStatusResult.jobId, 0);
    },
    attach: (id: string, _kind: string, fetches = 0) =>
      createJob(caller, sleep, id, fetches),
  };
}
