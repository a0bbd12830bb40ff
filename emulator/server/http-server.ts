import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { plainText } from "./answer.js";
import { route } from "./routes.js";
import { pack } from "./send.js";
import type { Service } from "./service.js";

/** How long a connection is kept that nobody uses. Longer than clients keep theirs, so that theirs is not cut off. */
const KEEP_ALIVE_MS = 65_000;

/** A server that listens. */
export interface HttpServer {
  readonly port: number;
  /** Ends it; requests under way are cut off. */
  close(): Promise<void>;
}

/**
 * Serves over HTTP.
 *
 * @throws Error where the port cannot be had
 */
export async function listen(
  service: Service,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<HttpServer> {
  const server = createServer(
    { keepAliveTimeout: KEEP_ALIVE_MS },
    (request, response) => {
      void handle(service, request, response);
    },
  );
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  // A TCP server has no other address.
  const address = server.address() as AddressInfo;
  return { port: address.port, close: () => close(server) };
}

async function handle(
  service: Service,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const isService = request.url?.startsWith("/services/") ?? false;
  const end = isService ? service.inFlight.begin(response) : () => {};
  // A client that has gone is of no interest.
  request.on("error", () => {});
  response.on("error", () => {});
  try {
    // Clients correct their clock by it, and timestamps are held against the account's.
    response.setHeader("date", service.account.now().toUTCString());
    const answer = await route(service, request);
    const send = await pack(answer, request);
    if (answer.kind !== "silence") end();
    // What was not read of the request would be taken for the next one.
    if (!request.complete) request.resume();
    send(response);
  } catch (error) {
    end();
    if (request.destroyed && !request.complete) return;
    service.onError(error, "none");
    const send = await pack(
      plainText(500, "The emulator failed; its log says why."),
      request,
    );
    if (response.headersSent) response.destroy();
    else send(response);
  }
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}
