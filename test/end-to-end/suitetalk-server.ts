import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { XMLParser } from "fast-xml-parser";
import type { EnvelopeValidator } from "../wire/xsd-validator.js";
import { findPassportProblems } from "./token-passport.js";

/** A request as the server read it. Names have no prefixes, attributes begin with `@`. */
export interface SoapRequest {
  readonly operation: string;
  readonly header: Readonly<Record<string, unknown>>;
  /** The content of the operation's element. */
  readonly content: unknown;
  readonly xml: string;
}

/** A response: XML in the body of an envelope, or bytes as they are to be sent. */
export interface SoapAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** A server that was started. */
export interface SuiteTalkServer {
  /** `http://127.0.0.1:port`. */
  readonly endpoint: string;
  /** Every request so far. */
  readonly requests: SoapRequest[];
  /** The problems of each request that was refused. */
  readonly refusals: string[][];
  /** Says what is answered from now on. */
  answer: (request: SoapRequest) => SoapAnswer;
  close(): Promise<void>;
}

const parser = new XMLParser({
  removeNSPrefix: true,
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  // Without it character references stay as they are.
  htmlEntities: true,
});

/**
 * Starts a server of one endpoint version on a free port. What NetSuite would not take, of HTTP, SOAP, passport or XML
 * Schema, is answered with HTTP 400 and the list of problems, so that the call fails.
 */
export async function startSuiteTalkServer(
  version: string,
  validator: EnvelopeValidator,
): Promise<SuiteTalkServer> {
  const nonces = new Set<string>();
  const handle = (incoming: IncomingMessage, xml: string): SoapAnswer => {
    const request = readRequest(xml);
    suiteTalk.requests.push(request);
    const problems = [
      ...findHttpProblems(incoming, version, request.operation),
      ...findHeaderProblems(request, nonces),
      ...validator.validate(xml),
    ];
    if (problems.length === 0) return suiteTalk.answer(request);
    suiteTalk.refusals.push(problems);
    return { status: 400, body: problems.join("\n") };
  };
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", () => {
      const xml = Buffer.concat(chunks).toString();
      send(response, handle(incoming, xml));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  // A TCP server has no other address.
  const { port } = server.address() as AddressInfo;
  const suiteTalk: SuiteTalkServer = {
    endpoint: `http://127.0.0.1:${port}`,
    requests: [],
    refusals: [],
    answer: () => ({ status: 400, body: "The test gives no answer." }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
  return suiteTalk;
}

function send(
  response: ServerResponse,
  { status = 200, headers, body }: SoapAnswer,
): void {
  response.writeHead(status, {
    "content-type": "text/xml; charset=utf-8",
    "set-cookie": "JSESSIONID=1",
    ...headers,
  });
  response.end(body);
}

function readRequest(xml: string): SoapRequest {
  // The parser gives an object for any text; what it has not is undefined below.
  const document = parser.parse(xml) as {
    Envelope?: {
      Header?: Record<string, unknown>;
      Body?: Record<string, unknown>;
    };
  };
  const { Header = {}, Body = {} } = document.Envelope ?? {};
  const [operation = "", ...others] = Object.keys(Body);
  if (others.length > 0) throw new Error(`Two bodies: ${others.join()}`);
  return { operation, header: Header, content: Body[operation], xml };
}

function findHttpProblems(
  { method, url, headers }: IncomingMessage,
  version: string,
  operation: string,
): string[] {
  const wanted: Record<string, string | undefined> = {
    method: "POST",
    url: `/services/NetSuitePort_${version}`,
    "content-type": "text/xml; charset=utf-8",
    soapaction: `"${operation}"`,
    "accept-encoding": "gzip",
    cookie: undefined,
    authorization: undefined,
  };
  const found: Record<string, unknown> = { ...headers, method, url };
  return Object.keys(wanted)
    .filter((name) => found[name] !== wanted[name])
    .map((name) => `${name} is ${String(found[name])}`);
}

function findHeaderProblems(
  { header }: SoapRequest,
  nonces: Set<string>,
): string[] {
  const passport = header["tokenPassport"];
  if (typeof passport !== "object" || passport === null)
    return ["There is no tokenPassport."];
  if (Array.isArray(passport)) return ["There are several tokenPassports."];
  const others = ["passport", "applicationInfo"].filter((name) =>
    Object.hasOwn(header, name),
  );
  return [
    ...others.map((name) => `There is a ${name} beside the tokenPassport.`),
    ...findPassportProblems(passport, nonces),
  ];
}
