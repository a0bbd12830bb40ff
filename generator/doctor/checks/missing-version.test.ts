import type { NetSuiteSchema } from "nsgen-runtime";
import { expect, test } from "vitest";
import { adviseMissingVersion } from "./missing-version.js";

const axis =
  "The AXIS engine could not find a target service to invoke! targetService is NetSuitePort_2025_2";

test.each([
  [
    "2025_2",
    "2026-11-22",
    `${axis} [this emulator serves 2019_2, 2022_1]`,
    {
      cause: "This is an emulator, and it serves 2019.2, 2022.1.",
      fix: "Generate the client for a version that is served: nsgen --wsdl 2022_1 --out <folder>. Or serve this one: nsgen emulate --wsdl 2025_2.",
    },
  ],
  [
    "2025_2",
    "2026-11-22",
    axis,
    {
      cause:
        "It may be newer than the account's release. Or the host is another's than the account's.",
      fix: "Generate the client from an earlier WSDL, such as the one before: nsgen --wsdl 2025_1 --out <folder>.",
    },
  ],
  [
    "2026_1",
    "2026-11-22",
    axis,
    {
      cause:
        "It may be newer than the account's release. Or the host is another's than the account's.",
      fix: "Generate the client from an earlier WSDL, such as the one before: nsgen --wsdl 2025_2 --out <folder>.",
    },
  ],
  [
    "2025_1",
    "2026-11-22",
    axis,
    {
      cause:
        "It may be older than the account's oldest endpoint, or newer than its release. Or the host is another's than the account's.",
      fix: "Where it is older: generate the client from a later WSDL: nsgen --wsdl 2025_2 --out <folder>.\nWhere it is newer: generate the client from an earlier WSDL, such as the one before: nsgen --wsdl 2024_2 --out <folder>.",
    },
  ],
  [
    "2019_2",
    "2026-11-22",
    axis,
    {
      cause:
        "Oracle has switched it off with release 2026.2. Or the host is another's than the account's.",
      fix: "Generate the client from a later WSDL: nsgen --wsdl 2025_2 --out <folder>.",
    },
  ],
  [
    "2025_2",
    "2028-11-22",
    axis,
    {
      cause:
        "Oracle has switched it off with release 2028.2. Or the host is another's than the account's.",
      fix: "It is the last: plan the move to REST with OAuth 2.0.",
    },
  ],
])("%s at %s: %s", (version, date, answer, advice) => {
  // Nothing else of the schema is looked at.
  const schema = { version } as NetSuiteSchema;
  const now = (): number => Date.parse(date);
  expect(adviseMissingVersion({ schema, now }, answer)).toEqual(advice);
});
