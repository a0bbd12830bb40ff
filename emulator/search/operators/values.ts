import { toDate } from "nsgen-runtime";
import { isProperties, textIn } from "../../schema/properties.js";

/** What a field holds as a list: an empty text is none, a list of references each of them. */
export function valuesOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null || value === "") return [];
  if (Array.isArray(value)) return value.flatMap(valuesOf);
  if (!isProperties(value)) return [value];
  const [only, ...others] = Object.keys(value).filter(
    (name) => name !== "$type",
  );
  const list = only === undefined ? undefined : value[only];
  return others.length === 0 && Array.isArray(list)
    ? list.flatMap(valuesOf)
    : [value];
}

/** A value as text: that of a reference is its name, or else its id. */
export function textOf(value: unknown): string {
  if (isProperties(value))
    return textIn(value, "name") ?? textIn(value, "internalId") ?? "";
  return String(value);
}

/** A value as a number, or null where it is none. */
export function numberOf(value: unknown): number | null {
  const number = isProperties(value) ? NaN : Number(value);
  return Number.isNaN(number) ? null : number;
}

/** A dateTime as an instant in milliseconds, or null where it is none. */
export function instantOf(value: unknown): number | null {
  if (typeof value !== "string") return null;
  try {
    return toDate(value).getTime();
  } catch {
    return null;
  }
}
