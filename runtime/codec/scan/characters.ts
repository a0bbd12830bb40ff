/** Bytes that XML's syntax is made of. */
export const LT = 0x3c;
export const GT = 0x3e;
export const SLASH = 0x2f;
export const BANG = 0x21;
export const QUESTION = 0x3f;
export const AMP = 0x26;
export const HASH = 0x23;
export const EQUALS = 0x3d;
export const DASH = 0x2d;
export const COLON = 0x3a;
export const SEMICOLON = 0x3b;
export const CR = 0x0d;
export const LF = 0x0a;
export const OPEN_BRACKET = 0x5b;
export const CLOSE_BRACKET = 0x5d;

/** What a byte means in character data; the order counts: whatever is above {@link HIGH} ends a run of plain text. */
export const PLAIN = 0;
/** Part of a character beyond ASCII. */
export const HIGH = 1;
const STOP = 2;

/**
 * The class of each byte in character data. Bytes that end a run: `<`, `&`, CR (ends of lines are one LF), `>` (forbidden
 * in `]]>`), control characters, and EF, which begins U+FFFE and U+FFFF.
 */
export const TEXT_CLASS: Uint8Array = classify((byte) => {
  if (byte === 0xef || byte === LT || byte === GT || byte === AMP) return STOP;
  if (byte < 0x20) return byte === LF || byte === 0x09 ? PLAIN : STOP;
  return byte < 0x80 ? PLAIN : HIGH;
});

/** 1 for white space: space, tab, CR, LF. */
export const WHITE: Uint8Array = classify((byte) =>
  byte === 0x20 || byte === LF || byte === CR || byte === 0x09 ? 1 : 0,
);

/** 1 for what may follow an element's name in a start tag: white space, `>`, `/`. */
export const ENDS_NAME: Uint8Array = classify((byte) =>
  WHITE[byte] === 1 || byte === GT || byte === SLASH ? 1 : 0,
);

const ASCII_NAME = /[-.0-9:A-Z_a-z]/;

/** 1 for characters of names in ASCII, 2 for the bytes of others. */
export const NAME_CLASS: Uint8Array = classify((byte) => {
  if (byte >= 0x80) return 2;
  return ASCII_NAME.test(String.fromCharCode(byte)) ? 1 : 0;
});

function classify(of: (byte: number) => number): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, byte) => of(byte));
}

/** Whether bytes from `start` to `end` are these. */
export function isSame(
  raw: Uint8Array,
  bytes: Uint8Array,
  start: number,
  end: number,
): boolean {
  const { length } = raw;
  if (length !== end - start) return false;
  // Names that share a prefix differ at their end.
  for (let at = length - 1; at >= 0; at--)
    if (raw[at] !== bytes[start + at]) return false;
  return true;
}
