import type { ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { encodeEnvelope, type NetSuiteSchema } from "../../runtime/index.js";
import type { Answered, FaultCode } from "./fate.js";

/** The fault element that belongs to each code. */
const FAULT_ELEMENTS: Readonly<
  Record<FaultCode | "WS_REQUEST_BLOCKED", string>
> = {
  WS_REQUEST_BLOCKED: "exceededConcurrentRequestLimitFault",
  SESSION_TIMED_OUT: "invalidSessionFault",
  ACCT_TEMP_UNAVAILABLE: "unexpectedErrorFault",
  UNEXPECTED_ERROR: "unexpectedErrorFault",
  USER_ERROR: "insufficientPermissionFault",
};

const PAGE =
  "<!DOCTYPE html><html><head><title>503</title></head><body><h1>Service Unavailable</h1></body></html>";

/** In which way a request is answered. */
export interface AnswerManner {
  readonly answered: Answered | "WS_REQUEST_BLOCKED";
  readonly isMislabelled: boolean;
  readonly isGzipped: boolean;
}

/**
 * Answers a request, or does what else was to happen to it.
 *
 * @param body what is answered where all goes well
 */
export function sendAnswer(
  response: ServerResponse,
  schema: NetSuiteSchema,
  body: Record<string, unknown>,
  { answered, isMislabelled, isGzipped }: AnswerManner,
): void {
  switch (answered) {
    case "silence":
      return;
    case "reset":
      response.destroy();
      return;
    case "html":
      response.writeHead(503, {
        "content-type": "text/html",
        ...(isMislabelled && { "retry-after": "1" }),
      });
      response.end(PAGE);
      return;
    case "rightly":
    case "truncated":
    case "cut":
      sendBody(
        response,
        Buffer.from(encodeEnvelope(schema, { body })),
        answered,
        isGzipped,
      );
      return;
    default:
      response.writeHead(500, { "content-type": "text/xml; charset=utf-8" });
      response.end(
        encodeEnvelope(schema, {
          body: { Fault: createFault(answered, isMislabelled) },
        }),
      );
  }
}

function sendBody(
  response: ServerResponse,
  text: Buffer,
  answered: "rightly" | "truncated" | "cut",
  isGzipped: boolean,
): void {
  const bytes = isGzipped ? gzipSync(text) : text;
  const half = bytes.subarray(0, bytes.length / 2);
  response.writeHead(200, {
    "content-type": "text/xml; charset=utf-8",
    ...(isGzipped && { "content-encoding": "gzip" }),
    "content-length": answered === "truncated" ? half.length : bytes.length,
  });
  if (answered === "cut")
    response.write(half, () => {
      response.destroy();
    });
  else response.end(answered === "truncated" ? half : bytes);
}

/** NetSuite was seen to put any code into invalidCredentialsFault. */
function createFault(
  code: FaultCode | "WS_REQUEST_BLOCKED",
  isMislabelled: boolean,
): object {
  const element = isMislabelled
    ? "invalidCredentialsFault"
    : FAULT_ELEMENTS[code];
  const message = `The soak says ${code}.`;
  return {
    faultcode: "soapenv:Server.userException",
    faultstring: message,
    detail: { [element]: { code, message } },
  };
}
