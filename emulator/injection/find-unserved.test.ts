import { expect, test } from "vitest";
import { schema } from "../../generated/netsuite-2025-2/index.js";
import { startEmulator } from "../index.js";
import type { RuleMatch } from "./fault-rule.js";
import { FaultRules } from "./fault-rules.js";
import { findUnserved } from "./find-unserved.js";

test.each<[RuleMatch, string[]]>([
  [{}, []],
  [{ operation: "get" }, []],
  [{ operation: ["get", "searchMoreWithId"], version: "2025_2" }, []],
  [{ recordType: "salesOrder" }, []],
  [{ recordType: "transaction" }, []],
  [{ recordType: "customRecord" }, []],
  [
    { operation: "gett" },
    ['.operation is "gett": 2025_2 has no such operation.'],
  ],
  [
    { operation: ["get", "addd"], recordType: "custmer" },
    [
      '.operation is "addd": 2025_2 has no such operation.',
      '.recordType is "custmer": 2025_2 has no such record type. Give one such as customer.',
    ],
  ],
  [
    { recordType: "Customer" },
    [
      '.recordType is "Customer": 2025_2 has no such record type. Give one such as customer.',
    ],
  ],
  [
    { version: "2019_1", operation: "gett" },
    ['.version is "2019_1", which is not served: give one of 2025_2.'],
  ],
])("%j", (rule, problems) => {
  expect(findUnserved(rule, [schema])).toEqual(problems);
});

test("nothing is held against no schema", () => {
  expect(findUnserved({ operation: "gett" }, [])).toEqual([]);
});

test("rules that cannot strike leave those that are there", () => {
  const rules = new FaultRules([schema]);
  rules.add({ operation: "get", effect: "cut" });
  const wrong = { operation: "gett", effect: "cut" } as const;
  const message =
    'faults[0].operation is "gett": 2025_2 has no such operation.';
  expect(() => {
    rules.add(wrong);
  }).toThrow(message);
  expect(() => {
    rules.replace([wrong]);
  }).toThrow(message);
  expect(rules.rules).toEqual([{ operation: "get", effect: "cut" }]);
});

test("an emulator does not start with a rule that cannot strike", async () => {
  await expect(
    startEmulator({
      schema,
      faults: [{ effect: "cut" }, { operation: "gett", effect: "cut" }],
    }),
  ).rejects.toThrow(
    'The emulator cannot start:\nfaults[1].operation is "gett": 2025_2 has no such operation.',
  );
});

test("a rule that cannot strike is refused in faults.add and over HTTP", async () => {
  await using emulator = await startEmulator({ schema });
  expect(() => {
    emulator.faults.add({ recordType: "custmer", effect: "cut" });
  }).toThrow(
    'faults[0].recordType is "custmer": 2025_2 has no such record type. Give one such as customer.',
  );
  const put = await fetch(`${emulator.endpoint}/_emulator/faults`, {
    method: "PUT",
    body: '[{"version":"2019_1","effect":"cut"}]',
  });
  expect(put.status).toBe(400);
  expect(await put.text()).toBe(
    'faults[0].version is "2019_1", which is not served: give one of 2025_2.\n',
  );
});
