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

/** As {@link isText}, for what is often pasted with white space around it. */
export const isLooseText: OptionCheck = (value) =>
  isText(typeof value === "string" ? value.trim() : value);

/** Passwords may begin or end with white space. */
export const isPassword: OptionCheck = (value) =>
  typeof value === "string" && value !== "" ? null : isText(value);

/** A check of a choice between some words. */
export function isOneOf(...words: readonly string[]): OptionCheck {
  const choice = words.map((each) => JSON.stringify(each)).join(" or ");
  return (value) =>
    words.some((each) => each === value) ? null : `must be ${choice}`;
}

export const isDurationMs: OptionCheck = (value) =>
  typeof value === "number" &&
  Number.isInteger(value) &&
  value > 0 &&
  value <= MAX_TIMER_MS
    ? null
    : `must be a whole number of milliseconds from 1 to ${MAX_TIMER_MS}`;

/** A check of a whole number within bounds. */
function isWhole(from: number, to: number): OptionCheck {
  return (value) =>
    typeof value === "number" &&
    Number.isInteger(value) &&
    value >= from &&
    value <= to
      ? null
      : `must be a whole number from ${from} to ${to}`;
}

export const isRetryCount: OptionCheck = isWhole(0, 10);

/** NetSuite's largest accounts allow some hundreds of requests at a time. */
export const isConcurrency: OptionCheck = isWhole(1, 1000);

export const isBoolean: OptionCheck = (value) =>
  typeof value === "boolean"
    ? null
    : `is ${describe(value)}; give true or false`;

export const isInterceptors: OptionCheck = (value) =>
  Array.isArray(value) && value.every((each) => typeof each === "function")
    ? null
    : "must be an array of functions (next => call => …)";

export const isGovernor: OptionCheck = (value) =>
  isObject(value) &&
  typeof value["acquire"] === "function" &&
  typeof value["metrics"] === "function"
    ? null
    : `is ${describe(value)}; give a governor, which has acquire and metrics`;

export const isLogger: OptionCheck = (value) =>
  (isObject(value) || typeof value === "function") &&
  ["debug", "warn", "error"].every(
    (level) => typeof Reflect.get(value, level) === "function",
  )
    ? null
    : `is ${describe(value)}; give a logger with debug, warn and error, such as pino or the console`;

/** Checks the names in a bag too: one that is misspelt would leave a secret in the log. */
export const isRedactOptions: OptionCheck = (value) => {
  const isNames = (names: unknown): boolean =>
    names === undefined ||
    (Array.isArray(names) && names.every((name) => typeof name === "string"));
  return isObject(value) &&
    Object.entries(value).every(
      ([name, names]) =>
        (name === "elements" || name === "customFields") && isNames(names),
    )
    ? null
    : "must be { elements, customFields }, each a list of names";
};

export const isBag: OptionCheck = (value) =>
  isObject(value) ? null : `is ${describe(value)}; give an object`;

export const isFunction: OptionCheck = (value) =>
  typeof value === "function" ? null : `is ${describe(value)}; give a function`;

export const isSignal: OptionCheck = (value) =>
  isObject(value) &&
  typeof value["aborted"] === "boolean" &&
  typeof value["addEventListener"] === "function"
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
