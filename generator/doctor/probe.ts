import {
  decodeEnvelope,
  encodeEnvelope,
  NetSuiteError,
  type NetSuiteSchema,
} from "nsgen-runtime";
import { decodeContent } from "../../runtime/call/content.js";
import { createFaultError } from "../../runtime/call/fault.js";
import type { Destination } from "../../runtime/call/create-endpoint.js";
import { createHttpRefusal } from "../../runtime/call/http-refusal.js";
import { createTransport } from "../../runtime/call/transport.js";

/** What a service answered to a question that needs no login. */
export interface Probe {
  /** When it was asked and had answered, by this machine's clock. */
  readonly askedAt: number;
  readonly answeredAt: number;
  /** By the server's clock, from its Date header; null where there is none. */
  readonly serverTime: number | null;
  /** Null where no HTTP response came. */
  readonly httpStatus: number | null;
  /** The beginning of the answer as it came, for what cannot be decoded: that of another version's endpoint. */
  readonly text: string;
  /** The decoded response, or null where there is none: then `error` says why, or the version has no such operation. */
  readonly response: object | null;
  readonly error: NetSuiteError | null;
}

/** The one operation that NetSuite answers without a login, since 2012.2. */
export const UNSIGNED_OPERATION = "getDataCenterUrls";

const TIMEOUT_MS = 30_000;

/** A fault is shorter. */
const LOOKED_AT_BYTES = 16_384;

/** The question holds no secret, so neither does its answer. */
const showAll = (text: string): string => text;

/** Asks a service for the account's hosts, unsigned; where the schema has no operation for that, only whether anything is there. */
export async function askUnsigned(
  schema: NetSuiteSchema,
  { account, service }: Destination,
  now: () => number,
): Promise<Probe> {
  const operation = schema.operation(UNSIGNED_OPERATION);
  const transport = createTransport();
  const askedAt = now();
  let heard: Pick<Probe, "serverTime" | "httpStatus" | "text"> = {
    serverTime: null,
    httpStatus: null,
    text: "",
  };
  const end = (
    response: object | null,
    error: NetSuiteError | null,
  ): Probe => ({ askedAt, answeredAt: now(), ...heard, response, error });
  try {
    const body = operation
      ? encodeEnvelope(schema, {
          body: { [operation.input.element]: { account: account.passport } },
        })
      : null;
    const answer = await transport.send({
      method: body === null ? "GET" : "POST",
      url: service,
      headers: {
        accept: "text/xml",
        "accept-encoding": "gzip",
        ...(operation && {
          "content-type": "text/xml; charset=utf-8",
          soapaction: `"${operation.soapAction}"`,
        }),
      },
      body,
      signal: undefined,
      timeoutMs: TIMEOUT_MS,
    });
    const at = Date.parse(answer.headers["date"] ?? "");
    heard = {
      serverTime: Number.isNaN(at) ? null : at,
      httpStatus: answer.status,
      text: "",
    };
    if (!operation || answer.status === 404) return end(null, null);
    const bytes = await decodeContent(answer);
    heard = {
      ...heard,
      text: new TextDecoder().decode(bytes.subarray(0, LOOKED_AT_BYTES)),
    };
    const refusal = createHttpRefusal(service, answer, bytes, showAll);
    if (refusal) return end(null, refusal);
    const decoded = decodeEnvelope(schema, bytes).body;
    if (decoded["Fault"] !== undefined)
      return end(
        null,
        createFaultError(operation.name, decoded["Fault"], showAll),
      );
    const response = decoded[operation.output.element];
    return end(typeof response === "object" ? response : null, null);
  } catch (error) {
    if (!(error instanceof NetSuiteError)) throw error;
    return end(null, error);
  } finally {
    await transport.close();
  }
}
