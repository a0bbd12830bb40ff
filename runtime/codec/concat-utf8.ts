/** The most bytes that UTF-8 needs for a unit of text. */
const MOST = 3;

/** Longer pieces are measured before they are written. */
const LONG = 1 << 16;

/**
 * The UTF-8 bytes of pieces of text that hold no lone surrogates, one after the other. They are a Buffer, so that whoever
 * is given them, such as a matcher of undici's MockAgent, can look at them as at a text.
 */
export function concatUtf8(pieces: readonly string[]): Uint8Array {
  // Not of the pool that small Buffers share, since the bytes leave this package.
  const length = lengthOf(pieces, 0);
  let bytes = Buffer.allocUnsafeSlow(
    length + Math.min(LONG, (MOST - 1) * length),
  );
  let at = 0;
  pieces.forEach((piece, index) => {
    const most =
      piece.length < LONG ? MOST * piece.length : Buffer.byteLength(piece);
    if (most > bytes.length - at) {
      const larger = Buffer.allocUnsafeSlow(
        at + most + LONG + MOST * lengthOf(pieces, index + 1),
      );
      bytes.copy(larger, 0, 0, at);
      bytes = larger;
    }
    at += bytes.write(piece, at);
  });
  return bytes.subarray(0, at);
}

function lengthOf(pieces: readonly string[], from: number): number {
  let length = 0;
  for (let at = from; at < pieces.length; at++)
    length += pieces[at]?.length ?? 0;
  return length;
}
