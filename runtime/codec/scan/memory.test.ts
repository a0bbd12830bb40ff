import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test, vi } from "vitest";
import { envelope } from "../fixtures/envelopes.js";
import { smallSchema, uris } from "../fixtures/small-schema.js";
import { decodeEnvelope } from "../index.js";

// How long it takes is not what is tested.
vi.setConfig({ testTimeout: 120_000 });

setFlagsFromString("--expose-gc");
// With the flag, new contexts have V8's own gc.
const collectGarbage = runInNewContext("gc") as () => void;

const schema = smallSchema();

function readHeapBytes(): number {
  collectGarbage();
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** How much more memory is in use while what a function made is kept. */
function measureKept(make: () => unknown): number {
  make();
  const before = readHeapBytes();
  const kept = make();
  const after = readHeapBytes();
  expect(kept).toBeDefined();
  return after - before;
}

const customer = (at: number): string =>
  `<messages:record xsi:type="lists:Customer" internalId="${at}"><lists:entityId>A customer's name, ${at}</lists:entityId>` +
  `<lists:parent internalId="7"><core:name>The parent of them all</core:name></lists:parent><lists:isPerson>true</lists:isPerson>` +
  `<lists:age>42</lists:age><lists:balance>${at}.5</lists:balance><lists:tag>one</lists:tag><lists:tag>two</lists:tag></messages:record>`;

function print(count: number, record: (at: number) => string): Buffer {
  const records = Array.from({ length: count }, (_, at) => record(at));
  return Buffer.from(
    envelope(`<messages:addList>${records.join("")}</messages:addList>`),
  );
}

test("a record of ten fields keeps less than 800 bytes, however many there are", () => {
  for (const count of [1000, 10_000]) {
    const message = print(count, customer);
    const kept = measureKept(() => decodeEnvelope(schema, message));
    expect(kept / count).toBeLessThan(800);
  }
});

test("a text that is kept keeps nothing else of the message", () => {
  const long = (at: number): string =>
    `<messages:record xsi:type="lists:Customer"><lists:entityId>${at}: ${"x".repeat(200_000)} \u00e9</lists:entityId></messages:record>` +
    customer(at);
  const message = print(20, long);
  const kept = measureKept(() =>
    pickTexts(decodeEnvelope(schema, message).body),
  );
  expect(kept).toBeLessThan(50_000);
});

/** The shorter texts of a value, as an application may keep them. */
function pickTexts(value: unknown): string[] {
  if (typeof value === "string") return value.length < 100 ? [value] : [];
  return typeof value === "object" && value !== null
    ? Object.values(value).flatMap(pickTexts)
    : [];
}

test.each<[name: string, record: (at: number, message: number) => string]>([
  [
    "declarations",
    (at, message) =>
      `<messages:record xmlns:l="urn:${at}.${message}" xsi:type="lists:Customer"/>`,
  ],
  [
    "names",
    (at, message) =>
      `<messages:record xsi:type="lists:Customer"><a${at}.${message}/></messages:record>`,
  ],
  [
    "attributes",
    (at, message) =>
      `<messages:record xsi:type="lists:Customer" a${at}.${message}=""/>`,
  ],
  [
    "prefixes",
    (at, message) =>
      `<messages:record xmlns:l${at}.${message}="${uris.lists}" xsi:type="l${at}.${message}:Customer"/>`,
  ],
  [
    "types",
    (at, message) => `<messages:record xsi:type="lists:No${at}.${message}"/>`,
  ],
])("messages with new %s leave nothing behind", (_, record) => {
  const decode = (from: number, to: number): void => {
    for (let message = from; message < to; message++)
      decodeEnvelope(
        schema,
        print(1000, (at) => record(at, message)),
      );
  };
  decode(0, 5);
  const before = readHeapBytes();
  decode(5, 25);
  expect(readHeapBytes() - before).toBeLessThan(500_000);
});
