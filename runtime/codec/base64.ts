/** Whether a value is a Uint8Array, also one of another realm, such as that of a test runner. */
export function isBytes(value: unknown): value is Uint8Array {
  return Object.prototype.toString.call(value) === "[object Uint8Array]";
}

/** Decodes base64 text, which may hold white space; undefined where it is not base64. */
export function decodeBase64(text: string): Uint8Array | undefined {
  const packed = text.replace(/[ \t\r\n]+/g, "");
  if (packed.length % 4 !== 0 || /[^A-Za-z0-9+/=]/.test(packed)) {
    return undefined;
  }
  const padding = packed.indexOf("=");
  if (padding !== -1 && !/^={1,2}$/.test(packed.slice(padding))) {
    return undefined;
  }
  return new Uint8Array(Buffer.from(packed, "base64"));
}
