import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A server that answers `get` with one customer, and where it listens. */
export interface CustomerServer {
  readonly endpoint: string;
  /** The account of the last request's TokenPassport. */
  readonly account: () => string | undefined;
  readonly close: () => void;
}

function namespaceOf(name: string, group: string): string {
  return `urn:${name}_2022_1.${group}.webservices.netsuite.com`;
}

const RESPONSE = `<?xml version="1.0" encoding="UTF-8"?>
<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <soapenv:Header>
    <platformMsgs:documentInfo xmlns:platformMsgs="${namespaceOf("messages", "platform")}">
      <platformMsgs:nsId>WEBSERVICES_1234567</platformMsgs:nsId>
    </platformMsgs:documentInfo>
  </soapenv:Header>
  <soapenv:Body>
    <getResponse xmlns="${namespaceOf("messages", "platform")}">
      <readResponse>
        <platformCore:status isSuccess="true" xmlns:platformCore="${namespaceOf("core", "platform")}"/>
        <record internalId="42" xsi:type="listRel:Customer" xmlns:listRel="${namespaceOf("relationships", "lists")}">
          <listRel:companyName>Acme &amp; Sons</listRel:companyName>
        </record>
      </readResponse>
    </getResponse>
  </soapenv:Body>
</soapenv:Envelope>`;

/** Starts the server on a free port of this machine. */
export async function startCustomerServer(): Promise<CustomerServer> {
  let account: string | undefined;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const text = Buffer.concat(chunks).toString();
      account = /account>([^<]+)</.exec(text)?.[1];
      response.writeHead(text.includes('internalId="42"') ? 200 : 500, {
        "content-type": "text/xml; charset=utf-8",
      });
      response.end(RESPONSE);
    });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  // A server that listens on a port, not on a pipe.
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    account: () => account,
    close: () => server.close(),
  };
}
