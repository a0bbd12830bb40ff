import type { TypeDescriptor } from "nsgen-runtime/codegen-v1";
import { XSD, type Context } from "./frame.js";
import type { ComplexPlan, SimplePlan } from "./type-plan.js";

const NUMBERS = new Set(["int", "long", "short", "byte", "double", "float"]);
const DATES = new Set(["dateTime", "date", "time"]);
const LISTED = 5;
const LONGEST_VALUE = 80;

/** A qualified name as Java prints it: `{urn:…}Customer`. */
export function qName(uri: string, local: string): string {
  return uri === "" ? local : `{${uri}}${local}`;
}

/** The name of a type as Java prints it. */
export function typeQName({ namespace, name }: TypeDescriptor): string {
  return qName(namespace?.uri ?? XSD, name);
}

/** The class that Axis makes of a type: `com.netsuite.webservices.platform.core_2025_2.RecordRef`. */
export function javaClass({ namespace, name }: TypeDescriptor): string {
  const uri = namespace?.uri ?? XSD;
  const labels = uri.replace(/^urn:/, "").split(".").toReversed();
  return [...labels, name].join(".");
}

/**
 * What Axis says of a text that is no value of a simple type.
 *
 * Without `value` the text is not repeated: headers hold secrets.
 */
export function illegalValue({ type }: SimplePlan, value?: string): string {
  const shown = value === undefined ? "(not shown)" : shorten(value);
  if (type.values === null) {
    if (NUMBERS.has(type.builtIn))
      return `java.lang.NumberFormatException: For input string: "${shown}"`;
    if (DATES.has(type.builtIn))
      return "java.lang.NumberFormatException: Invalid date/time";
    if (type.builtIn === "boolean")
      return "java.lang.NumberFormatException: Invalid boolean";
  }
  return `org.xml.sax.SAXException: ${shown} is not a legal value for ${typeQName(type)}`;
}

/** What a value of a simple type looks like, as advice. */
export function adviseValue({ type }: SimplePlan, value?: string): string {
  const { builtIn, values } = type;
  if (values === null) {
    const advice = ADVICE[builtIn] ?? `give a value of xsd:${builtIn}`;
    // Axis repeats the others itself.
    return value !== undefined && (DATES.has(builtIn) || builtIn === "boolean")
      ? `found ${JSON.stringify(shorten(value))}: ${advice}`
      : advice;
  }
  const nearest = value === undefined ? undefined : findNearest(value, values);
  return nearest === undefined
    ? `give a value of ${type.name}: ${list(values)}`
    : `did you mean ${nearest}?`;
}

function shorten(value: string): string {
  return value.length > LONGEST_VALUE
    ? `${value.slice(0, LONGEST_VALUE)}…`
    : value;
}

const ADVICE: Partial<Record<string, string>> = {
  boolean: "give true, false, 1 or 0",
  int: "give a whole number from -2147483648 to 2147483647",
  long: "give a whole number of at most 64 bits",
  double: "give a number such as 12.5, INF, -INF or NaN",
  dateTime: "give a date and time such as 2025-03-31T09:30:00.000-08:00",
  base64Binary: "give bytes in base64, padded with =",
};

/** Advice on a name that a complexType does not have; `kind` is what the name is of. */
export function adviseName(
  plan: ComplexPlan,
  kind: "element" | "attribute",
  name: string,
): string {
  const { type, byName, attributes } = plan;
  const [own, others, other] =
    kind === "element"
      ? [byName, attributes, "an attribute"]
      : [attributes, byName, "an element"];
  if (others.has(name))
    return `${name} is ${other} of ${type.name}, no ${kind}`;
  const nearest = findNearest(name, own.keys());
  const said = `${type.name} has no ${kind} ${name}`;
  return nearest === undefined
    ? `${said}: leave it out`
    : `${said}; did you mean ${nearest}?`;
}

/** Names concrete types that may stand where a type is declared. */
export function listSubtypes(
  { schema, plans }: Context,
  declared: ComplexPlan,
): string {
  const names: string[] = [];
  for (let at = schema.firstType; at < schema.typeCount; at++) {
    const plan = plans(at);
    if (
      plan.kind === "complex" &&
      !plan.type.abstract &&
      plan.lineage.has(declared.type.index)
    )
      names.push(plan.type.name);
  }
  return list(names);
}

function list(names: readonly string[]): string {
  const shown = names.slice(0, LISTED).join(", ");
  const more = names.length - LISTED;
  return more > 0 ? `${shown} and ${more} more` : shown;
}

/** The name that a misspelt one was meant to be, or undefined. */
function findNearest(
  name: string,
  candidates: Iterable<string>,
): string | undefined {
  if (name.length > LONGEST_VALUE) return undefined;
  let best: string | undefined;
  let least = Math.max(2, Math.floor(name.length / 4)) + 1;
  for (const each of candidates) {
    if (Math.abs(each.length - name.length) >= least) continue;
    const distance = editDistance(name.toLowerCase(), each.toLowerCase());
    if (distance < least) [best, least] = [each, distance];
  }
  return best;
}

function editDistance(a: string, b: string): number {
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cell = (from: readonly number[], at: number): number =>
        from[at] ?? Infinity;
      row.push(
        Math.min(
          cell(last, j) + 1,
          cell(row, j - 1) + 1,
          cell(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
        ),
      );
    }
    last = row;
  }
  return last[b.length] ?? Infinity;
}
