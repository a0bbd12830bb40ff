import { expect, test, vi } from "vitest";
import { envelope } from "../fixtures/envelopes.js";
import { smallSchema, uris } from "../fixtures/small-schema.js";
import { planOf } from "../schema-plan.js";
import { MessageScanner } from "./message-scanner.js";

// How long it takes is not what is tested.
vi.setConfig({ testTimeout: 120_000 });

const plan = planOf(smallSchema());

/** How many bytes are looked at, one by one or by the functions of Buffer, while a message is decoded. */
function countWork(message: string): number {
  let work = 0;
  const target = Buffer.from(message);
  const methods: Partial<Record<string | symbol, unknown>> = {
    indexOf(what: string | number, from: number): number {
      const found = target.indexOf(what, from);
      work += (found < 0 ? target.length : found) - from;
      return found;
    },
    toString(encoding: "utf8" | "latin1", start: number, end: number): string {
      work += end - start;
      return target.toString(encoding, start, end);
    },
    subarray(start: number, end: number): Uint8Array {
      work += end - start;
      return target.subarray(start, end);
    },
  };
  const bytes = new Proxy(target, {
    get(_, name): unknown {
      if (name === "length") return target.length;
      if (name in methods) return methods[name];
      if (typeof name !== "string" || !/^\d+$/.test(name))
        throw new Error(`bytes.${String(name)} is not counted`);
      work++;
      return target[Number(name)];
    },
  });
  new MessageScanner(bytes, plan).read();
  return work;
}

const customer = (at: number): string =>
  `<messages:record xmlns:l="${uris.lists}" xsi:type="l:Customer" internalId="${at}">` +
  `<l:entityId>Customer &amp; ${at}</l:entityId><l:parent internalId="7"><core:name>Z\u00fcrich</core:name></l:parent>` +
  `<l:isPerson>true</l:isPerson><l:balance>${at}.25</l:balance><l:tag>a</l:tag><l:tag>b</l:tag>` +
  `<l:addressbookList><l:addressbook><l:label>${at}</l:label></l:addressbook></l:addressbookList></messages:record>`;

const repeat = (count: number, print: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => print(at)).join("");

const addList = (content: string): string =>
  envelope(`<messages:addList>${content}</messages:addList>`);

test("ten times the records are ten times the work, and each byte is looked at a few times", () => {
  const [one, ten, hundred, thousand] = [1, 10, 100, 1000].map((count) =>
    countWork(addList(repeat(count, customer))),
  ) as [number, number, number, number];
  const perRecord = (hundred - ten) / 90;
  expect((thousand - hundred) / 900 / perRecord).toBeCloseTo(1, 1);
  // The first records are slower: their names are learned.
  expect(ten).toBeLessThan(12 * one);
  expect(perRecord / Buffer.byteLength(customer(50))).toBeLessThan(5);
});

const hostile: readonly [name: string, print: (count: number) => string][] = [
  [
    "declarations",
    (count) => `<a${repeat(count, (at) => ` xmlns:a${at}="urn:${at}"`)}/>`,
  ],
  ["attributes", (count) => `<a${repeat(count, (at) => ` a${at}=""`)}/>`],
  [
    "elements with declarations of their own",
    (count) => repeat(count, (at) => `<a:b xmlns:a="urn:${at}" a:c=""/>`),
  ],
  [
    "elements with attributes of their own",
    (count) => repeat(count, (at) => `<a a${at}=""/>`),
  ],
  ["unknown elements", (count) => repeat(count, (at) => `<a${at}/>`)],
  [
    "records with unknown elements",
    (count) =>
      repeat(
        count,
        (at) =>
          `<messages:record xsi:type="lists:Customer"><a${at}/></messages:record>`,
      ),
  ],
  [
    "records of unknown types",
    (count) =>
      repeat(count, (at) => `<messages:record xsi:type="lists:No${at}"/>`),
  ],
  [
    "prefixes of one namespace",
    (count) =>
      repeat(
        count,
        (at) =>
          `<messages:record xmlns:l${at}="${uris.lists}" xsi:type="l${at}:Customer"><l${at}:age>1</l${at}:age></messages:record>`,
      ),
  ],
  ["comments", (count) => "<!---->".repeat(count)],
  ["references", (count) => "&amp;".repeat(count)],
  ["CDATA sections", (count) => "<![CDATA[]]>".repeat(count)],
  ["brackets", (count) => "]".repeat(count)],
  [
    "texts that are no numbers",
    (count) =>
      repeat(
        count,
        () =>
          `<messages:record xsi:type="lists:Customer"><lists:age>x</lists:age></messages:record>`,
      ),
  ],
];

test.each(hostile)("ten times the %s are ten times the work", (_, print) => {
  const [some, many] = [100, 1000].map((count) => {
    const message = addList(print(count));
    return countWork(message) / message.length;
  }) as [number, number];
  expect(many).toBeLessThan(2 * some);
});
