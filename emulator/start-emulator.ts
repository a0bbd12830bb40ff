import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { NetSuiteSchema } from "nsgen-runtime/codegen-v1";
import { createAccount } from "./account/create-account.js";
import type { Seed } from "./seed/seed.js";
import { createEndpoints, versionInPath } from "./server/endpoints.js";
import { answerRequest } from "./server/exchange.js";
import { readBody } from "./server/read-body.js";
import { createMemoryState } from "./state/memory-state.js";

/** How an emulator is started. */
export interface EmulatorOptions {
  /** The `schema` of a generated package; several for several endpoint versions at once. */
  readonly schema: NetSuiteSchema | readonly NetSuiteSchema[];
  /** Default 0: any free port. */
  readonly port?: number;
  /** Default `127.0.0.1`. */
  readonly host?: string;
  /** What the account begins with. */
  readonly seed?: Seed;
}

/** What a client needs to call an emulator: options of `new NetSuiteClient`. */
export interface EmulatorConnection {
  readonly account: string;
  readonly consumerKey: string;
  readonly consumerSecret: string;
  readonly tokenId: string;
  readonly tokenSecret: string;
  /** `http://127.0.0.1:port`. */
  readonly endpoint: string;
}

/** An emulator that was started. */
export interface Emulator {
  /** `new NetSuiteClient(emulator.connection)`. */
  readonly connection: EmulatorConnection;
  /** Ends it; requests under way are cut off. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Starts a SuiteTalk endpoint of one account on this machine.
 *
 * @example
 * const emulator = await startEmulator({ schema });
 * const client = new NetSuiteClient(emulator.connection);
 */
export async function startEmulator(
  options: EmulatorOptions,
): Promise<Emulator> {
  const { schema, port = 0, host = "127.0.0.1" } = options;
  // Array.isArray does not narrow a readonly array.
  const schemas = (
    Array.isArray(schema) ? schema : [schema]
  ) as readonly NetSuiteSchema[];
  const endpoints = createEndpoints(schemas);
  const state = createMemoryState();
  const account = createAccount({
    id: "TSTDRV1234567",
    state,
    ...(options.seed && { seed: options.seed }),
  });
  let requests = 0;
  const server = createServer((request, response) => {
    void (async () => {
      const path = new URL(request.url ?? "/", "http://localhost").pathname;
      const version = versionInPath(path);
      const endpoint = version === null ? undefined : endpoints.get(version);
      const body = await readBody(request, 100 * 1024 * 1024);
      if (!endpoint || !body) {
        response.writeHead(404).end();
        return;
      }
      const nsId = `WEBSERVICES_${account.id}_${++requests}`;
      const { httpStatus, xml } = await answerRequest(
        endpoint,
        account,
        body,
        nsId,
      );
      response.writeHead(httpStatus, {
        "content-type": "text/xml; charset=utf-8",
      });
      response.end(xml);
    })();
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  // A TCP server has no other address.
  const address = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
    await state.close();
  };
  return {
    connection: {
      account: account.id,
      consumerKey: "emulator-consumer-key",
      consumerSecret: "emulator-consumer-secret",
      tokenId: "emulator-token-id",
      tokenSecret: "emulator-token-secret",
      endpoint: `http://${host}:${address.port}`,
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
