import { isDeepStrictEqual } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import {
  decodeEnvelope,
  type DecodedEnvelope,
} from "../../runtime/codec/index.js";
import { NetSuiteDecodeError } from "../../runtime/errors/index.js";
import {
  createMutations,
  readSource,
  sources,
  type Mutations,
} from "./mutations.js";
import { readSeed } from "./random.js";
import { decodeOnSaxes } from "./saxes-decoder.js";
import { readWsdlSet, type WsdlSet } from "./wsdl-set.js";

const seed = readSeed();
/** How many messages are made of each source and kind: `NSGEN_FUZZ_RUNS`, or few enough for every run of the tests. */
const runs = Number(process.env["NSGEN_FUZZ_RUNS"] ?? 1500);

describe.each(sources)("%s, changed", (name, path) => {
  let set: WsdlSet;
  let mutations: Mutations;
  let messages: string[];

  beforeAll(async () => {
    set = await readWsdlSet(path, "response");
    messages = readSource(set, path, seed);
    mutations = createMutations(set, messages, seed);
  }, 60_000);

  test("as they are", () => {
    for (const [at, message] of messages.entries())
      compare(set, Buffer.from(message), `${name}, message ${at}`);
  });

  test.each(["text", "bytes", "trees"] as const)(
    "%s: the scanner takes what saxes takes, and gives the same",
    (kind) => {
      const next = mutations[kind]();
      for (let run = 0; run < runs; run++)
        compare(set, next(), `${name}, seed ${seed}, ${kind} ${run}`);
    },
  );
});

function compare({ schema }: WsdlSet, bytes: Uint8Array, label: string): void {
  const wanted = outcomeOf(() => decodeOnSaxes(schema, bytes));
  const got = outcomeOf(() => decodeEnvelope(schema, bytes));
  const isSame =
    wanted === null || got === null
      ? wanted === got
      : isDeepStrictEqual(got, wanted) && orderOf(got) === orderOf(wanted);
  if (isSame) return;
  const text = JSON.stringify(Buffer.from(bytes).toString("latin1"));
  expect(got, `${label}:\n${text}`).toEqual(wanted);
  throw new Error(`${label}: the order of properties differs:\n${text}`);
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
