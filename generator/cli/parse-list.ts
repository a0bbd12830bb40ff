import { UsageError } from "./usage-error.js";

/**
 * Parses an option that lists names: `a,b`, or given several times. Null where it was not given.
 *
 * @throws UsageError where it is given and names nothing
 */
export function parseList(
  name: string,
  text: string | string[] | undefined,
): readonly string[] | null {
  if (text === undefined) return null;
  const names = [text]
    .flat()
    .flatMap((each) => each.split(","))
    .map((each) => each.trim())
    .filter((each) => each !== "");
  if (names.length === 0) throw new UsageError(`--${name} names nothing.`);
  return [...new Set(names)];
}
