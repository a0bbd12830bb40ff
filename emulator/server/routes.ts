import type { IncomingMessage } from "node:http";
import { SoapFault } from "../faults/soap-fault.js";
import { answerDataCenterLookup } from "../operations/account/data-center-urls.js";
import { json, plainText, type Answer } from "./answer.js";
import { answerControl, CONTROL_PATHS, CONTROL_PREFIX } from "./control.js";
import { encodeFault } from "./encode-answer.js";
import { versionInPath, type Endpoint } from "./endpoints.js";
import { answerRequest } from "./exchange.js";
import { soapVersionOf } from "./read-request.js";
import type { Service } from "./service.js";

/** Answers one HTTP request, whatever it is for. Never throws because of what is asked. */
export async function route(
  service: Service,
  incoming: IncomingMessage,
): Promise<Answer> {
  const origin = originOf(incoming);
  const address = `${origin}${incoming.url ?? "/"}`;
  if (!URL.canParse(address)) return plainText(400, "That is no URL.");
  const url = new URL(address);
  const path = url.pathname;
  if (path.startsWith(CONTROL_PREFIX))
    return answerControl(service, incoming, path);
  const version = versionInPath(path);
  if (version !== null) {
    const endpoint = service.endpoints.get(version);
    if (incoming.method === "POST")
      return endpoint
        ? answerService(service, endpoint, incoming, origin)
        : refuseVersion(service, incoming, version);
    if (endpoint && !/^\?wsdl\b/i.test(url.search))
      return plainText(
        405,
        `This is the SuiteTalk endpoint of version ${version}: POST SOAP requests here. Its WSDL is at ${origin}${path}?wsdl.`,
        { allow: "POST" },
      );
  }
  if (incoming.method !== "GET" && incoming.method !== "HEAD")
    return plainText(405, `${path} takes GET only.`, { allow: "GET, HEAD" });
  if (path === "/rest/datacenterurls")
    return json(200, answerDataCenterLookup(service.account, url));
  return findPage(service, path, origin) ?? refusePath(service, path, origin);
}

async function answerService(
  service: Service,
  endpoint: Endpoint,
  incoming: IncomingMessage,
  origin: string,
): Promise<Answer> {
  const encoding = incoming.headers["content-encoding"] ?? "identity";
  return encoding === "identity"
    ? answerRequest(service, endpoint, incoming, origin)
    : plainText(415, `Requests in ${encoding} are not read: send plain XML.`);
}

function findPage(
  { endpoints }: Service,
  path: string,
  origin: string,
): Answer | null {
  for (const { pages } of endpoints.values()) {
    const text = pages(path, origin);
    if (text !== null)
      return {
        kind: "text",
        httpStatus: 200,
        contentType: "text/xml; charset=utf-8",
        text,
      };
  }
  return null;
}

/** As Axis says it of a service that there is not. */
function refuseVersion(
  { endpoints }: Service,
  incoming: IncomingMessage,
  version: string,
): Answer {
  const served = [...endpoints.keys()].sort();
  const fault = new SoapFault(
    null,
    null,
    `The AXIS engine could not find a target service to invoke! targetService is NetSuitePort_${version} [this emulator serves ${served.join(", ")}]`,
    { faultcode: "soapenv:Server.NoService" },
  );
  const [endpoint] = endpoints.values();
  const soapVersion = soapVersionOf(incoming.headers);
  return {
    kind: "envelope",
    httpStatus: fault.httpStatus,
    soapVersion,
    // There is one endpoint at least, and an untyped fault is the same in all.
    xml: endpoint
      ? encodeFault({ schema: endpoint.schema, soapVersion, nsId: null }, fault)
      : "",
    sessionId: "",
    damage: null,
  };
}

function refusePath(
  { endpoints }: Service,
  path: string,
  origin: string,
): Answer {
  const services = [...endpoints.keys()]
    .sort()
    .flatMap((version) => [
      `POST ${origin}/services/NetSuitePort_${version}: SOAP requests`,
      `GET ${origin}/wsdl/v${version}_0/netsuite.wsdl: the WSDL`,
    ]);
  return plainText(
    404,
    [
      `There is no ${path}. There is:`,
      ...services,
      "GET /rest/datacenterurls?account=…: the hosts of an account",
      ...CONTROL_PATHS,
    ].join("\n"),
  );
}

const HOST = /^(?:[A-Za-z0-9._-]+|\[[0-9a-fA-F:.]+\])(?::\d{1,5})?$/;

/** Where the caller reached the server: what URLs in answers begin with. */
function originOf({ headers, socket }: IncomingMessage): string {
  const { host = "" } = headers;
  return HOST.test(host)
    ? `http://${host}`
    : `http://127.0.0.1:${socket.localPort ?? 0}`;
}
