/** Decimal digits that a double holds exactly, whatever they are. */
const EXACT_DIGITS = 15;

/** Powers of ten: each is exact, so that the quotient of two exact numbers is the double nearest to the decimal. */
const POWERS = Array.from(
  { length: EXACT_DIGITS + 1 },
  (_, power) => 10 ** power,
);

const ZERO = 0x30;
const MINUS = 0x2d;
const POINT = 0x2e;

/**
 * Reads a number of up to 15 digits from its bytes: `-12`, and where fractions are taken also `12.50`. Undefined for any
 * other form, which may be a number too.
 */
export function scanNumber(
  bytes: Uint8Array,
  start: number,
  end: number,
  takesFraction: boolean,
): number | undefined {
  const isNegative = bytes[start] === MINUS;
  const first = isNegative ? start + 1 : start;
  let value = 0;
  let point = -1;
  for (let at = first; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === POINT && point < 0 && takesFraction) point = at;
    else {
      const digit = byte - ZERO;
      if (digit < 0 || digit > 9) return undefined;
      value = value * 10 + digit;
    }
  }
  const digits = end - first - (point < 0 ? 0 : 1);
  if (digits === 0 || digits > EXACT_DIGITS) return undefined;
  const power = point < 0 ? 0 : end - 1 - point;
  // The power is less than the number of digits.
  if (power > 0) value /= POWERS[power] as number;
  if (!isNegative) return value;
  // An integer has no -0.
  return value === 0 && !takesFraction ? 0 : -value;
}
