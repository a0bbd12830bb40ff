import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import {
  decodeEnvelope,
  encodeEnvelope,
  type NetSuiteSchema,
} from "../../runtime/index.js";
import { createAccount, type Request } from "./account.js";

/** An account of its own for one example. */
export interface AccountServer {
  /** `http://127.0.0.1:port`. */
  readonly endpoint: string;
  readonly close: () => Promise<void>;
}

/** Starts a server on a free port that reads and answers messages by the schema, as of a fresh account. */
export async function startAccount(
  schema: NetSuiteSchema,
): Promise<AccountServer> {
  const answer = createAccount();
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", () => {
      const { header, body } = decodeEnvelope(schema, Buffer.concat(chunks));
      const [[operation, content] = ["", null]] = Object.entries(body);
      // A request of the client's holds what its schema declares.
      const request = { operation, header, content } as Request;
      const answered = answer(request);
      response.writeHead("Fault" in answered ? 500 : 200, {
        "content-type": "text/xml; charset=utf-8",
      });
      response.end(
        encodeEnvelope(schema, {
          header: { documentInfo: { nsId: "WEBSERVICES_1234567_SB1_1" } },
          body: answered,
        }),
      );
    });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  // A server that listens on a port, not on a pipe.
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
