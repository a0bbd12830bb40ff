import { isDeepStrictEqual } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import {
  decodeEnvelope,
  encodeEnvelope,
  type DecodedEnvelope,
} from "../../runtime/codec/index.js";
import { NetSuiteDecodeError } from "../../runtime/errors/index.js";
import { formatInfoset } from "./infoset.js";
import {
  createMutations,
  readSource,
  sources,
  type Mutations,
} from "./mutations.js";
import { readSeed } from "./random.js";
import { readWsdlSet, type WsdlSet } from "./wsdl-set.js";
import { readXmlTree } from "./xml-tree.js";

const seed = readSeed();
/** How many messages are made of each source: `NSGEN_FUZZ_RUNS`, or few enough for every run of the tests. */
const runs = Number(process.env["NSGEN_FUZZ_RUNS"] ?? 600);
/** Far more than any of these messages takes; what takes longer has no end. */
const LIMIT_MS = 10_000;
describe.each(sources)("%s", (name, path) => {
  let set: WsdlSet;
  let mutate: Mutations;

  beforeAll(async () => {
    set = await readWsdlSet(path, "response");
    mutate = createMutations(set, readSource(set, path, seed), seed);
  }, 60_000);

  test("text that is cut, mixed up or broken is an error, or is what it says", () => {
    const next = mutate.text();
    for (let run = 0; run < runs; run++)
      judge(`${name}, seed ${seed}, text ${run}`, next());
  });

  test("bytes that are noise are an error, or what they say", () => {
    const next = mutate.bytes();
    for (let run = 0; run < runs / 2; run++)
      judge(`${name}, seed ${seed}, bytes ${run}`, next());
  });

  test("a document that fits no schema is kept whole", () => {
    const next = mutate.trees();
    for (let run = 0; run < runs; run++)
      judge(`${name}, seed ${seed}, tree ${run}`, next());
  });

  /** Decodes, and holds what comes out against what libxml2 reads. */
  function judge(label: string, bytes: Uint8Array): void {
    const startedAt = performance.now();
    const result = decode(set, bytes);
    if (performance.now() - startedAt > LIMIT_MS)
      throw new Error(`${label} took too long:\n${show(bytes)}`);
    try {
      if (result instanceof NetSuiteDecodeError) judgeError(result, bytes);
      else judgeValue(set, result, bytes);
    } catch (cause) {
      throw new Error(`${label}:\n${show(bytes)}`, { cause });
    }
  }
});

function decode(
  { schema }: WsdlSet,
  bytes: Uint8Array,
): DecodedEnvelope | NetSuiteDecodeError {
  try {
    return decodeEnvelope(schema, bytes);
  } catch (error) {
    if (error instanceof NetSuiteDecodeError) return error;
    throw new Error(`It is no decode error:\n${show(bytes)}`, { cause: error });
  }
}

/** Says why a well-formed document was refused; what libxml2 does not take may be refused for any reason. */
function judgeError(error: NetSuiteDecodeError, bytes: Uint8Array): void {
  expect(error.line).toBeGreaterThan(0);
  expect(error.column).toBeGreaterThan(0);
  if (!isWellFormed(bytes)) return;
  // libxml2 itself goes on after a mistake of namespaces.
  expect(error.message).toMatch(
    /DOCTYPE|charset|not a SOAP envelope|no Body|Body is empty|of endpoint version|deeper than 1000|integer beyond 2\^53|namespace|prefix/,
  );
}

function judgeValue(
  { schema }: WsdlSet,
  decoded: DecodedEnvelope,
  bytes: Uint8Array,
): void {
  const again = encodeEnvelope(schema, decoded);
  const wanted = readInfoset(bytes);
  if (wanted === null) return;
  const got = formatInfoset(again, formatScalar);
  // The comparison that explains a difference takes ten times as long.
  if (got !== wanted) expect(got).toBe(wanted);
  const twice = decodeEnvelope(schema, again);
  if (!isDeepStrictEqual(twice, decoded)) expect(twice).toEqual(decoded);
}

/**
 * What libxml2 reads; null where it only minds that the name of a namespace is no URI, and where an xsi:type has a
 * prefix that is bound to nothing, which another document may bind.
 */
function readInfoset(bytes: Uint8Array): string | null {
  try {
    const infoset = formatInfoset(bytes, formatScalar);
    return /XMLSchema-instance\}type="[^{]/.test(infoset) ? null : infoset;
  } catch (error) {
    if (String(error).includes("is not a valid URI")) return null;
    throw error;
  }
}

/** Texts that are one number or one boolean alike, and white space as layout, which it is in an element that has no text. */
function formatScalar(text: string): string {
  const scalar = text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, "");
  if (scalar === "") return "";
  if (scalar === "true") return "1";
  if (scalar === "false") return "0";
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(scalar)
    ? String(Number(scalar) + 0)
    : text;
}

function isWellFormed(bytes: Uint8Array): boolean {
  try {
    readXmlTree(bytes);
    return true;
  } catch {
    return false;
  }
}

function show(bytes: Uint8Array): string {
  return JSON.stringify(Buffer.from(bytes).toString("latin1"));
}
