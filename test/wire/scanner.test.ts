import { isDeepStrictEqual } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import {
  decodeEnvelope,
  type DecodedEnvelope,
} from "../../runtime/codec/index.js";
import { NetSuiteDecodeError } from "../../runtime/errors/index.js";
import { createMutations, type Mutations } from "./mutations.js";
import { readSeed } from "./random.js";
import { decodeOnSaxes } from "./saxes-decoder.js";
import { scannedSources, type ScannedMessages } from "./scanned-sources.js";
import { readXmlTree } from "./xml-tree.js";

const seed = readSeed();
/** How many messages are made of each source and kind: `NSGEN_FUZZ_RUNS`, or few enough for every run of the tests. */
const runs = Number(process.env["NSGEN_FUZZ_RUNS"] ?? 1500);

/** How many bytes are cut off one by one: all, of most of the shortest messages. */
const MOST_CUTS = 2000;

describe.each(scannedSources)("%s, changed", (name, read) => {
  let set: ScannedMessages;
  let mutations: Mutations;

  beforeAll(async () => {
    set = await read(seed);
    mutations = createMutations(set, set.messages, seed);
  }, 60_000);

  test("as they are", () => {
    for (const [at, message] of set.messages.entries())
      compare(set, Buffer.from(message), `${name}, message ${at}`);
  });

  test("cut after any byte: both refuse it", () => {
    const [shortest = ""] = set.messages.toSorted(
      (a, b) => a.length - b.length,
    );
    const bytes = Buffer.from(shortest.trimEnd());
    const first = Math.max(0, bytes.length - MOST_CUTS);
    for (let length = first; length < bytes.length; length++) {
      const cut = bytes.subarray(0, length);
      const label = `${name}, seed ${seed}, the first ${length} bytes`;
      compare(set, cut, label);
      expect(
        outcomeOf(() => decodeEnvelope(set.schema, cut)),
        label,
      ).toBeNull();
    }
  });

  test.each(["text", "bytes", "trees", "seams"] as const)(
    "%s: the scanner takes what saxes takes, and gives the same",
    (kind) => {
      const next = mutations[kind]();
      for (let run = 0; run < runs; run++)
        compare(set, next(), `${name}, seed ${seed}, ${kind} ${run}`);
    },
  );
});

function compare(
  { schema }: ScannedMessages,
  bytes: Uint8Array,
  label: string,
): void {
  const wanted = outcomeOf(() => decodeOnSaxes(schema, bytes));
  const got = outcomeOf(() => decodeEnvelope(schema, bytes));
  const isSame =
    wanted === null || got === null
      ? wanted === got
      : isDeepStrictEqual(got, wanted) && orderOf(got) === orderOf(wanted);
  if (isSame || (got === null && !isWellFormed(bytes))) return;
  const text = JSON.stringify(Buffer.from(bytes).toString("latin1"));
  expect(got, `${label}:\n${text}`).toEqual(wanted);
  throw new Error(`${label}: the order of properties differs:\n${text}`);
}

/** Whether libxml2 takes a document: saxes takes a few that are none. */
function isWellFormed(bytes: Uint8Array): boolean {
  try {
    readXmlTree(bytes);
    return true;
  } catch {
    return false;
  }
}

/** What is decoded, or null where the message is refused. */
function outcomeOf(decode: () => Partial<DecodedEnvelope>): object | null {
  try {
    return arrange(decode());
  } catch (error) {
    if (error instanceof NetSuiteDecodeError) return null;
    throw error;
  }
}

/** The parts of an envelope in one order, and only those that are there. */
function arrange({
  soapVersion,
  header,
  body,
  $unknown,
}: Partial<DecodedEnvelope>): object {
  return {
    soapVersion,
    ...(header && { header }),
    ...(body && { body }),
    ...($unknown && { $unknown }),
  };
}

/** The names of properties, in their order. */
function orderOf(value: unknown): string {
  const names: string[] = [];
  JSON.stringify(value, (name, each: unknown) => {
    names.push(name);
    return typeof each === "bigint" ? String(each) : each;
  });
  return names.join();
}
