import type { CallOptions } from "../call/index.js";
import { NetSuiteConfigurationError } from "../errors/index.js";
import type { Caller } from "../facades/index.js";
import type { RecordStatus } from "../status/index.js";
import type { BatchSettings, Inputs } from "./batch-options.js";
import {
  sendList,
  type Failure,
  type ListOutcome,
  type Outcome,
} from "./send-list.js";
import { splitInputs, type InputList } from "./split-inputs.js";

/** One `writeResponse` or `readResponse`. */
export interface ItemResponse {
  readonly status: RecordStatus;
  readonly baseRef?: unknown;
  readonly record?: unknown;
}

/** What a batch sends, and how it reads what comes back. */
export interface Batch<Input> {
  readonly caller: Caller;
  /** How users write it, for messages: `records.customer.addAll`. */
  readonly subject: string;
  /** A list operation, such as `addList`. */
  readonly operation: string;
  /** The element of its request that repeats: `record` or `baseRef`. */
  readonly element: string;
  /** What else its request holds. */
  readonly request: object;
  /** How many inputs NetSuite takes in one list. */
  readonly limit: number;
  /** Whether it reads records, and does not write. */
  readonly reads: boolean;
  readonly call: CallOptions;
  readonly settings: BatchSettings;
  /** The value of an input's element. */
  valueOf(input: Input): object;
  /** The responses in a response. */
  responsesOf(value: object): {
    readonly status: RecordStatus | undefined;
    readonly responses: readonly ItemResponse[];
  };
}

const MAX_LIST_BYTES = 90_000_000;

const LISTS_IN_FLIGHT = 2;

/**
 * Sends a batch list by list and yields one outcome for each input, in order.
 *
 * A list whose call failed is reported input by input, and is not sent again. Where the failure would meet every list,
 * as of credentials, it is thrown when all that was sent has been reported; likewise when the inputs themselves fail.
 *
 * @throws NetSuiteConfigurationError for settings that cannot work
 */
export async function* runBatch<Input>(
  batch: Batch<Input>,
  inputs: Inputs<Input>,
): AsyncGenerator<Outcome<Input>, void, undefined> {
  const { checkpoint, startAt = 0 } = batch.settings;
  const { listsInFlight = LISTS_IN_FLIGHT } = batch.settings;
  const { chunkSize = batch.limit, maxListBytes = MAX_LIST_BYTES } =
    batch.settings;
  checkSettings(batch, { chunkSize, maxListBytes, listsInFlight, startAt });

  const lists = splitInputs(inputs, { chunkSize, maxListBytes, startAt });
  const inFlight: Promise<ListOutcome<Input>>[] = [];
  let pulling: Promise<Pulled<Input>> | null = null;
  let isOver = false;
  let failure: Failure | null = null;
  let reported = startAt;
  let sent = startAt;

  try {
    for (;;) {
      if (!isOver && inFlight.length < listsInFlight) pulling ??= pull(lists);
      const [head] = inFlight;
      if (!pulling && !head) break;
      // Outcomes are not held back by inputs that are slow to come.
      const first = await Promise.race(
        [pulling, head].filter((each) => each != null),
      );
      if (!("outcomes" in first)) {
        pulling = null;
        if (isOver) continue;
        if (first.list) {
          sent = first.list.index + first.list.inputs.length;
          await checkpoint?.({ reported, sent });
          inFlight.push(sendList(batch, first.list));
        } else {
          isOver = true;
          failure ??= first.failure;
        }
        continue;
      }
      void inFlight.shift();
      if (first.failure) {
        failure ??= first.failure;
        isOver = true;
        // What is still being taken is not sent.
        pulling = null;
      }
      yield* first.outcomes;
      reported += first.outcomes.length;
      await checkpoint?.({ reported, sent });
    }
  } finally {
    // Not awaited: an input that never comes would hold up who breaks off.
    void lists.return().catch(() => undefined);
  }
  if (failure) throw failure.error;
}

/** The next list, or the end of the inputs, or why they failed. */
interface Pulled<Input> {
  readonly list: InputList<Input> | null;
  readonly failure: Failure | null;
}

async function pull<Input>(
  lists: AsyncGenerator<InputList<Input>, void, undefined>,
): Promise<Pulled<Input>> {
  try {
    const { done, value } = await lists.next();
    return { list: done === true ? null : value, failure: null };
  } catch (error) {
    return { list: null, failure: { error } };
  }
}

function checkSettings(
  { subject, limit }: Batch<never>,
  settings: Readonly<Record<string, number>>,
): void {
  const problems: string[] = [];
  for (const [name, value] of Object.entries(settings)) {
    const least = name === "startAt" ? 0 : 1;
    const most = name === "chunkSize" ? limit : Infinity;
    if (Number.isInteger(value) && value >= least && value <= most) continue;
    const range =
      most === Infinity
        ? `${least} or more`
        : `${least} to ${most}, which is what NetSuite takes in one list`;
    problems.push(
      `${subject}: ${name} is ${value}; give a whole number, ${range}.`,
    );
  }
  if (problems.length > 0) throw new NetSuiteConfigurationError(problems);
}
