/** A check of one option: null, or what is wrong with the value, such as `is a number, not a string`. Never quotes the value. */
export type OptionCheck = (value: unknown) => string | null;

/** The options that there are, each with its check. */
export type OptionChecks<Options> = Readonly<
  Record<keyof Options & string, OptionCheck>
>;

/** Lists what is wrong with a bag of options: unknown names and values of the wrong kind. `undefined` is an option not given. */
export function checkOptions<Options>(
  what: string,
  options: unknown,
  checks: OptionChecks<Options>,
): string[] {
  if (!isObject(options))
    return [`${what} must be an object, and ${describe(options)} was given.`];
  const known = new Map<string, OptionCheck>(Object.entries(checks));
  return Object.entries(options).flatMap(([name, value]) => {
    const check = known.get(name);
    if (check === undefined)
      return [
        `${name} is not one of the ${what}, which are ${[...known.keys()].join(", ")}.`,
      ];
    const problem = value === undefined ? null : check(value);
    return problem === null ? [] : [`${name} ${problem}.`];
  });
}

/** The longest time that Node's timers know, about 24.8 days. */
const MAX_TIMER_MS = 2 ** 31 - 1;

export const isText: OptionCheck = (value) => {
  if (typeof value !== "string") return `is ${describe(value)}; give a string`;
  if (value.trim() === "") return "is empty; give its value";
  return value.trim() === value
    ? null
    : "begins or ends with white space; take it off";
};

export const isDurationMs: OptionCheck = (value) =>
  typeof value === "number" &&
  Number.isInteger(value) &&
  value > 0 &&
  value <= MAX_TIMER_MS
    ? null
    : `must be a whole number of milliseconds from 1 to ${MAX_TIMER_MS}`;

export const isBag: OptionCheck = (value) =>
  isObject(value) ? null : `is ${describe(value)}; give an object`;

export const isFunction: OptionCheck = (value) =>
  typeof value === "function" ? null : `is ${describe(value)}; give a function`;

export const isSignal: OptionCheck = (value) =>
  value instanceof AbortSignal
    ? null
    : `is ${describe(value)}; give an AbortSignal`;

export const isDispatcher: OptionCheck = (value) =>
  typeof value === "object" &&
  value !== null &&
  "dispatch" in value &&
  typeof value.dispatch === "function"
    ? null
    : `is ${describe(value)}; give a dispatcher of undici, such as an Agent or a ProxyAgent`;

/** Whether a value is an object with names, and no array. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return "an array";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
