import type { NetSuiteSchema } from "nsgen-runtime/codegen-v1";
import type { FaultRule, Mishap } from "./fault-rule.js";
import { parseFaultRules } from "./parse-fault-rules.js";
import { createRandom } from "./random.js";

/** What of a request rules are held against. */
export interface RuleTarget {
  readonly operation: string;
  readonly version: string;
  /** Values of RecordType. */
  readonly recordTypes: readonly string[];
}

/** What goes wrong with one request. */
export interface Fate {
  readonly delayMs: number;
  /** All but a delay; null where nothing else goes wrong. */
  readonly mishap: Exclude<Mishap, { readonly effect: "delay" }> | null;
}

interface ActiveRule {
  readonly rule: FaultRule;
  readonly random: () => number;
  matched: number;
  struck: number;
}

/** The fault rules of an emulator. The first that strikes a request decides; delays add up before it. */
export class FaultRules {
  readonly #schemas: readonly NetSuiteSchema[];
  #active: readonly ActiveRule[] = [];

  /** @param schemas those that are served, which rules are held against. Default: none, and rules may name anything */
  constructor(schemas: readonly NetSuiteSchema[] = []) {
    this.#schemas = schemas;
  }

  /** The rules as they were given. */
  get rules(): readonly FaultRule[] {
    return this.#active.map(({ rule }) => rule);
  }

  /**
   * Adds rules after those that are there.
   *
   * @throws Error for a value that is no rule, or a rule that could never strike
   */
  add(...rules: readonly FaultRule[]): void {
    this.#active = [...this.#active, ...this.#activate(rules)];
  }

  /**
   * Puts rules in the place of those that are there, which stay where it throws.
   *
   * @throws Error as {@link FaultRules.add} does
   */
  replace(rules: readonly FaultRule[]): void {
    this.#active = this.#activate(rules);
  }

  /** Takes all rules away. */
  clear(): void {
    this.#active = [];
  }

  /** Begins to count anew. */
  reset(): void {
    this.replace(this.rules);
  }

  /** Decides what happens to a request, which every rule that it matches counts up to the one that strikes. */
  decide(target: RuleTarget): Fate {
    let delayMs = 0;
    for (const active of this.#active) {
      if (!matches(active.rule, target) || !strikes(active)) continue;
      if (active.rule.effect !== "delay")
        return { delayMs, mishap: active.rule };
      delayMs += active.rule.ms;
    }
    return { delayMs, mishap: null };
  }

  #activate(rules: readonly FaultRule[]): ActiveRule[] {
    return parseFaultRules(rules, "faults", this.#schemas).map((rule) => ({
      rule,
      random: createRandom(rule.seed ?? 1),
      matched: 0,
      struck: 0,
    }));
  }
}

function matches(rule: FaultRule, target: RuleTarget): boolean {
  const { operation, recordType, version } = rule;
  return (
    (operation === undefined ||
      [operation].flat().includes(target.operation)) &&
    (recordType === undefined || target.recordTypes.includes(recordType)) &&
    (version === undefined || version === target.version)
  );
}

function strikes(active: ActiveRule): boolean {
  const { nth, times, probability = 1 } = active.rule;
  active.matched += 1;
  if (active.matched < (nth ?? 1)) return false;
  if (active.struck >= (times ?? (nth === undefined ? Infinity : 1)))
    return false;
  if (active.random() >= probability) return false;
  active.struck += 1;
  return true;
}
