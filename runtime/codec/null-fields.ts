import type { Properties } from "./properties.js";
import type { ElementPlan } from "./schema-plan.js";

/** The elements that null clears; undefined where there is none. */
export function findNulls(
  elements: readonly ElementPlan[],
  value: Properties,
  nullFieldList: ElementPlan,
): readonly ElementPlan[] | undefined {
  const isCleared = (each: ElementPlan): boolean =>
    value[each.key] === null && each !== nullFieldList;
  return elements.some(isCleared) ? elements.filter(isCleared) : undefined;
}

/** The elements with `nullFieldList` in the place of those that null clears. */
export function replaceNulls(
  elements: readonly ElementPlan[],
  nulls: readonly ElementPlan[],
  nullFieldList: ElementPlan,
): readonly ElementPlan[] {
  const kept = elements.filter(
    (each) => !nulls.includes(each) && each !== nullFieldList,
  );
  return [...kept, nullFieldList].sort((a, b) => a.order - b.order);
}

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
