import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import {
  decodeEnvelope,
  encodeEnvelope,
  type ClientOptions,
  type NetSuiteError,
  type RecordMethods,
  type RecordFinder,
  type RecordTransformer,
  type RowSearches,
  type AsyncJobs,
} from "../../../runtime/index.js";
import { CREDENTIALS } from "../token-passport.js";
import type { GeneratedPackage } from "../generated-client.js";

/** A request as the account sees it. */
export interface Request {
  readonly operation: string;
  readonly header: Readonly<Record<string, unknown>>;
  /** The value of the operation's input element. */
  readonly body: Body;
}

/** What the tests read of requests. */
export interface Body {
  readonly [name: string]: unknown;
  readonly record?: readonly Readonly<Record<string, unknown>>[];
  readonly baseRef?: readonly Readonly<Record<string, unknown>>[];
  readonly pageIndex?: number;
}

/** The value of a response's body element, a fault, a status for nobody, or no answer but a broken connection. */
export type Answer =
  | { readonly value: object }
  | { readonly fault: string; readonly code: string }
  | "reset";

/** A record as tests write and read it; what its type is, the type tests check. */
export interface AnyRecord {
  $type?: string;
  internalId?: string;
  externalId?: string;
  [name: string]: unknown;
}

type AnyMethods = RecordMethods<AnyRecord, AnyRecord, AnyRecord, object> &
  RecordFinder<AnyRecord, AnyRecord, object> &
  RecordTransformer<AnyRecord, AnyRecord, AnyRecord, object>;

/** The facades of a client, without the types of its schema. */
export interface AnyClient {
  readonly records: Readonly<Record<string, AnyMethods>>;
  readonly searches: Readonly<
    Record<
      string,
      RowSearches<AnyRecord, AnyRecord, AnyRecord, AnyRecord, object>
    >
  >;
  readonly jobs: AsyncJobs<
    Record<string, { request: object; result: AnyRecord }>,
    object
  >;
  close(): Promise<void>;
}

/**
 * Starts a server that answers as told, and makes a client of it that sends everything once. Both end with the test.
 */
export async function openAccount(
  { schema, NetSuiteClient }: GeneratedPackage,
  answer: (request: Request) => Answer | Promise<Answer>,
  options: Partial<ClientOptions> = {},
): Promise<{ readonly client: AnyClient; readonly requests: Request[] }> {
  const requests: Request[] = [];
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", () => {
      const { header = {}, body } = decodeEnvelope(
        schema,
        Buffer.concat(chunks),
      );
      const [[operation, content] = ["", null]] = Object.entries(body);
      // A request of the client holds what its schema declares.
      const request = { operation, header, body: content as Body };
      requests.push(request);
      void Promise.resolve(answer(request)).then((answered) => {
        if (answered === "reset") {
          incoming.socket.destroy();
          return;
        }
        const isFault = "fault" in answered;
        response.writeHead(isFault ? 500 : 200, { "content-type": "text/xml" });
        response.end(
          encodeEnvelope(schema, {
            header: {},
            body: isFault
              ? createFault(answered)
              : { [`${operation}Response`]: answered.value },
          }),
        );
      });
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  // A TCP server has no other address.
  const { port } = server.address() as AddressInfo;
  const client = new NetSuiteClient({
    ...CREDENTIALS,
    endpoint: `http://127.0.0.1:${String(port)}`,
    maxRetries: 0,
    ...options,
    // What is said here of its members is less than what the type tests check.
  }) as unknown as AnyClient;
  onTestFinished(async () => {
    server.closeAllConnections();
    await client.close();
    server.close();
  });
  return { client, requests };
}

function createFault({
  fault,
  code,
}: {
  readonly fault: string;
  readonly code: string;
}): Record<string, unknown> {
  const message = `${code} happened.`;
  return {
    Fault: {
      faultcode: "soapenv:Server.userException",
      faultstring: message,
      detail: { [fault]: { code, message } },
    },
  };
}

export const done = { isSuccess: true };

/** A status that is not success. */
export function refusal(code: string, message: string, more = {}): object {
  return {
    isSuccess: false,
    statusDetail: [{ type: "ERROR", code, message, ...more }],
  };
}

/** The error of a promise that must fail. */
export async function failure(
  promise: Promise<unknown>,
): Promise<NetSuiteError> {
  const error: unknown = await promise.then(
    () => new Error("it did not fail"),
    (reason: unknown) => reason,
  );
  // The assertions that follow show it where it is another error.
  return error as NetSuiteError;
}

/** All that an iterable yields. */
export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
