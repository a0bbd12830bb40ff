import type { ElementPart } from "./encode-layout.js";
import { isProperties, type Properties } from "./properties.js";

/** The elements that null clears. */
export function findNulls(
  elements: readonly ElementPart[],
  values: readonly unknown[],
): readonly ElementPart[] {
  return elements.filter(
    ({ key, place }) => values[place] === null && key !== NULL_FIELD_LIST,
  );
}

/** A record without the fields that null clears, and with a `nullFieldList` that names them after those that it has. */
export function replaceNulls(
  record: Properties,
  nulls: readonly ElementPart[],
): Properties {
  const given = Object.hasOwn(record, NULL_FIELD_LIST)
    ? record[NULL_FIELD_LIST]
    : undefined;
  const kept: Record<string, unknown> = { ...record };
  for (const { key } of nulls) kept[key] = undefined;
  // What is no object is left for the encoder to refuse.
  if (given === undefined || isProperties(given))
    kept[NULL_FIELD_LIST] = mergeNulls(
      given,
      nulls.map(({ element }) => element.name),
    );
  return kept;
}

function mergeNulls(
  given: Properties | undefined,
  cleared: readonly string[],
): Properties {
  const named: unknown = given?.["name"];
  // A `name` that is no array is left for the encoder to refuse.
  if (named !== undefined && !Array.isArray(named)) return { ...given };
  const names: unknown[] = named ?? [];
  return { ...given, name: [...new Set([...names, ...cleared])] };
}

const NULL_FIELD_LIST = "nullFieldList";
