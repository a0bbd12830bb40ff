/** A value of a complexType, or the elements of a header or body: as the codec decodes them. */
export type Properties = Readonly<Record<string, unknown>>;

/** Whether a decoded value is that of a complexType. */
export function isProperties(value: unknown): value is Properties {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Uint8Array)
  );
}

/** The values of complexTypes in an array of them; empty for anything else. */
export function asList(value: unknown): readonly Properties[] {
  return Array.isArray(value) ? value.filter(isProperties) : [];
}

/** A property that is a value of a complexType, or undefined. */
export function propertiesIn(
  value: Properties | undefined,
  name: string,
): Properties | undefined {
  const found = value?.[name];
  return isProperties(found) ? found : undefined;
}

/** A property that is a text, or undefined. */
export function textIn(
  value: Properties | undefined,
  name: string,
): string | undefined {
  const found = value?.[name];
  return typeof found === "string" ? found : undefined;
}

/** A property that is a number, or undefined; a `bigint` counts as its number. */
export function numberIn(
  value: Properties | undefined,
  name: string,
): number | undefined {
  const found = value?.[name];
  if (typeof found === "bigint") return Number(found);
  return typeof found === "number" ? found : undefined;
}
