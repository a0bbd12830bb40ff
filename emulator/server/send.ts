import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { constants, gzip } from "node:zlib";
import type { Answer, EnvelopeAnswer } from "./answer.js";

const compress = promisify(gzip);

/** What fits into one packet is not worth it. */
const MIN_GZIP_BYTES = 1400;

const HTML =
  '<!DOCTYPE html>\n<html lang="en"><head><title>Service Unavailable</title></head><body><h1>Service Unavailable</h1><p>The account you are trying to access is currently unavailable while we undergo our regularly scheduled maintenance.</p></body></html>\n';

/** An answer as it goes out; null where none does. */
export type Packed = (response: ServerResponse) => void;

/** Makes the bytes of an answer, so that nothing is left to wait for when it is sent. */
export async function pack(
  answer: Answer,
  request: IncomingMessage,
): Promise<Packed> {
  switch (answer.kind) {
    case "reset":
      return (response) => {
        response.destroy();
      };
    case "silence":
      // The connection is the client's to end, or the server's when it closes.
      return () => {};
    case "html":
      return packBytes(answer.httpStatus, Buffer.from(HTML), {
        "content-type": "text/html; charset=utf-8",
      });
    case "text":
      return packBytes(answer.httpStatus, Buffer.from(answer.text), {
        ...answer.headers,
        "content-type": answer.contentType,
      });
    case "envelope":
      return packEnvelope(answer, acceptsGzip(request));
    default:
      return answer satisfies never;
  }
}

async function packEnvelope(
  { httpStatus, soapVersion, xml, sessionId, damage }: EnvelopeAnswer,
  mayCompress: boolean,
): Promise<Packed> {
  const plain = Buffer.from(xml);
  const isCompressed = mayCompress && plain.length >= MIN_GZIP_BYTES;
  const bytes = isCompressed
    ? await compress(plain, { level: constants.Z_BEST_SPEED })
    : plain;
  const type = soapVersion === "1.2" ? "application/soap+xml" : "text/xml";
  const headers: Record<string, string> = {
    "content-type": `${type}; charset=utf-8`,
    "set-cookie": `JSESSIONID=${sessionId}; Path=/; HttpOnly`,
    "x-n-operationid": randomUUID(),
    ...(isCompressed && { "content-encoding": "gzip" }),
    vary: "Accept-Encoding",
  };
  const half = bytes.subarray(0, bytes.length / 2);
  if (damage === "truncate") return packBytes(httpStatus, half, headers);
  if (damage === null) return packBytes(httpStatus, bytes, headers);
  return (response) => {
    response.writeHead(httpStatus, {
      ...headers,
      "content-length": bytes.length,
    });
    response.write(half, () => {
      response.destroy();
    });
  };
}

function packBytes(
  httpStatus: number,
  bytes: Uint8Array,
  headers: Readonly<Record<string, string>>,
): Packed {
  return (response) => {
    response.writeHead(httpStatus, {
      ...headers,
      "content-length": bytes.length,
    });
    response.end(bytes);
  };
}

/** Whether `gzip` is among the encodings that a request accepts, and not with a quality of nought. */
function acceptsGzip({ headers }: IncomingMessage): boolean {
  return /(?:^|,)\s*gzip\s*(?:;\s*q=(?!0(?:\.0*)?\s*(?:,|$))[^,]*)?(?:,|$)/i.test(
    headers["accept-encoding"] ?? "",
  );
}
