/**
 * Parses a `Retry-After` header (RFC 9110, section 10.2.3): seconds or an HTTP date.
 *
 * @param now by the server's clock, in milliseconds since 1970
 * @returns milliseconds from now, or null where there is no such header or it says nothing
 */
export function parseRetryAfter(
  value: string | undefined,
  now: number,
): number | null {
  const text = value?.trim() ?? "";
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  if (!/^[A-Z][a-z]+,? /.test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
