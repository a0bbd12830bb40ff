import type { CallOptions } from "./call/index.js";
import type { NetSuiteSchema } from "./codegen-v1/index.js";
import { createJobs } from "./jobs/index.js";
import { createRecords } from "./records/index.js";
import { createSearches } from "./searches/index.js";
import { sleep as systemSleep, type Sleep } from "./wait/index.js";

/** What a generated client has beside the operations. */
export interface Facades<Records, Searches, Jobs> {
  readonly records: Records;
  readonly searches: Searches;
  readonly jobs: Jobs;
}

/**
 * Makes the facades of a generated client, which alone calls it. Nothing is sent, and no type of the schema is read
 * before it is used.
 *
 * @param call the client's own, which calls an operation
 * @param recordTypes the `$type` of each record, by the value of RecordType
 */
export function createFacades<Records, Searches, Jobs>(
  schema: NetSuiteSchema,
  call: (
    operation: string,
    request: object,
    options?: CallOptions,
  ) => Promise<unknown>,
  recordTypes: Readonly<Record<string, string>>,
  { sleep = systemSleep }: { readonly sleep?: Sleep | undefined } = {},
): Facades<Records, Searches, Jobs> {
  const caller = {
    schema,
    // What a caller expects is printed from the same declaration that the response is decoded by.
    call: <T>(...request: Parameters<typeof call>) =>
      call(...request) as Promise<T>,
  };
  // The interfaces are printed by the same rules, from the same schema, that these are made by.
  return {
    records: createRecords(caller, recordTypes),
    searches: createSearches(caller),
    jobs: createJobs(caller, sleep),
  } as Facades<Records, Searches, Jobs>;
}
