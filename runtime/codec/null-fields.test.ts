import { expect, test } from "vitest";
import { defineSchema, formatFacts } from "../codegen-v1/index.js";
import { NetSuiteEncodeError } from "../errors/index.js";
import { encodeEnvelope } from "./encode-envelope.js";

const put = { name: null, message: "put", element: 0, headers: [] };

/** The operation put of a record with required fields, code of its base and promotion of its own, and one that is not. */
const schema = defineSchema(
  [
    "nsgen-descriptor 1",
    formatFacts({
      version: "2022_1",
      long: "number",
      service: {
        name: "S",
        port: "P",
        portType: "PT",
        binding: "B",
        namespace: "urn:platform_2022_1",
        address: "https://a.example",
        documentation: null,
        messages: [],
        operations: [
          {
            name: "put",
            soapAction: "put",
            input: put,
            output: put,
            faults: [],
            documentation: null,
          },
        ],
      },
    }),
    "#namespaces",
    "urn:a*.x a",
    "#members",
    "name 0 *",
    "nullFieldList 10 ?",
    "code 0 1",
    "promotion 0 1",
    "note 0 ?",
    "record 12 1",
    "#types",
    "@0",
    "NullField - 0",
    "!Record - 1 2",
    "Coupon 11 3 4",
    "Put - 5",
    "#elements",
    "@0",
    "put 13",
  ].join("\n"),
);

function encode(record: object): string {
  const text = encodeEnvelope(schema, { body: { put: { record } } });
  return text.replace(/^.*<a:record>|<\/a:record>.*$/g, "");
}

function problemsOf(record: object): unknown {
  try {
    return encode(record);
  } catch (error) {
    if (!(error instanceof NetSuiteEncodeError)) throw error;
    return { path: error.path, message: error.message };
  }
}

test("a field that is required is not cleared, and told before those that are missing", () => {
  expect(problemsOf({ promotion: null })).toEqual({
    path: "put.record.promotion",
    message: [
      "2 problems:",
      "- put.record.promotion: is required, so null cannot clear it",
      "- put.record.code: is required by Coupon",
    ].join("\n"),
  });
});

test("a nullFieldList that is none is refused", () => {
  const record = { code: "a", promotion: "b", note: null };
  expect(problemsOf({ ...record, nullFieldList: "note" })).toEqual({
    path: "put.record.nullFieldList",
    message:
      "put.record.nullFieldList: expects an object, a NullField, found a string",
  });
  expect(problemsOf({ ...record, nullFieldList: { name: "note" } })).toEqual({
    path: "put.record.nullFieldList.name",
    message: "put.record.nullFieldList.name: expects an array: write [ ... ]",
  });
});

test("a record is not changed, whatever it is made of", () => {
  const nullFieldList = Object.freeze({ name: Object.freeze(["other"]) });
  const given = { code: "a", promotion: "b", note: null, nullFieldList };
  const want =
    "<a:nullFieldList><a:name>other</a:name><a:name>note</a:name></a:nullFieldList><a:code>a</a:code><a:promotion>b</a:promotion>";
  const records: object[] = [
    Object.freeze({ ...given }),
    Object.assign(Object.create({ note: "inherited" }) as object, given),
    Object.assign(Object.create(null) as object, given),
    new Proxy({ ...given }, {}),
    Object.defineProperty({ ...given }, "note", {
      get: () => null,
      enumerable: true,
    }),
  ];
  for (const record of records) {
    expect(encode(record)).toBe(want);
    expect({ ...record }).toEqual(given);
  }
});
