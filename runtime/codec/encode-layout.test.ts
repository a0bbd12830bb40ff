import { expect, test } from "vitest";
import type { ComplexPlan } from "./complex-plan.js";
import type { Layout } from "./encode-layout.js";
import { encodeEnvelope } from "./encode-envelope.js";
import { smallSchema, uris } from "./fixtures/small-schema.js";
import { planOf } from "./schema-plan.js";

const schema = smallSchema();

function planNamed(typeName: string): ComplexPlan {
  const type = schema.typeOf(typeName);
  return planOf(schema).complex(type?.index ?? 0);
}

function namesOf({ others, elements }: Layout): unknown {
  return {
    others: others.map((each) => each.key),
    elements: elements.map((each) => each.key),
  };
}

test.each([
  { keys: [], want: { others: [], elements: [] } },
  {
    keys: ["isPerson", "entityId", "internalId", "$type", "parent"],
    want: {
      others: ["internalId"],
      elements: ["entityId", "parent", "isPerson"],
    },
  },
  {
    keys: ["constructor", "internalId", "entityId", "misspelt"],
    want: {
      others: ["constructor", "internalId", "misspelt"],
      elements: ["entityId"],
    },
  },
])("properties $keys have their places", ({ keys, want }) => {
  const { layouts } = planNamed("Customer");
  expect(namesOf(layouts.of(keys))).toEqual(want);
});

test("a layout is worked out once for the same properties in the same order", () => {
  const { layouts } = planNamed("RecordRef");
  const one = layouts.of(["name", "internalId"]);
  const other = layouts.of(["internalId", "name"]);
  expect(other).not.toBe(one);
  expect(layouts.of(["name"])).not.toBe(one);
  expect(layouts.of(["name", "internalId"])).toBe(one);
  expect(layouts.of(["internalId", "name"])).toBe(other);
});

test("more sets of properties than are kept are still written rightly", () => {
  const { layouts } = planNamed("Address");
  for (let at = 0; at < 5_000; at++) {
    const keys = [`misspelt${at}`, "internalId", "addr1"];
    expect(namesOf(layouts.of(keys))).toEqual({
      others: [`misspelt${at}`],
      elements: ["addr1", "internalId"],
    });
  }
  const last = ["misspelt4999", "internalId", "addr1"];
  expect(layouts.of(last)).not.toBe(layouts.of(last));
});

test("records of one list may differ in what they have, and in its order", () => {
  const record = [
    { $type: "Customer", entityId: "A", isPerson: true },
    { isPerson: false, $type: "Customer", entityId: "B" },
    { $type: "Customer", isPerson: undefined, entityId: "C" },
    { $type: "Customer", isPerson: null, entityId: "D" },
  ];
  const text = encodeEnvelope(schema, { body: { addList: { record } } });
  const written = [...text.matchAll(/<(?:\w+:)?record\b.*?record>/g)].map(
    ([each]) =>
      [...each.matchAll(/<(?:\w+:)?(\w+)>([^<]*)/g)].map(
        ([, name, value]) => `${name ?? ""}=${value ?? ""}`,
      ),
  );
  expect(written).toEqual([
    ["entityId=A", "isPerson=true"],
    ["entityId=B", "isPerson=false"],
    ["entityId=C"],
    ["nullFieldList=", "name=isPerson", "entityId=D"],
  ]);
});

test("a property that is undefined is written as one that is not there, wherever it stands", () => {
  const all = {
    entityId: "a",
    parent: { internalId: "1" },
    isPerson: true,
    age: 5,
    tag: ["b"],
    balance: 1,
    internalId: "2",
  };
  const encode = (record: object): string =>
    encodeEnvelope(schema, {
      body: { add: { record: { ...record, $type: "Customer" } } },
    });
  const entries = Object.entries(all);
  for (let set = 0; set < 2 ** entries.length; set++) {
    const given = entries.filter((_, at) => set & (1 << at));
    const absent = Object.fromEntries(
      entries.map(([key]) => [key, undefined] as const),
    );
    const record = Object.fromEntries(given);
    expect(encode({ ...absent, ...record })).toBe(encode(record));
  }
});

test("each namespace is declared, also where elements of several stand side by side", () => {
  const status = { code: "a", text: "b" };
  const text = encodeEnvelope(schema, { body: { signatures: { status } } });
  expect(text).toContain(
    "<core:code>a</core:code><lists:text>b</lists:text></messages:status>",
  );
  for (const [prefix, uri] of Object.entries(uris))
    expect(text).toContain(` xmlns:${prefix}="${uri}"`);
});
