import { basename } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import {
  decodeEnvelope,
  encodeEnvelope,
  type Envelope,
} from "../../runtime/codec/index.js";
import { sampleWsdl, wsdlSet } from "../wsdl-sets.js";
import { createFiller, type FillOptions } from "./fill.js";
import { formatInfoset } from "./infoset.js";
import { envelopeOf } from "./places.js";
import { chooseStyle, PLAIN, printXml } from "./print-xml.js";
import { createRandom, readSeed } from "./random.js";
import { addUnknown, shuffleSiblings, toSoap12 } from "./rewrite.js";
import { readWsdlSet, type WsdlSet } from "./wsdl-set.js";
import { readXmlTree } from "./xml-tree.js";

const seed = readSeed();
const paths = [sampleWsdl, wsdlSet("v2025_2") ?? []].flat();

describe.each(paths.map((path) => [basename(path), path]))("%s", (_, path) => {
  let set: WsdlSet;

  beforeAll(async () => {
    set = await readWsdlSet(path, "response");
  });

  test("a response that holds a full value of any type is what it decodes to, however it is written", () => {
    for (const { name, envelope, xml, random } of responses()) {
      const decoded = decodeEnvelope(set.schema, xml);
      same(name, decoded, { soapVersion: "1.1", ...envelope });

      const style = chooseStyle(random);
      const rewritten = printXml(
        shuffleSiblings(readXmlTree(xml), random),
        style,
      );
      const explained = `${name} ${JSON.stringify(style)}`;
      same(explained, decodeEnvelope(set.schema, rewritten), decoded);
    }
  });

  test("what no schema knows is kept, and written again", () => {
    for (const { name, xml, random } of responses({ depth: 1 })) {
      const tree = addUnknown(toSoap12(readXmlTree(xml)), random);
      const written = printXml(tree, chooseStyle(random));
      const decoded = decodeEnvelope(set.schema, written);
      const again = encodeEnvelope(set.schema, decoded);
      const wanted = formatInfoset(printXml(tree, PLAIN));
      const got = formatInfoset(again);
      if (got !== wanted) expect(got, name).toBe(wanted);
      same(name, decodeEnvelope(set.schema, again), decoded);
    }
  });

  test("values that an enumeration does not know are kept", () => {
    for (const { name, envelope, xml } of responses({ invented: true })) {
      same(name, decodeEnvelope(set.schema, xml), {
        soapVersion: "1.1",
        ...envelope,
      });
    }
  });

  /** For each concrete type an envelope that holds a full value of it, and the same encoded. */
  function* responses(options: FillOptions = {}) {
    const random = createRandom(seed);
    const { query, places, schema } = set;
    const filler = createFiller(query, random, options);
    for (const type of query.concreteTypes) {
      const value = filler.full(type);
      const envelope = envelopeOf(query, filler, places, type, value);
      const xml = encodeEnvelope(schema, envelope);
      yield { name: `${type.name}, seed ${seed}`, envelope, xml, random };
    }
  }
});

function same(name: string, got: Envelope, wanted: Envelope): void {
  // The comparison that explains a difference takes ten times as long.
  if (!isDeepStrictEqual(got, wanted)) expect(got, name).toEqual(wanted);
}
