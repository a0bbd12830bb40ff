import { expect, test } from "vitest";
import { encodeEnvelope, prepareEnvelope } from "./encode-envelope.js";
import { smallSchema } from "./fixtures/small-schema.js";

const schema = smallSchema();
const body = { add: { record: { $type: "Customer", entityId: "A" } } };
const preferences = { warningAsError: true };
const passport = (account: string): object => ({
  account,
  signature: { $value: "s", algorithm: "HMAC-SHA256" },
});

test("a prepared envelope is finished with other headers each time", () => {
  const prepared = prepareEnvelope(schema, { header: { preferences }, body });
  for (const account of ["1", "2"]) {
    const tokenPassport = passport(account);
    expect(prepared.finish({ tokenPassport })).toBe(
      encodeEnvelope(schema, { header: { tokenPassport, preferences }, body }),
    );
  }
});

test("without any header there is no Header", () => {
  const prepared = prepareEnvelope(schema, { body });
  expect(prepared.finish({})).not.toContain("Header");
  const tokenPassport = passport("1");
  expect(prepared.finish({ tokenPassport })).toBe(
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
