import { expect, test } from "vitest";
import { schema as newest } from "../../generated/netsuite-2025-2/index.js";
import { schema as sample } from "../../generated/sample/index.js";
import { checkSeed, parseSeed } from "./check-seed.js";

test("records are given as requests are decoded", () => {
  const { records } = parseSeed(
    JSON.stringify({
      records: [
        {
          $type: "Customer",
          internalId: "7",
          externalId: "crm-7",
          companyName: "Acme",
          subsidiary: { internalId: "1" },
        },
        {
          $type: "File",
          name: "a.txt",
          content: "aGVs\nbG8=",
        },
      ],
    }),
    [newest],
  );
  expect(records).toEqual([
    {
      $type: "Customer",
      internalId: "7",
      externalId: "crm-7",
      companyName: "Acme",
      subsidiary: { internalId: "1" },
    },
    {
      $type: "File",
      name: "a.txt",
      content: new TextEncoder().encode("hello"),
    },
  ]);
});

test("what was checked can be checked again", () => {
  const seed = checkSeed(
    { records: [{ $type: "File", name: "a", content: "AA==" }] },
    [newest],
  );
  expect(checkSeed(seed, [newest])).toEqual(seed);
});

test("a record is checked against the newest schema that has its type", () => {
  // The sample is of 2022.1; this customer has an element of later versions only.
  const records = [{ $type: "Customer", companyName: "Acme" }];
  expect(checkSeed({ records }, [sample, newest]).records).toEqual(records);
  const job = { $type: "Job", companyName: "Build" };
  expect(checkSeed({ records: [job] }, [sample, newest]).records).toEqual([
    job,
  ]);
  expect(() => checkSeed({ records: [job] }, [sample])).toThrow(
    /^seed\.records\[0\]/,
  );
});

test.each<{ name: string; seed: unknown; want: string }>([
  {
    name: "a seed that is no object",
    seed: [],
    want: "seed: expects an object, found [].",
  },
  {
    name: "a section that is not known",
    seed: { recods: [] },
    want: "seed.recods: is not known here. Known: ",
  },
  {
    name: "records that are no array",
    seed: { records: {} },
    want: "seed.records: expects an array, found {}.",
  },
  {
    name: "a record that is none",
    seed: { records: ["Customer"] },
    want: 'seed.records[0]: expects a record, found "Customer".',
  },
  {
    name: "a record without its type",
    seed: { records: [{ companyName: "Acme" }] },
    want: 'seed.records[0].$type: is missing: give the type of the record, such as "Customer".',
  },
  {
    name: "a misspelt type",
    seed: { records: [{ $type: "Custommer" }] },
    want: 'seed.records[0]: $type "Custommer" is no type of this schema: it is one of "Customer", "CustomRecord", ',
  },
  {
    name: "a misspelt property",
    seed: {
      records: [
        { $type: "Customer" },
        { $type: "Customer", companyNam: "Acme" },
      ],
    },
    want: "seed.records[1].companyNam: is no property of Customer; did you mean companyName?",
  },
  {
    name: "several problems, each with its path",
    seed: {
      records: [
        { $type: "Customer", phone: 7, stage: "_led" },
        { $type: "Customer", companyName: null },
      ],
    },
    want: [
      "seed.records[0].phone: expects a string, found a number",
      'seed.records[0].stage: "_led" is no value of CustomerStage; did you mean "_lead"?',
      "seed.records[1].companyName: is null. Leave out what the record does not have.",
    ].join("\n"),
  },
  {
    name: "a null in a line",
    seed: {
      records: [
        {
          $type: "Customer",
          addressbookList: { addressbook: [{ label: null }] },
        },
      ],
    },
    want: "seed.records[0].addressbookList.addressbook[0].label: is null. Leave out what the record does not have.",
  },
  {
    name: "text that is no base64",
    seed: { records: [{ $type: "File", content: "hello!" }] },
    want: 'seed.records[0].content: expects base64 text, found "hello!".',
  },
  {
    name: "an id that two records have",
    seed: {
      records: [
        { $type: "Customer", externalId: "a" },
        { $type: "Contact", externalId: "a" },
        { $type: "Customer", externalId: "A" },
      ],
    },
    want: "seed.records[2].externalId: is that of seed.records[0] too. Give each record of a type its own.",
  },
  {
    name: "rules that are none",
    seed: { rules: { requiredFields: { custmer: ["companyName"] } } },
    want: 'seed.rules.requiredFields: expects a value of RecordType, such as "customer", found "custmer".',
  },
  {
    name: "an option without its name",
    seed: { selectValues: { "customer.salesRep": [{ internalId: "3" }] } },
    want: "seed.selectValues.customer.salesRep[0].name: is missing.",
  },
  {
    name: "a value with a property that its type does not have",
    seed: { itemAvailability: [{ item: { internalId: "1" }, onHand: 3 }] },
    want: "seed.itemAvailability[0].onHand: is no property of ItemAvailability in 2025_2.",
  },
])("$name", ({ seed, want }) => {
  expect(() => checkSeed(seed, [newest])).toThrow(want);
});

test("at most ten problems are told", () => {
  const records = Array.from({ length: 12 }, () => ({
    $type: "Customer",
    a: 1,
  }));
  expect(() => checkSeed({ records }, [newest])).toThrow(/\nand 2 more\.$/);
});

test("what is no JSON", () => {
  expect(() => parseSeed('{ "records": ', [newest])).toThrow(
    /^The seed is no JSON: .*\.$/,
  );
});
