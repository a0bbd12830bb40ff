import { expect, test } from "vitest";
import { parseFaultRules } from "./parse-fault-rules.js";

test("rules are what JSON gives", () => {
  const rules = [
    { effect: "fault", code: "UNEXPECTED_ERROR", when: "afterCommit" },
    { operation: ["add", "addList"], nth: 2, times: 3, effect: "reset" },
    { recordType: "customer", probability: 0.5, seed: 9, effect: "cut" },
    { version: "2025_2", effect: "unfinished", done: 1, unknown: 2 },
  ];
  expect(parseFaultRules(JSON.parse(JSON.stringify(rules)))).toEqual(rules);
});

test.each<[value: unknown, message: string]>([
  [{ effect: "cut" }, 'faults is {"effect":"cut"}: give an array of rules.'],
  [["cut"], 'faults[0] is "cut": give an object.'],
  [
    [{ operation: "get" }],
    "faults[0].effect is missing: give one of fault, wrongDataCenter, unavailable, delay, reset, silence, truncate, cut, unfinished, shortPage, loseSearchId, warn, afterSubmitFailed.",
  ],
  [
    [{ effect: "fault" }, { effect: "shortPage" }],
    "faults[0].code is missing: fault needs it.\nfaults[1].keep is missing: shortPage needs it.",
  ],
  [
    [{ effect: "delay", ms: -1, nth: 0, probability: 2 }],
    "faults[0].ms is -1: give a whole number from 0.\nfaults[0].nth is 0: give a whole number from 1.\nfaults[0].probability is 2: give a number from 0 to 1.",
  ],
  [
    [{ effect: "reset", when: "later", operation: [] }],
    'faults[0].when is "later": give one of beforeCommit, afterCommit.\nfaults[0].operation is []: give a text or an array of texts.',
  ],
  [
    [{ effect: "fault", code: "A", element: "someFault" }],
    'faults[0].element is "someFault": give one of asyncFault, ',
  ],
  [
    [{ effect: "fault", code: "Session timed out" }],
    'faults[0].code is "Session timed out": give a code such as UNEXPECTED_ERROR.',
  ],
  [
    [{ effect: "cut", oparation: "get" }],
    "faults[0].oparation is no property of a rule whose effect is cut: those are operation, recordType, version, nth, times, probability, seed.",
  ],
  [
    [{ effect: "unavailable", status: 200 }],
    "faults[0].status is 200: give an HTTP status from 400 to 599.",
  ],
])("%j is refused", (value, message) => {
  expect(() => parseFaultRules(value)).toThrow(message);
});
