import { once } from "node:events";
import type { AddressInfo, Server } from "node:net";
import { onTestFinished } from "vitest";

/** Has a server listen on a free port of this machine until the test ends; gives the port. */
export async function listenOn(
  server: Server,
  host = "127.0.0.1",
): Promise<number> {
  await once(server.listen(0, host), "listening");
  onTestFinished(() => {
    server.close();
  });
  // A server that listens on a port, not on a pipe.
  return (server.address() as AddressInfo).port;
}
