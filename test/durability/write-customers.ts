import type { NetSuiteClient } from "../../generated/sample/index.js";
import type { WriteResponse } from "../../generated/sample/types/platform/messages.js";
import type { Random } from "../wire/random.js";
import type { Ledger } from "./ledger.js";
import { customerOf } from "./versioned-customer.js";

/** What a writer works with. */
export interface Writer {
  /** What its keys begin with. */
  readonly name: string;
  readonly client: NetSuiteClient;
  readonly random: Random;
  readonly ledger: Ledger;
  /** Called after each answer. */
  readonly onAnswer: () => void;
}

/** Writes one random thing after the other until a call fails, as it does when the emulator is gone. */
export async function writeCustomers(writer: Writer): Promise<void> {
  const { random, onAnswer } = writer;
  // The keys of a writer are its own: what is under way is one write each.
  const own = writer.ledger.keys.filter(
    (key) => key.startsWith(`${writer.name}-`) && !key.includes("job"),
  );
  try {
    for (;;) {
      const write = WRITES[random.below(WRITES.length)] ?? add;
      await write(writer, own);
      onAnswer();
    }
  } catch (error) {
    if (!isCutOff(error)) throw error;
  }
}

type Write = (writer: Writer, own: string[]) => Promise<void>;

const add: Write = async ({ name, client, ledger }, own) => {
  const key = newKey(name, own);
  ledger.begin([key], 1);
  const { writeResponse } = await client.add({ record: customerOf(key, 1) });
  acknowledge(ledger, [key], [writeResponse]);
};

const update: Write = async ({ client, ledger, random }, own) => {
  const key = chooseLive(ledger, random, own);
  if (key === undefined) return;
  const version = (ledger.known(key) ?? 0) + 1;
  ledger.begin([key], version);
  const { writeResponse } = await client.update({
    record: customerOf(key, version),
  });
  acknowledge(ledger, [key], [writeResponse]);
};

const upsert: Write = async ({ name, client, ledger, random }, own) => {
  const key = own[random.below(own.length * 2)] ?? newKey(name, own);
  const version = (ledger.known(key) ?? 0) + 1;
  ledger.begin([key], version);
  const { writeResponse } = await client.upsert({
    record: customerOf(key, version),
  });
  acknowledge(ledger, [key], [writeResponse]);
};

const remove: Write = async ({ client, ledger, random }, own) => {
  const key = chooseLive(ledger, random, own);
  const internalId = key && ledger.internalId(key);
  if (key === undefined || internalId === undefined) return;
  ledger.begin([key], null);
  const { writeResponse } = await client.delete({
    baseRef: { $type: "RecordRef", type: "customer", internalId },
  });
  acknowledge(ledger, [key], [writeResponse]);
};

const addList: Write = async ({ name, client, ledger }, own) => {
  const keys = [1, 2, 3, 4, 5].map(() => newKey(name, own));
  ledger.begin(keys, 1);
  const { writeResponseList } = await client.addList({
    record: keys.map((key) => customerOf(key, 1)),
  });
  acknowledge(ledger, keys, writeResponseList.writeResponse);
};

const submitJob: Write = async ({ name, client, ledger }) => {
  const number = ledger.jobs.length;
  const keys = [1, 2, 3].map((at) => `${name}-job-${number}-${at}`);
  const job = { keys, id: undefined as string | undefined };
  ledger.jobs.push(job);
  const { asyncStatusResult } = await client.asyncAddList({
    record: keys.map((key) => customerOf(key, 1)),
  });
  job.id = asyncStatusResult.jobId;
  ledger.acknowledged += 1;
};

const WRITES: readonly Write[] = [
  ...[add, add, update, update, update, upsert, upsert, remove],
  ...[addList, submitJob],
];

function newKey(name: string, own: string[]): string {
  const key = `${name}-${own.length}`;
  own.push(key);
  return key;
}

function chooseLive(
  ledger: Ledger,
  random: Random,
  own: readonly string[],
): string | undefined {
  const live = own.filter((key) => ledger.known(key) !== null);
  return live[random.below(Math.max(1, live.length))];
}

function acknowledge(
  ledger: Ledger,
  keys: readonly string[],
  responses: readonly (WriteResponse | undefined)[],
): void {
  const refused = responses.filter((each) => each?.status.isSuccess !== true);
  if (refused.length > 0)
    ledger.problems.push(
      `The write of ${keys.join(", ")} was refused: ${JSON.stringify(refused)}`,
    );
  ledger.acknowledge(
    keys,
    responses.map((each) =>
      each?.baseRef && "internalId" in each.baseRef
        ? each.baseRef.internalId
        : undefined,
    ),
  );
}

function isCutOff(error: unknown): boolean {
  return (
    error instanceof Error && "code" in error && error.code === "transport"
  );
}
