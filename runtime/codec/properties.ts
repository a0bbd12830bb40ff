/** A value with properties to write. */
export type Properties = Readonly<Record<string, unknown>>;

/**
 * Whether a value is an object with properties of its own: a plain one or of an application's class, and not one whose
 * content is elsewhere, such as an array, a Date, a Map or a Promise.
 */
export function isProperties(value: unknown): value is Properties {
  if (typeof value !== "object" || value === null) return false;
  // Nearly all are plain, and asking for their tag takes many times longer.
  const prototype: unknown = Object.getPrototypeOf(value);
  return (
    prototype === Object.prototype ||
    Object.prototype.toString.call(value) === "[object Object]"
  );
}
