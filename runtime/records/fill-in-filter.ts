import type { SearchFilter } from "../codegen-v1/index.js";
import { NetSuiteConfigurationError } from "../errors/index.js";

/** Criteria of an XSearch. */
interface GivenCriteria {
  readonly basic?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Adds what tells a record from others to criteria. Criteria that are there already, and would find the record, stay.
 *
 * @param instead what to call for other records, for the message
 * @throws NetSuiteConfigurationError when the criteria would not find the record
 */
export function fillInFilter(
  subject: string,
  filter: SearchFilter,
  search: GivenCriteria,
  instead: string,
): object {
  const { basic = {} } = search;
  const problems: string[] = [];
  const filled: Record<string, unknown> = { ...basic };
  for (const [name, criterion] of Object.entries(filter)) {
    const given = basic[name];
    if (given === undefined) filled[name] = criterion;
    else if (!findsValue(given, criterion.searchValue))
      problems.push(
        `${subject} finds ${String(criterion.searchValue)} only, and basic.${name} is ${JSON.stringify(given)}. Leave basic.${name} out, or call ${instead}.`,
      );
  }
  if (problems.length > 0) throw new NetSuiteConfigurationError(problems);
  return { ...search, basic: filled };
}

/** Whether a criterion that a caller gave finds what has this value. */
function findsValue(
  given: unknown,
  value: boolean | readonly [string],
): boolean {
  if (typeof given !== "object" || given === null) return true;
  // Its members are checked when it is encoded.
  const { operator, searchValue } = given as {
    readonly operator?: unknown;
    readonly searchValue?: unknown;
  };
  if (typeof value === "boolean") return searchValue === value;
  const isNamed = Array.isArray(searchValue) && searchValue.includes(value[0]);
  return operator === "noneOf" ? !isNamed : isNamed;
}
