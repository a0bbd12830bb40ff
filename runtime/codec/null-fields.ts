/** A `nullFieldList` that names the cleared fields after those that the caller gave, each once. */
export function mergeNulls(
  given: Readonly<Record<string, unknown>> | undefined,
  cleared: readonly string[],
): Readonly<Record<string, unknown>> {
  const named: unknown = given?.["name"];
  // A `name` that is no array is left for the encoder to refuse.
  if (named !== undefined && !Array.isArray(named)) return { ...given };
  const names: unknown[] = named ?? [];
  return { ...given, name: [...new Set([...names, ...cleared])] };
}
