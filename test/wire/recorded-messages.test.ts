import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { expect, test } from "vitest";
import { createTypeNames } from "../../generator/emit/names.js";
import { formatDescriptor } from "../../generator/model/index.js";
import { readSchema } from "../../generator/read/index.js";
import { defineSchema } from "../../runtime/codegen-v1/index.js";
import { decodeEnvelope, encodeEnvelope } from "../../runtime/codec/index.js";
import { NetSuiteDecodeError } from "../../runtime/errors/index.js";
import { recordedMessages } from "../messages.js";
import { wsdlSets } from "../wsdl-sets.js";
import { formatInfoset } from "./infoset.js";

const sets = new Map(
  wsdlSets().map((path) => [basename(path).replace(/^v|\..*$/g, ""), path]),
);
const messages = recordedMessages();
const versions = [...sets.keys()].filter((version) =>
  messages.some((each) => each.version === version),
);

// Without it the file would have no test, which is an error; the warning on the console says what is missing.
if (versions.length === 0) test.skip("recorded messages");

for (const version of versions) {
  const own = messages.filter((each) => each.version === version);
  const others = messages.filter((each) => each.version !== version);

  test(`what was recorded of ${version} is what its decoded value holds`, async () => {
    const schema = await loadSchema(version);
    for (const { file, path, isResponse } of own) {
      const bytes = readFileSync(path);
      const decoded = decodeEnvelope(schema, bytes);
      if (!isResponse) continue;
      const again = encodeEnvelope(schema, decoded);
      expect(formatInfoset(again), file).toBe(formatInfoset(bytes));
    }
  });

  test(`a response of another version, were it of ${version}, is kept with all that its schema does not know`, async () => {
    const schema = await loadSchema(version);
    for (const { file, path, isResponse } of others) {
      if (!isResponse) continue;
      const text = readFileSync(path, "utf8");
      // Some recordings lack the end of their Envelope.
      if (!text.trimEnd().endsWith("Envelope>")) continue;
      const own = text.replace(/_20\d\d_\d(?=\.)/g, `_${version}`);
      const again = encodeEnvelope(schema, decodeEnvelope(schema, own));
      expect(formatInfoset(again), file).toBe(formatInfoset(own));
    }
  });

  test(`a message of ${version} that was cut is an error`, async () => {
    const schema = await loadSchema(version);
    for (const { file, path } of own) {
      const text = readFileSync(path, "utf8").trimEnd();
      for (const part of [0.3, 0.6, 0.95]) {
        const cut = text.slice(0, text.length * part);
        expect(() => decodeEnvelope(schema, cut), file).toThrow(
          /The XML ends in the middle: the message was truncated/,
        );
      }
    }
  });

  test(`a message of another version is an error for ${version} that names both`, async () => {
    const schema = await loadSchema(version);
    for (const { file, path, version: other } of others) {
      const decode = (): unknown => decodeEnvelope(schema, readFileSync(path));
      expect(decode, file).toThrow(NetSuiteDecodeError);
      expect(decode, file).toThrow(
        `The message is of endpoint version ${other}, this package of ${version}: ` +
          `use a package generated for ${other}, or call the endpoint of ${version}.`,
      );
    }
  });
}

async function loadSchema(version: string) {
  const schema = await readSchema(sets.get(version) ?? "");
  const names = createTypeNames(schema);
  return defineSchema(formatDescriptor(schema, { names, long: "number" }));
}
