import type { GenerateOptions } from "../../generator/generate.js";
import type { ClientOptions, NetSuiteSchema } from "../../runtime/index.js";
import { createEnvelopeValidator } from "../wire/xsd-validator.js";
import { generatePackage, type GeneratedClient } from "./generated-client.js";
import { createSoapText, type SoapText } from "./soap-text.js";
import {
  startSuiteTalkServer,
  type SuiteTalkServer,
} from "./suitetalk-server.js";
import { CREDENTIALS } from "./token-passport.js";

/** A generated package with a server of its version. */
export interface Connection {
  readonly schema: NetSuiteSchema;
  readonly server: SuiteTalkServer;
  readonly text: SoapText;
  /** Makes a client of the server. */
  createClient(options?: Partial<ClientOptions>): GeneratedClient;
  /** Closes clients and server, and removes the package. */
  close(): Promise<void>;
}

/** Generates a package from a WSDL and starts a server that holds requests to the XSDs of the same. */
export async function connect(
  wsdl: string,
  options: Partial<GenerateOptions> = {},
): Promise<Connection> {
  const validator = await createEnvelopeValidator(wsdl);
  const { package: generated, remove } = await generatePackage(wsdl, options);
  const { schema, NetSuiteClient } = generated;
  const server = await startSuiteTalkServer(schema.version, validator);
  const clients: GeneratedClient[] = [];
  return {
    schema,
    server,
    text: createSoapText(schema.version),
    createClient(given = {}) {
      const { endpoint } = server;
      const client = new NetSuiteClient({ ...CREDENTIALS, endpoint, ...given });
      clients.push(client);
      return client;
    },
    async close() {
      await Promise.all(clients.map((each) => each.close()));
      await server.close();
      validator.dispose();
      await remove();
    },
  };
}
