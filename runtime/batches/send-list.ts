import {
  NetSuiteConfigurationError,
  NetSuiteDecodeError,
  NetSuiteEncodeError,
  NetSuiteError,
  type CallContext,
} from "../errors/index.js";
import {
  ask,
  createMissingRecordError,
  createStatusError,
  warningsOf,
} from "../facades/index.js";
import { classifyStatus } from "../status/index.js";
import type {
  BatchFailure,
  BatchReadOutcome,
  BatchWriteOutcome,
} from "./batch-outcome.js";
import type { Batch, ItemResponse } from "./run-batch.js";
import type { InputList } from "./split-inputs.js";

/** What became of one input, read or written. */
export type Outcome<Input> =
  BatchWriteOutcome<Input, unknown> | BatchReadOutcome<Input, unknown>;

/** What became of one list. */
export interface ListOutcome<Input> {
  readonly outcomes: readonly Outcome<Input>[];
  /** Why no further list is to be sent, or null. */
  readonly failure: Failure | null;
}

/** What a batch ends with; anything can be thrown. */
export interface Failure {
  readonly error: unknown;
}

/** An input that can be sent, with its place among all. */
interface Sendable<Input> {
  readonly index: number;
  readonly input: Input;
  readonly value: object;
}

/** Sends one list. It does not reject. */
export async function sendList<Input>(
  batch: Batch<Input>,
  { index: start, inputs }: InputList<Input>,
): Promise<ListOutcome<Input>> {
  const outcomes: Outcome<Input>[] = [];
  let items: Sendable<Input>[] = [];
  for (const [at, input] of inputs.entries()) {
    const index = start + at;
    try {
      items.push({ index, input, value: batch.valueOf(input) });
    } catch (error) {
      if (!(error instanceof NetSuiteError))
        return { outcomes, failure: { error } };
      outcomes.push({ index, input, ok: false, kind: "failed", error });
    }
  }
  let failure: Failure | null = null;
  while (items.length > 0) {
    try {
      outcomes.push(...(await sendItems(batch, items)));
      break;
    } catch (error) {
      if (!(error instanceof NetSuiteError)) {
        failure = { error };
        break;
      }
      // An input that cannot be encoded must not hold back the others: nothing was sent yet.
      const bad = items[misfitOf(error, batch.element) ?? -1];
      if (bad) {
        outcomes.push(failed(bad, "failed", error));
        items = items.filter((each) => each !== bad);
        continue;
      }
      const kind = error.outcome === "notDone" ? "notProcessed" : "unknown";
      outcomes.push(...items.map((each) => failed(each, kind, error)));
      // What is refused for good, such as credentials, would be refused for every list.
      if (kind === "notProcessed" && !error.retryable) failure = { error };
      break;
    }
  }
  return { outcomes: outcomes.sort((a, b) => a.index - b.index), failure };
}

async function sendItems<Input>(
  batch: Batch<Input>,
  items: readonly Sendable<Input>[],
): Promise<Outcome<Input>[]> {
  const { caller, operation, element, request, call } = batch;
  const { value, context } = await ask<object>(
    caller,
    operation,
    { [element]: items.map((each) => each.value), ...request },
    call,
  );
  const { status, responses } = batch.responsesOf(value);
  if (responses.length === 0 && status && status.isSuccess !== true)
    throw createStatusError(batch.subject, status, context);
  if (responses.length !== items.length)
    throw new NetSuiteDecodeError(
      `${batch.subject}: NetSuite answered a list of ${items.length} with ${responses.length} responses, so that nobody can tell which is whose. Read the records back.`,
      { ...context, outcome: "unknown" },
    );
  return items.map((item, at) =>
    // There are as many responses as items.
    describe(batch, item, responses[at] as ItemResponse, context),
  );
}

function describe<Input>(
  batch: Batch<Input>,
  item: Sendable<Input>,
  response: ItemResponse,
  context: CallContext,
): Outcome<Input> {
  const { index, input } = item;
  const { status, record, baseRef = null } = response;
  const outcome = classifyStatus(status);
  const subject = `${batch.subject}, input ${index}`;
  if (outcome !== "done")
    return failed(item, outcome, createStatusError(subject, status, context));
  const isSaved = status.isSuccess !== true;
  if (batch.reads && !record)
    return failed(item, "failed", createMissingRecordError(subject, context));
  if (batch.reads)
    return { index, input, ok: true, record, warnings: warningsOf(status) };
  return {
    index,
    input,
    ok: true,
    ref: baseRef,
    warnings: isSaved ? (status.statusDetail ?? []) : warningsOf(status),
    afterSubmitFailed: isSaved,
  };
}

function failed<Input>(
  { index, input }: Sendable<Input>,
  kind: BatchFailure<Input>["kind"],
  error: NetSuiteError,
): BatchFailure<Input> {
  return { index, input, ok: false, kind, error };
}

/** The place in its list of the input that could not be encoded, or null where the error is not about one. */
function misfitOf(error: NetSuiteError, element: string): number | null {
  if (error instanceof NetSuiteConfigurationError) return null;
  if (!(error instanceof NetSuiteEncodeError) || error.path === null)
    return null;
  const [, name, at] = /^[^.]+\.([^.[]+)\[(\d+)\]/.exec(error.path) ?? [];
  return name === element && at !== undefined ? Number(at) : null;
}
