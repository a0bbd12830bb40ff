import { expect, test } from "vitest";
import type { FaultRule } from "./fault-rule.js";
import { FaultRules } from "./fault-rules.js";

const TARGET = {
  operation: "add",
  version: "2025_2",
  recordTypes: ["customer"],
};

/** Which of some requests a rule strikes, as a row of marks. */
function row(rule: Omit<FaultRule, "effect">, count = 6): string {
  const rules = new FaultRules();
  rules.add({ ...rule, effect: "reset" });
  return Array.from({ length: count }, () =>
    rules.decide(TARGET).mishap ? "x" : ".",
  ).join("");
}

test.each<[Omit<FaultRule, "effect">, string]>([
  [{}, "xxxxxx"],
  [{ operation: "add" }, "xxxxxx"],
  [{ operation: ["get", "add"] }, "xxxxxx"],
  [{ operation: "get" }, "......"],
  [{ recordType: "customer" }, "xxxxxx"],
  [{ recordType: "contact" }, "......"],
  [{ version: "2022_1" }, "......"],
  [{ nth: 3 }, "..x..."],
  [{ times: 2 }, "xx...."],
  [{ nth: 3, times: 2 }, "..xx.."],
  [{ probability: 0 }, "......"],
])("%j strikes %s", (rule, struck) => {
  expect(row(rule)).toBe(struck);
});

test("a probability strikes by its seed", () => {
  const struck = row({ probability: 0.3, seed: 4 }, 1000);
  expect(row({ probability: 0.3, seed: 4 }, 1000)).toBe(struck);
  expect(row({ probability: 0.3, seed: 5 }, 1000)).not.toBe(struck);
  const share = struck.split("x").length - 1;
  expect(share).toBeGreaterThan(250);
  expect(share).toBeLessThan(350);
});

test("delays add up before the first other rule that strikes", () => {
  const rules = new FaultRules();
  rules.add(
    { effect: "delay", ms: 5 },
    { effect: "delay", ms: 7 },
    { effect: "cut", nth: 2 },
    { effect: "truncate" },
    { effect: "delay", ms: 100 },
  );
  expect(rules.decide(TARGET)).toMatchObject({
    delayMs: 12,
    mishap: { effect: "truncate" },
  });
  expect(rules.decide(TARGET).mishap).toMatchObject({ effect: "cut" });
  rules.reset();
  expect(rules.decide(TARGET).mishap).toMatchObject({ effect: "truncate" });
  rules.clear();
  expect(rules.rules).toEqual([]);
  expect(rules.decide(TARGET)).toEqual({ delayMs: 0, mishap: null });
});
