import { expect, test } from "vitest";
import {
  encodeEnvelope,
  encodeEnvelopeBytes,
  prepareEnvelope,
} from "./encode-envelope.js";
import { smallSchema } from "./fixtures/small-schema.js";

const schema = smallSchema();
const body = { add: { record: { $type: "Customer", entityId: "A" } } };
const preferences = { warningAsError: true };
const passport = (account: string): object => ({
  account,
  signature: { $value: "s", algorithm: "HMAC-SHA256" },
});

function textOf(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
}

test("a prepared envelope is finished with other headers each time", () => {
  const prepared = prepareEnvelope(schema, { header: { preferences }, body });
  for (const account of ["1", "2"]) {
    const tokenPassport = passport(account);
    expect(textOf(prepared.finish({ tokenPassport }))).toBe(
      encodeEnvelope(schema, { header: { tokenPassport, preferences }, body }),
    );
  }
});

test("without any header there is no Header", () => {
  const prepared = prepareEnvelope(schema, { body });
  expect(textOf(prepared.finish({}))).not.toContain("Header");
  const tokenPassport = passport("1");
  expect(textOf(prepared.finish({ tokenPassport }))).toBe(
    encodeEnvelope(schema, { header: { tokenPassport }, body }),
  );
});

test("what is wrong is found when it is prepared, and of the further headers when it is finished", () => {
  expect(() => prepareEnvelope(schema, { body: { add: { x: 1 } } })).toThrow(
    "add.x",
  );
  const prepared = prepareEnvelope(schema, { body });
  expect(() => prepared.finish({ tokenPasport: {} })).toThrow(
    "did you mean tokenPassport",
  );
});

test("a long header is there once, each time", () => {
  const prepared = prepareEnvelope(schema, { header: { preferences }, body });
  for (const account of ["1".repeat(5_000), "2".repeat(5_000)]) {
    const tokenPassport = passport(account);
    const text = textOf(prepared.finish({ tokenPassport }));
    expect(text.match(/[12]{5000}/g)).toEqual([account]);
    expect(text.match(/<\w+:entityId>/g)).toHaveLength(1);
  }
});

test("the bytes are those of the text, whatever its characters and its length", () => {
  const record = Array.from({ length: 500 }, (_, at) => ({
    $type: "Customer",
    entityId: at % 7 === 0 ? `Łódź ${at} 東京 😀` : `é ${at}`.repeat(at % 5),
  }));
  const envelope = { body: { addList: { record } } };
  const text = encodeEnvelope(schema, envelope);
  expect(text).toContain("Łódź 0 東京 😀");
  expect(textOf(encodeEnvelopeBytes(schema, envelope))).toBe(text);
});
