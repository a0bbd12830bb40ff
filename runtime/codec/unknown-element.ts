/**
 * Something in a message that the schema does not declare, or that does not fit what it declares.
 *
 * `name` is `{uri}local`, or `local` without a namespace; `@…` for an attribute; `#text` for a run of text between
 * elements. `value` is the text where there is nothing else, or else the attributes, elements and texts in order. The
 * value of an attribute `@{http://www.w3.org/2001/XMLSchema-instance}type` is the type's `{uri}local`.
 */
export interface UnknownElement {
  readonly name: string;
  readonly value: string | UnknownElement[];
}

/** What a decoded value holds that the schema does not know, in document order; empty where there is none. */
export function unknownElements(value: object): readonly UnknownElement[] {
  const unknown: unknown = Object.hasOwn(value, "$unknown")
    ? Reflect.get(value, "$unknown")
    : undefined;
  // The decoder writes nothing else under $unknown, and the encoder checks each entry before it is written.
  return Array.isArray(unknown) ? (unknown as UnknownElement[]) : [];
}

/**
 * A copy of a decoded value without what the schema does not know, at any depth, so that it can be sent: operations
 * refuse `$unknown`. What is left out is not changed by an update, but for lines of sublists that are replaced whole.
 *
 * @example
 * const customer = await client.records.customer.get("42");
 * await client.records.customer.update(withoutUnknown({ ...customer, phone: null }));
 */
export function withoutUnknown<T>(value: T): T {
  // Each copy has the members of the original but `$unknown`, which no generated type declares.
  if (Array.isArray(value)) return value.map(withoutUnknown) as T;
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== "$unknown")
      .map(([name, each]) => [name, withoutUnknown(each)]),
  ) as T;
}

function isPlainObject(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** The name of an element or type: `{uri}local`, or `local` without a namespace. */
export function formatName(uri: string, local: string): string {
  return uri === "" ? local : `{${uri}}${local}`;
}

/** Takes a `{uri}local` or `local` apart. */
export function parseName(name: string): { uri: string; local: string } {
  const end = name.startsWith("{") ? name.lastIndexOf("}") : -1;
  return end < 0
    ? { uri: "", local: name }
    : { uri: name.slice(1, end), local: name.slice(end + 1) };
}
