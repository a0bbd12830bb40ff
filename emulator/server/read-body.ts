import type { IncomingMessage } from "node:http";

/** Reads a request's body; null where it is longer than `limitBytes`, whose rest is read and dropped. */
export async function readBody(
  request: IncomingMessage,
  limitBytes: number,
): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    // A request without an encoding gives buffers.
    const piece = chunk as Buffer;
    bytes += piece.length;
    if (bytes <= limitBytes) chunks.push(piece);
  }
  return bytes > limitBytes ? null : Buffer.concat(chunks);
}
