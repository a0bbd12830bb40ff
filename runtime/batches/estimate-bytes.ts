/** Bytes of an element's tags beside its name, with a prefix and now and then an `xsi:type`. */
const TAGS = 64;

/**
 * About how many bytes an input takes in a request; more rather than less. It walks the value instead of encoding it,
 * which is done once, when its list is sent.
 */
export function estimateBytes(value: unknown): number {
  if (typeof value === "string") {
    const escapes = value.match(/[&<>"'\r\n\t]/g)?.length ?? 0;
    return Buffer.byteLength(value) + 5 * escapes;
  }
  if (value instanceof Uint8Array) return Math.ceil(value.length / 3) * 4;
  if (Array.isArray(value))
    return value.reduce<number>(
      (sum, each) => sum + TAGS + estimateBytes(each),
      0,
    );
  if (typeof value === "object" && value !== null)
    return Object.entries(value).reduce(
      (sum, [name, each]) => sum + TAGS + 2 * name.length + estimateBytes(each),
      0,
    );
  return 24;
}
