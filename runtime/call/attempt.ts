import { decodeEnvelope, type PreparedEnvelope } from "../codec/index.js";
import type { OperationDescriptor } from "../codegen-v1/index.js";
import {
  NetSuiteDecodeError,
  NetSuiteError,
  type Attempt,
} from "../errors/index.js";
import type { CallSignal } from "../wait/index.js";
import { createRedact, redactError, type Redact } from "../redact/index.js";
import type { Access } from "./access.js";
import { isObject } from "./check-options.js";
import { decodeContent, parseCharset } from "./content.js";
import type { CallEnvironment } from "./environment.js";
import { createFaultError } from "./fault.js";
import { createHttpRefusal } from "./http-refusal.js";
import type { HttpResponse } from "./transport.js";
import { RUNTIME_VERSION } from "./version.js";

/** What all attempts of a call have in common. */
export interface SendableCall {
  readonly operation: OperationDescriptor;
  /** The envelope without the headers that say who calls. */
  readonly envelope: PreparedEnvelope;
  /** Finds the texts in the request that are secret. */
  readonly findSecrets: () => readonly string[];
  readonly isSigned: boolean;
  readonly signal: CallSignal | undefined;
  readonly attemptTimeoutMs: number;
}

type HttpHeaders = HttpResponse["headers"];

/** How an attempt ended. */
export interface AttemptResult {
  readonly attempt: Omit<Attempt, "waitedMs">;
  readonly nsId: string | null;
  /** How far the timestamp was from the server's clock, as far as that is known by now, in milliseconds. */
  readonly timestampErrorMs: number;
  readonly result:
    | {
        readonly kind: "value";
        readonly value: unknown;
        readonly headers: HttpHeaders;
      }
    | {
        readonly kind: "error";
        readonly error: NetSuiteError;
        /** Null where no response came. */
        readonly headers: HttpHeaders | null;
      };
}

/**
 * Makes one attempt: sign, send, decode. What goes wrong is a result, for a later attempt to follow.
 */
export async function makeAttempt(
  environment: CallEnvironment,
  call: SendableCall,
  { url, signer }: Access,
): Promise<AttemptResult> {
  const { log, now, nonce, serverClock, transport } = environment;
  const startedAt = now();
  const correctionMs = serverClock.correctionMs();
  const signed = signer.sign(
    nonce(),
    Math.floor((startedAt + correctionMs) / 1000),
  );
  const message = call.envelope.finish(call.isSigned ? signed.headers : {});
  const redact = createRedact(() => [...call.findSecrets(), ...signed.secrets]);
  const operation = call.operation.name;
  log.wire({
    operation,
    direction: "request",
    body: message,
    redact,
    charset: undefined,
  });
  let response: HttpResponse | null = null;
  let nsId: string | null = null;
  const end = (result: AttemptResult["result"]): AttemptResult => {
    const endedAt = now();
    const knownMs = serverClock.correctionMs();
    serverClock.learn(response?.headers["date"], startedAt, endedAt);
    log.clock(knownMs, serverClock.correctionMs());
    return {
      attempt: {
        url: url.href,
        startedAt,
        durationMs: endedAt - startedAt,
        outcome: result.kind === "value" ? "ok" : result.error.message,
        httpStatus: response?.status ?? null,
      },
      nsId,
      timestampErrorMs: serverClock.errorMs(correctionMs),
      result,
    };
  };
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
    const charset = parseCharset(response.headers["content-type"]);
    log.wire({
      operation,
      direction: "response",
      body: bytes,
      redact,
      charset,
    });
    const refusal = createHttpRefusal(url, response, bytes, redact);
    if (refusal) throw refusal;
    const { header = {}, body } = decodeEnvelope(environment.schema, bytes, {
      ...(charset !== undefined && { charset }),
    });
    nsId = findNsId(header);
    const value = readBody(call, body, redact);
    return end({ kind: "value", value, headers: response.headers });
  } catch (error) {
    if (!(error instanceof NetSuiteError)) throw error;
    return end({
      kind: "error",
      error: redactError(error, redact),
      headers: response?.headers ?? null,
    });
  }
}

function findNsId(header: Record<string, unknown>): string | null {
  const info = header["documentInfo"];
  return isObject(info) && typeof info["nsId"] === "string"
    ? info["nsId"]
    : null;
}

/** The value of the response's element, or the fault as an error. */
function readBody(
  { operation }: SendableCall,
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
