import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import {
  readLeniently,
  validateRequest,
} from "../../emulator/validate/index.js";
import { unknownElements } from "../../runtime/codec/index.js";
import { recordedMessages } from "../messages.js";
import { wsdlSet } from "../wsdl-sets.js";
import { readWsdlSet, type WsdlSet } from "./wsdl-set.js";

const path = wsdlSet("v2013_2");
const requests = recordedMessages().filter(
  (each) => !each.isResponse && each.version === "2013_2",
);

describe.skipIf(path === null || requests.length === 0)(
  "requests that NetSuite took",
  () => {
    let set: WsdlSet;

    beforeAll(async () => {
      set = await readWsdlSet(path ?? "");
    });

    test("many of them break the schema, and each is refused for what it breaks", () => {
      const reasons = new Map<string, number>();
      for (const { path: file } of requests) {
        // The type of a role is no value of RecordType: it would hide what else there is.
        const xml = readFileSync(file, "utf8").replace(' type="role"', "");
        const message = validateRequest(set.schema, xml)?.message ?? "valid";
        const reason = REASONS.find((each) => each.test(message));
        const key = reason?.source ?? message;
        reasons.set(key, (reasons.get(key) ?? 0) + 1);
      }
      expect([...reasons.keys()].sort()).toEqual(
        REASONS.map(({ source }) => source).sort(),
      );
    });

    test.each(requests)("$file is read leniently, to the end", (request) => {
      const read = readLeniently(set.schema, readFileSync(request.path));
      const names = listUnknown(read);
      expect(names.filter((name) => !KNOWN_UNKNOWNS.has(name))).toEqual([]);
    });
  },
);

const REASONS = [
  /^valid$/,
  /attributes have no namespace: write (?:internalId|externalId) without a prefix\]$/,
  /elements come in the schema's order: \w+ stands before \w+\]$/,
  /the schema has no element SearchPreferences there: did you mean searchPreferences\?\]$/,
];

/** A header of a name that the schema does not have, and an element that should be an attribute. */
const KNOWN_UNKNOWNS = new Set([
  "{urn:customers_2013_2.transactions.webservices.netsuite.com}replaceAll",
  "{urn:messages_2013_2.platform.webservices.netsuite.com}SearchPreferences",
]);

/** The names of what the codec kept because the schema does not have it, in all of a value. */
function listUnknown(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  const here = unknownElements(value).map(({ name }) => name);
  return [...here, ...Object.values(value).flatMap(listUnknown)];
}
