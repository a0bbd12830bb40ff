import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { validateRequest } from "../../emulator/validate/index.js";
import type { ComplexDescriptor } from "../../runtime/codegen-v1/index.js";
import { encodeEnvelope, type Envelope } from "../../runtime/codec/index.js";
import { sampleWsdl, wsdlSets } from "../wsdl-sets.js";
import { breakRequest } from "./break-request.js";
import { createFiller, type Filler, type Value } from "./fill.js";
import { choose } from "./mutate-text.js";
import { envelopeOf, type Place, type Role } from "./places.js";
import { chooseStyle, printXml } from "./print-xml.js";
import { createRandom, readSeed } from "./random.js";
import { readWsdlSet, type WsdlSet } from "./wsdl-set.js";
import { readXmlTree, type XmlTree } from "./xml-tree.js";
import {
  createEnvelopeValidator,
  type EnvelopeValidator,
} from "./xsd-validator.js";

const seed = readSeed();
/** How many broken requests are made of each WSDL set. */
const runs = Number(process.env["NSGEN_FUZZ_RUNS"] ?? 2000);

/** Where libxml2 does not go by XSD 1.0, and the emulator does. Nothing else may differ. */
const DIFFERENCES: readonly {
  readonly reason: string;
  readonly libxml2: RegExp;
  readonly emulator: RegExp;
}[] = [
  {
    reason: "libxml2 takes a double whose exponent has no digits, such as 1e",
    libxml2: /^valid$/,
    emulator: /NumberFormatException: For input string: "\s*[\d.]+e\s*"/,
  },
  {
    reason: "libxml2 does not collapse white space around a dateTime",
    libxml2:
      /^Element '.*': '(?:\s+[^']*|[^']*\s+)' is not a valid value of the atomic type 'xs:dateTime'\.$/,
    emulator: /^valid$/,
  },
  {
    reason: "libxml2 passes over what is not of base64's alphabet",
    libxml2: /^valid$/,
    emulator:
      /SAXException: [^[]*[^A-Za-z0-9+/=\s[][^[]* is not a legal value for \{http:\/\/www\.w3\.org\/2001\/XMLSchema\}base64Binary/,
  },
  {
    reason: "libxml2 does not collapse white space around INF and NaN",
    libxml2:
      /^Element '.*': '\s*(?:-?INF|NaN)\s*' is not a valid value of the atomic type 'xs:double'\.$/,
    emulator: /^valid$/,
  },
];

describe.each([sampleWsdl, ...wsdlSets()])("%s", (path) => {
  let set: WsdlSet;
  let validator: EnvelopeValidator;
  let filler: Filler;
  let requested: readonly ComplexDescriptor[];

  beforeAll(async () => {
    set = await readWsdlSet(path);
    validator = await createEnvelopeValidator(path, [set.wrapper]);
    filler = createFiller(set.query, createRandom(seed), { depth: 1 });
    requested = set.query.concreteTypes.filter(({ index }) =>
      ["input", "header"].includes(roleOf(set, set.places.get(index)) ?? ""),
    );
  });
  afterAll(() => {
    validator.dispose();
  });

  test.each(["minimal", "full"] as const)(
    "%s: the request of every operation, and a value of every type that requests have, are accepted",
    (extent) => {
      const { elements, facts } = set.schema;
      const contentOf = (index: number): Value => {
        const element = elements[index];
        const type = element && set.schema.type(element.type);
        return type?.kind === "complex"
          ? { [element?.name ?? ""]: filler[extent](type) }
          : {};
      };
      for (const { name, input } of facts.service.operations) {
        const headers = input.headers.map((each) => contentOf(each.element));
        const header: Value = Object.assign({}, ...headers) as Value;
        accept(name, { header, body: contentOf(input.element) });
      }
      expect(requested).not.toEqual([]);
      for (const type of requested)
        accept(type.name, place(type, filler[extent](type)));
    },
  );

  test("a broken request gets the verdict of libxml2", () => {
    const random = createRandom(seed);
    const types = set.query.concreteTypes.map(nameOf);
    const verdicts = { valid: 0, refused: 0 };
    for (let run = 0; run < runs; run++) {
      const type = choose(requested, random);
      const extent = choose(["minimal", "full"] as const, random);
      let tree = readXmlTree(
        encodeEnvelope(set.schema, place(type, filler[extent](type))),
      );
      for (let times = random.below(2); times >= 0; times--)
        tree = breakContent(tree, types, random);
      // SOAP forbids processing instructions, and libxml2 minds white space in CDATA where elements belong.
      const style = { ...chooseStyle(random), comments: false };
      const xml = Buffer.from(
        printXml(tree, {
          ...style,
          encoding: "utf-8",
          text: style.text === "cdata" ? "escaped" : style.text,
        }),
      );
      const wanted = validator.validate(xml.toString())[0] ?? "valid";
      const got = validateRequest(set.schema, xml)?.message ?? "valid";
      verdicts[got === "valid" ? "valid" : "refused"]++;
      if ((wanted === "valid") === (got === "valid")) continue;
      if (
        DIFFERENCES.some(
          ({ libxml2, emulator }) => libxml2.test(wanted) && emulator.test(got),
        )
      )
        continue;
      throw new Error(
        `seed ${seed}, run ${run}: libxml2 says ${wanted}, the emulator ${got}:\n${xml.toString().slice(0, 4000)}`,
      );
    }
    // eslint-disable-next-line no-console -- how many of the changes broke something
    console.info(`${path}, seed ${seed}: ${JSON.stringify(verdicts)}`);
    expect(Math.min(verdicts.valid, verdicts.refused)).toBeGreaterThan(
      runs / 20,
    );
  });

  function accept(name: string, envelope: Envelope): void {
    const xml = encodeEnvelope(set.schema, envelope);
    expect(
      [validator.validate(xml), validateRequest(set.schema, xml)?.message],
      `${name}, seed ${seed}`,
    ).toEqual([[], undefined]);
  }

  function place(type: ComplexDescriptor, value: Value): Envelope {
    return envelopeOf(set.query, filler, set.places, type, value);
  }
});

/** What the global element is that a value in a place stands under. */
function roleOf(set: WsdlSet, place: Place | undefined): Role | undefined {
  return place?.kind === "member"
    ? roleOf(set, set.places.get(place.owner.index))
    : place?.role;
}

function nameOf({ namespace, name }: ComplexDescriptor): string {
  return `{${namespace.uri}}${name}`;
}

/** Breaks the element in the last part of an envelope, or the first one where it is a header. */
function breakContent(
  envelope: XmlTree,
  types: readonly string[],
  random: ReturnType<typeof createRandom>,
): XmlTree {
  const at = random.below(envelope.children.length);
  return {
    ...envelope,
    children: envelope.children.map((part, index) =>
      typeof part === "string" || index !== at
        ? part
        : {
            ...part,
            children: part.children.map((each) =>
              typeof each === "string"
                ? each
                : breakRequest(each, types, random),
            ),
          },
    ),
  };
}
