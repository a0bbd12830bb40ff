import { readFileSync } from "node:fs";
import { encodeEnvelope } from "../../runtime/codec/index.js";
import { recordedMessages } from "../messages.js";
import { sampleWsdl, wsdlSet } from "../wsdl-sets.js";
import { createFiller } from "./fill.js";
import { mutateSeams } from "./mutate-seams.js";
import { choose, mutateBytes, mutateText } from "./mutate-text.js";
import { mutateTree } from "./mutate-tree.js";
import { envelopeOf } from "./places.js";
import { chooseStyle, printXml } from "./print-xml.js";
import { createRandom, type Random } from "./random.js";
import type { WsdlSet } from "./wsdl-set.js";
import { readXmlTree } from "./xml-tree.js";

const LARGEST_BYTES = 40_000;

const recorded = wsdlSet("v2013_2");
/** Where messages to change come from: their name, and the WSDL set that they are of. */
export const sources: [name: string, path: string][] = [
  ["generated messages", sampleWsdl],
  ...(recorded ? [["recorded messages", recorded] as [string, string]] : []),
];

/** The messages of a source, generated ones by a seed. */
export function readSource(set: WsdlSet, path: string, seed: number): string[] {
  return path === sampleWsdl ? generate(set, seed) : readRecorded();
}

/** Endless rows of changed messages; each row begins with the seed anew. */
export interface Mutations {
  /** Texts that are cut, mixed up or broken. */
  readonly text: () => () => Buffer;
  /** Bytes among which there is noise. */
  readonly bytes: () => () => Uint8Array;
  /** Well-formed documents that fit no schema, in any style of writing. */
  readonly trees: () => () => Uint8Array;
  /** Texts changed where the decoder leaves its beaten track; some in other encodings. */
  readonly seams: () => () => Uint8Array;
}

/** Changes messages by a seed. */
export function createMutations(
  set: Pick<WsdlSet, "schema">,
  messages: readonly string[],
  seed: number,
): Mutations {
  const types = listTypes(set);
  return {
    text() {
      const random = createRandom(seed);
      return () => {
        let xml = choose(messages, random);
        for (let times = random.below(3); times >= 0; times--) {
          xml = mutateText(xml, random);
          if (!/<[^<>]*>/.test(xml)) break;
        }
        return Buffer.from(xml);
      };
    },
    bytes() {
      const random = createRandom(seed);
      return () => mutateBytes(Buffer.from(choose(messages, random)), random);
    },
    trees() {
      const random = createRandom(seed);
      return () => {
        let tree = readXmlTree(choose(messages, random));
        for (let times = random.below(3); times >= 0; times--)
          tree = mutateTree(tree, types, random);
        return printXml(tree, chooseStyle(random));
      };
    },
    seams() {
      const random = createRandom(seed);
      return () => {
        const xml = mutateSeams(choose(messages, random), random);
        return encode(xml, random);
      };
    },
  };
}

/** Mostly in UTF-8. */
function encode(xml: string, random: Random): Uint8Array {
  switch (random.below(20)) {
    case 0:
      return Buffer.from(`\ufeff${xml}`);
    case 1:
      return Buffer.from(`\ufeff${xml}`, "utf16le");
    case 2:
      return Buffer.from(xml, "utf16le").swap16();
    case 3: {
      const body = xml.replace(/^<\?xml.*?\?>/, "");
      const head = '<?xml version="1.0" encoding="ISO-8859-1"?>';
      return Buffer.from(head + body, "latin1");
    }
    default:
      return Buffer.from(xml);
  }
}

function readRecorded(): string[] {
  return recordedMessages()
    .filter(({ version, isResponse }) => version === "2013_2" && isResponse)
    .map(({ path }) => readFileSync(path, "utf8"))
    .filter(({ length }) => length < LARGEST_BYTES);
}

function generate({ schema, query, places }: WsdlSet, seed: number): string[] {
  const filler = createFiller(query, createRandom(seed), { depth: 1 });
  return query.concreteTypes.map((type) =>
    encodeEnvelope(
      schema,
      envelopeOf(query, filler, places, type, filler.full(type)),
    ),
  );
}

/** Names of complexTypes, abstract ones too, and of some that are none. */
function listTypes({ schema }: Pick<WsdlSet, "schema">): string[] {
  const names = ["{urn:x}Such", "{http://www.w3.org/2001/XMLSchema}anyType"];
  for (let at = schema.firstType; at < schema.typeCount; at++) {
    const type = schema.type(at);
    if (type.kind === "complex")
      names.push(`{${type.namespace.uri}}${type.name}`);
  }
  return names;
}
