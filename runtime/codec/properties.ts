/** A value with properties to write. */
export type Properties = Readonly<Record<string, unknown>>;

/**
 * Whether a value is an object with properties of its own: a plain one or of an application's class, and not one whose
 * content is elsewhere, such as an array, a Date, a Map or a Promise.
 */
export function isProperties(value: unknown): value is Properties {
  return Object.prototype.toString.call(value) === "[object Object]";
}
