import { NetSuiteDecodeError } from "../errors/index.js";
import type { HttpResponse } from "./transport.js";

/**
 * Takes the content-encoding off a response's body. There is no limit on its size: one record may hold a whole file.
 *
 * @throws NetSuiteDecodeError for broken gzip, and for an encoding that was not asked for
 */
export async function decodeContent(
  response: HttpResponse,
): Promise<Uint8Array> {
  const encoding = response.headers["content-encoding"]?.trim().toLowerCase();
  if (!encoding || encoding === "identity") return response.body;
  if (encoding !== "gzip" && encoding !== "x-gzip")
    throw new NetSuiteDecodeError(
      `The response has the content-encoding ${JSON.stringify(encoding)}, and only gzip was asked for. Check the proxy between this machine and NetSuite.`,
    );
  try {
    // Loaded for the first response that needs it, not with every client.
    const { gunzip } = process.getBuiltinModule("node:zlib");
    const { promisify } = process.getBuiltinModule("node:util");
    return await promisify(gunzip)(response.body);
  } catch (cause) {
    throw new NetSuiteDecodeError(
      `The response's gzip data is broken: ${cause instanceof Error ? cause.message : String(cause)}.`,
      { cause, retryable: isCut(cause) },
    );
  }
}

function isCut(cause: unknown): boolean {
  return (
    cause instanceof Error && "code" in cause && cause.code === "Z_BUF_ERROR"
  );
}

/** The charset that a content-type names, or undefined. */
export function parseCharset(
  contentType: string | undefined,
): string | undefined {
  return /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(contentType ?? "")?.[1];
}
