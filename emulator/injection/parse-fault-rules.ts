import type { NetSuiteSchema } from "nsgen-runtime/codegen-v1";
import { FAULT_ELEMENTS } from "../faults/soap-fault.js";
import { isProperties, type Properties } from "../schema/properties.js";
import type { FaultRule, Mishap, When } from "./fault-rule.js";
import { findUnserved } from "./find-unserved.js";

type Check = (value: unknown) => string | null;

const text: Check = (value) =>
  typeof value === "string" && value !== "" ? null : "a text";
const texts: Check = (value) =>
  Array.isArray(value) && value.length > 0 && value.every((each) => !text(each))
    ? null
    : text(value) && "a text or an array of texts";
/** Any: recorded faults have codes that no FaultCodeType has. */
const code: Check = (value) =>
  typeof value === "string" && /^[A-Z][A-Z0-9_]*$/.test(value)
    ? null
    : "a code such as UNEXPECTED_ERROR";
const wholeFrom =
  (least: number): Check =>
  (value) =>
    Number.isSafeInteger(value) && Number(value) >= least
      ? null
      : `a whole number from ${least}`;
const share: Check = (value) =>
  typeof value === "number" && value >= 0 && value <= 1
    ? null
    : "a number from 0 to 1";
const status: Check = (value) =>
  wholeFrom(400)(value) === null && Number(value) < 600
    ? null
    : "an HTTP status from 400 to 599";
const oneOf =
  (...values: readonly string[]): Check =>
  (value) =>
    values.some((each) => each === value)
      ? null
      : `one of ${values.join(", ")}`;

const when = oneOf(
  ...(["beforeCommit", "afterCommit"] satisfies readonly When[]),
);

const MATCH: Readonly<Record<string, Check>> = {
  operation: texts,
  recordType: text,
  version: text,
  nth: wholeFrom(1),
  times: wholeFrom(1),
  probability: share,
  seed: wholeFrom(0),
};

/** The properties of each effect; those that must be given begin with an exclamation mark. */
const EFFECTS: Readonly<
  Record<Mishap["effect"], Readonly<Record<string, Check>>>
> = {
  fault: {
    "!code": code,
    element: oneOf(...FAULT_ELEMENTS),
    message: text,
    when,
  },
  wrongDataCenter: {},
  unavailable: { status, when },
  delay: { "!ms": wholeFrom(0) },
  reset: { when },
  silence: { when },
  truncate: {},
  cut: {},
  unfinished: { "!done": wholeFrom(0), unknown: wholeFrom(0) },
  shortPage: { "!keep": wholeFrom(0) },
  loseSearchId: {},
  warn: { message: text },
  afterSubmitFailed: {},
};

/**
 * Reads fault rules from what JSON.parse gives.
 *
 * @param name what the rules are called in messages
 * @param schemas those that are served; a rule that no request to them can match is refused. Default: none, and rules
 *   may name anything
 * @throws Error that tells all that is wrong, with its place
 */
export function parseFaultRules(
  value: unknown,
  name = "faults",
  schemas: readonly NetSuiteSchema[] = [],
): readonly FaultRule[] {
  if (!Array.isArray(value))
    throw new Error(`${name} is ${describe(value)}: give an array of rules.`);
  const problems = value.flatMap((each: unknown, at) =>
    findProblems(each).map((problem) => `${name}[${at}]${problem}`),
  );
  if (problems.length > 0) throw new Error(problems.join("\n"));
  // Each was found to be a rule.
  const rules = value as readonly FaultRule[];
  const unserved = rules.flatMap((rule, at) =>
    findUnserved(rule, schemas).map((problem) => `${name}[${at}]${problem}`),
  );
  if (unserved.length > 0) throw new Error(unserved.join("\n"));
  return rules;
}

function findProblems(rule: unknown): string[] {
  if (!isProperties(rule)) return [` is ${describe(rule)}: give an object.`];
  const effect = rule["effect"];
  // The keys of a literal.
  const effects = Object.keys(EFFECTS) as Mishap["effect"][];
  const known = effects.find((each) => each === effect);
  if (known === undefined)
    return [
      `.effect is ${describe(effect)}: give one of ${effects.join(", ")}.`,
    ];
  const checks = new Map<string, Check>(Object.entries(MATCH));
  const required: string[] = [];
  for (const [key, check] of Object.entries(EFFECTS[known])) {
    const name = key.replace("!", "");
    checks.set(name, check);
    if (name !== key) required.push(name);
  }
  return [
    ...required
      .filter((key) => rule[key] === undefined)
      .map((key) => `.${key} is missing: ${known} needs it.`),
    ...checkProperties(rule, checks, known),
  ];
}

function checkProperties(
  rule: Properties,
  checks: ReadonlyMap<string, Check>,
  effect: string,
): string[] {
  return Object.entries(rule).flatMap(([key, value]) => {
    if (key === "effect" || value === undefined) return [];
    const check = checks.get(key);
    if (!check)
      return [
        `.${key} is no property of a rule whose effect is ${effect}: those are ${[...checks.keys()].join(", ")}.`,
      ];
    const wanted = check(value);
    return wanted === null
      ? []
      : [`.${key} is ${describe(value)}: give ${wanted}.`];
  });
}

function describe(value: unknown): string {
  return value === undefined ? "missing" : JSON.stringify(value).slice(0, 80);
}
