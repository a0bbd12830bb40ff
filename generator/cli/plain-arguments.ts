import { parseArgs } from "node:util";
import {
  GENERATE_OPTIONS,
  type GenerateArguments,
} from "./generate-options.js";

type Name = keyof typeof GENERATE_OPTIONS;

const OPTIONS = Object.fromEntries(
  Object.entries(GENERATE_OPTIONS).map(([name, option]) => {
    const type = "type" in option ? option.type : "string";
    return [name, { type, multiple: true as const }];
  }),
);

/**
 * Parses the arguments of generating where each is an option in full, `--name value` or `--name=value`. Null for all others, whether
 * right or wrong: yargs parses those, and says what is wrong with them.
 */
export function parsePlainArguments(
  args: readonly string[],
): GenerateArguments | null {
  const values = parseStrictly(args);
  if (values === null) return null;
  const all = (name: Name): string[] | undefined =>
    values[name]?.map((each) => String(each));
  const only = (name: Name): string | undefined => all(name)?.[0];
  const is = (name: Name): boolean => values[name] !== undefined;
  const isRepeated = Object.entries(values).some(
    ([name, found]) => !LISTS.has(name) && (found?.length ?? 0) > 1,
  );
  // yargs takes quotes off values.
  const isOdd = Object.values(values)
    .flat()
    .some((each) => typeof each === "string" && /^$|^["']/.test(each));
  const wsdl = only("wsdl");
  const out = only("out");
  const emit = choose(GENERATE_OPTIONS.emit, only("emit"));
  const long = choose(GENERATE_OPTIONS.long, only("long"));
  if (isRepeated || isOdd || !wsdl || !out || !emit || !long) return null;
  return {
    wsdl,
    out,
    package: only("package"),
    records: all("records"),
    operations: all("operations"),
    emit,
    long,
    check: is("check"),
    "dry-run": is("dry-run"),
    force: is("force"),
    json: is("json"),
    quiet: is("quiet"),
  };
}

/** The options that may be given several times. */
const LISTS: ReadonlySet<string> = new Set(["records", "operations"]);

function parseStrictly(
  args: readonly string[],
): Readonly<Record<string, (string | boolean)[] | undefined>> | null {
  try {
    const { values } = parseArgs({ args: [...args], options: OPTIONS });
    return values;
  } catch {
    return null;
  }
}

function choose<Choice extends string>(
  option: { readonly choices: readonly Choice[]; readonly default: Choice },
  given: string | undefined,
): Choice | null {
  if (given === undefined) return option.default;
  return option.choices.find((each) => each === given) ?? null;
}
