import { createTokenPassport } from "../auth/index.js";
import { decodeEnvelope, encodeEnvelope } from "../codec/index.js";
import type { OperationDescriptor } from "../codegen-v1/index.js";
import {
  NetSuiteDecodeError,
  NetSuiteError,
  type Attempt,
} from "../errors/index.js";
import { isObject } from "./check-options.js";
import { decodeContent, parseCharset } from "./content.js";
import type { CallEnvironment } from "./environment.js";
import { createFaultError } from "./fault.js";
import { createHttpRefusal } from "./http-refusal.js";
import { createRedact, redactError, type Redact } from "./redact.js";
import type { HttpResponse } from "./transport.js";
import { RUNTIME_VERSION } from "./version.js";

/** A call with all that its attempts have in common. */
export interface PreparedCall {
  readonly operation: OperationDescriptor;
  readonly request: object;
  /** The SOAP headers, all but the TokenPassport. */
  readonly headers: Readonly<Record<string, unknown>>;
  readonly isSigned: boolean;
  readonly signal: AbortSignal | undefined;
  readonly attemptTimeoutMs: number;
}

/** How an attempt ended. */
export interface AttemptResult {
  readonly attempt: Attempt;
  /** The HTTP headers of the response, or null where none came. */
  readonly headers: HttpResponse["headers"] | null;
  readonly nsId: string | null;
  readonly result:
    | { readonly kind: "value"; readonly value: unknown }
    | { readonly kind: "error"; readonly error: NetSuiteError };
}

/**
 * Makes one attempt: sign, encode, send, decode. What goes wrong once something may have been sent is a result, for a
 * later attempt to follow.
 *
 * @throws NetSuiteEncodeError, before anything is sent
 */
export async function makeAttempt(
  environment: CallEnvironment,
  call: PreparedCall,
): Promise<AttemptResult> {
  const { now, transport, url } = environment;
  const startedAt = now();
  const { message, redact } = encodeRequest(environment, call, startedAt);
  let response: HttpResponse | null = null;
  let nsId: string | null = null;
  const end = (result: AttemptResult["result"]): AttemptResult => ({
    attempt: {
      startedAt,
      durationMs: now() - startedAt,
      outcome: result.kind === "value" ? "ok" : result.error.message,
      httpStatus: response?.status ?? null,
    },
    headers: response?.headers ?? null,
    nsId,
    result,
  });
  try {
    response = await transport.send({
      url,
      headers: {
        "content-type": "text/xml; charset=utf-8",
        soapaction: `"${call.operation.soapAction}"`,
        "accept-encoding": "gzip",
        "user-agent": `nsgen-runtime/${RUNTIME_VERSION}`,
      },
      body: message,
      signal: call.signal,
      timeoutMs: call.attemptTimeoutMs,
    });
    const bytes = await decodeContent(response);
    const refusal = createHttpRefusal(url, response, bytes, redact);
    if (refusal) throw refusal;
    const charset = parseCharset(response.headers["content-type"]);
    const { header = {}, body } = decodeEnvelope(environment.schema, bytes, {
      ...(charset !== undefined && { charset }),
    });
    nsId = findNsId(header);
    return end({ kind: "value", value: readBody(call, body, redact) });
  } catch (error) {
    if (!(error instanceof NetSuiteError)) throw error;
    return end({ kind: "error", error: redactError(error, redact) });
  }
}

function encodeRequest(
  { schema, credentials, nonce }: CallEnvironment,
  { operation, request, headers, isSigned }: PreparedCall,
  startedAt: number,
): { message: string; redact: Redact } {
  const seconds = Math.floor(startedAt / 1000);
  const passport = createTokenPassport(credentials, nonce(), seconds);
  const { consumerKey, consumerSecret, tokenId, tokenSecret } = credentials;
  return {
    message: encodeEnvelope(schema, {
      header: {
        ...(isSigned && { tokenPassport: passport }),
        ...headers,
      },
      body: { [operation.input.element]: request },
    }),
    redact: createRedact([
      consumerKey,
      consumerSecret,
      tokenId,
      tokenSecret,
      passport.nonce,
      passport.signature.$value,
    ]),
  };
}

function findNsId(header: Record<string, unknown>): string | null {
  const info = header["documentInfo"];
  return isObject(info) && typeof info["nsId"] === "string"
    ? info["nsId"]
    : null;
}

/** The value of the response's element, or the fault as an error. */
function readBody(
  { operation }: PreparedCall,
  body: Record<string, unknown>,
  redact: Redact,
): unknown {
  if (body["Fault"] !== undefined)
    throw createFaultError(operation.name, body["Fault"], redact);
  const wanted = operation.output.element;
  if (Object.hasOwn(body, wanted)) return body[wanted];
  const found = Object.keys(body).map((each) => `<${each}>`);
  throw new NetSuiteDecodeError(
    `${operation.name} was answered with ${found.join(", ") || "an empty body"}, not with <${wanted}>. Check what answers at the endpoint.`,
  );
}
