import { isDeepStrictEqual } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type {
  ComplexDescriptor,
  LongMode,
} from "../../runtime/codegen-v1/index.js";
import {
  decodeEnvelope,
  encodeEnvelope,
  type Envelope,
} from "../../runtime/codec/index.js";
import { sampleWsdl, wsdlSet } from "../wsdl-sets.js";
import { createFiller, type Filler, type Value } from "./fill.js";
import { envelopeOf } from "./places.js";
import { createRandom, readSeed } from "./random.js";
import { readWsdlSet, type WsdlSet } from "./wsdl-set.js";
import {
  createEnvelopeValidator,
  type EnvelopeValidator,
} from "./xsd-validator.js";

const seed = readSeed();
const paths = [
  sampleWsdl,
  ...["v2013_2", "v2022_1", "v2025_2"].flatMap((name) => wsdlSet(name) ?? []),
];
const rows: [path: string, long: LongMode][] = [
  [sampleWsdl, "bigint"],
  ...paths.map((path): [string, LongMode] => [path, "number"]),
];

describe.each(rows)("%s, long as %s", (path, long) => {
  let set: WsdlSet;
  let validator: EnvelopeValidator;
  let filler: Filler;

  beforeAll(async () => {
    set = await readWsdlSet(path, "request", long);
    validator = await createEnvelopeValidator(path, [set.wrapper]);
    filler = createFiller(set.query, createRandom(seed));
  });
  afterAll(() => {
    validator.dispose();
  });

  test.each(["minimal", "full"] as const)(
    "%s: the request of every operation, with all headers, is valid and comes back",
    (extent) => {
      const { elements, facts } = set.schema;
      const contentOf = (index: number): Value => {
        const element = elements[index];
        const type = element && set.schema.type(element.type);
        if (type?.kind !== "complex")
          throw new Error(`Global element ${index} is no complexType.`);
        return { [element?.name ?? ""]: filler[extent](type) };
      };
      for (const { name, input } of facts.service.operations) {
        const headers = input.headers.map((each) => contentOf(each.element));
        // Such as the operation that answers what the data centers are.
        const header = headers.length > 0 && {
          header: Object.assign({}, ...headers) as Value,
        };
        check(name, { ...header, body: contentOf(input.element) });
      }
    },
  );

  test.each(["minimal", "full"] as const)(
    "%s: a value of every concrete type is valid and comes back",
    (extent) => {
      for (const type of set.query.concreteTypes) {
        check(type.name, place(type, filler[extent](type)));
      }
    },
  );

  test("null clears every optional field of every record, after those that the caller names", () => {
    const records = set.query.concreteTypes.filter((type) =>
      elementNames(type).includes("nullFieldList"),
    );
    expect(records).not.toEqual([]);
    for (const type of records) {
      const fields = set.query
        .members(type)
        .elements.filter(({ minOccurs }) => minOccurs === 0)
        .map(({ name }) => name)
        .filter((name) => name !== "nullFieldList");
      const [first = "", ...others] = fields;
      const given = { name: ["custentity_given", first] };
      const nulls = Object.fromEntries(
        fields.toReversed().map((name) => [name, null]),
      );
      const value = filler.minimal(type);
      check(
        type.name,
        place(type, { ...nulls, ...value, nullFieldList: given }),
        place(type, {
          ...value,
          nullFieldList: { name: [...given.name, ...others] },
        }),
      );
    }
  });

  function place(type: ComplexDescriptor, value: Value): Envelope {
    return envelopeOf(set.query, filler, set.places, type, value);
  }

  function elementNames(type: ComplexDescriptor): string[] {
    return set.query.members(type).elements.map(({ name }) => name);
  }

  /**
   * Values compare by their own keys in any order, doubles by `Object.is`, bytes by content. A value says `$type` only
   * where its type is not the declared one, and has no empty arrays, which cannot come back.
   */
  function check(name: string, sent: Envelope, wanted = sent): void {
    const xml = encodeEnvelope(set.schema, sent);
    expect(validator.validate(xml), `${name}, seed ${seed}`).toEqual([]);
    const decoded = decodeEnvelope(set.schema, xml);
    const want = { ...wanted, soapVersion: "1.1" };
    // The comparison that explains a difference takes ten times as long.
    if (!isDeepStrictEqual(decoded, want))
      expect(decoded, `${name}, seed ${seed}`).toEqual(want);
  }
});
