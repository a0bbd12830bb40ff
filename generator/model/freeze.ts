/** Freezes a plain value and all that it holds; gives the same value. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    // Half a million values: a list of each object's own would take as long again.
    if (Array.isArray(value)) for (const each of value) deepFreeze(each);
    else for (const key in value) deepFreeze(value[key]);
  }
  return value;
}
