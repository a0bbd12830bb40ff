const UNRESERVED = /^[A-Za-z0-9._~-]$/;

/** A text as RFC 5849, section 3.6, encodes it: UTF-8, all bytes escaped but those of letters, digits and `-._~`. */
export function percentEncode(text: string): string {
  let encoded = "";
  for (const byte of Buffer.from(text)) {
    const character = String.fromCharCode(byte);
    encoded += UNRESERVED.test(character)
      ? character
      : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  }
  return encoded;
}
