// Shows the main job on the WSDL that the project carries: generates a client, calls a local server through it, and
// prints what went over the wire. No network, no NetSuite account.

import { execFileSync } from "node:child_process";
import { createServer } from "node:http";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const out = join(root, ".demo/netsuite");

function heading(text) {
  const isTerminal = process.stdout.isTTY === true;
  console.log(isTerminal ? `\n\u001b[1m${text}\u001b[0m` : `\n${text}`);
}

heading("1. nsgen --wsdl sample/wsdl/netsuite.wsdl --out .demo/netsuite");
execFileSync(
  process.execPath,
  ["dist/nsgen.js", "--wsdl", "sample/wsdl/netsuite.wsdl", "--out", out],
  { cwd: root, stdio: "inherit" },
);

const { NetSuiteClient, NetSuiteFaultError, encodeEnvelope, schema } =
  await import(join(out, "index.js"));

let isShown = false;

/** Answers as NetSuite would: one customer, and a fault for everything else. Shows the first request. */
const server = createServer(async (request, response) => {
  let text = "";
  for await (const chunk of request) text += chunk;
  if (!isShown) console.log(indent(layOut(text)));
  isShown = true;
  const isFound = text.includes('internalId="42"');
  response.writeHead(isFound ? 200 : 500, { "content-type": "text/xml" });
  response.end(encodeEnvelope(schema, isFound ? customer : fault));
});

const customer = {
  body: {
    getResponse: {
      readResponse: {
        status: { isSuccess: true },
        record: {
          $type: "Customer",
          internalId: "42",
          companyName: "Acme",
          creditLimit: 1500.5,
          customFieldList: {
            customField: [
              {
                $type: "BooleanCustomFieldRef",
                scriptId: "custentity_vip",
                value: true,
              },
            ],
          },
        },
      },
    },
  },
};

const fault = {
  body: {
    Fault: {
      faultcode: "soapenv:Server.userException",
      faultstring: "Invalid login attempt.",
      detail: {
        invalidCredentialsFault: {
          code: "INVALID_LOGIN_CREDENTIALS",
          message: "Invalid login attempt.",
        },
      },
    },
  },
};

/** An element a line, children further in; text stays with its element. */
function layOut(xml) {
  let depth = 0;
  return xml
    .replace(/>(?=<)/g, ">\n")
    .split("\n")
    .map((line) => {
      if (line.startsWith("</")) depth -= 1;
      const shown = "  ".repeat(depth) + line;
      if (/^<[^/?]/.test(line) && !/<\/|\/>$/.test(line)) depth += 1;
      return shown;
    })
    .join("\n");
}

function indent(text) {
  return text.replace(/^/gm, "   ");
}

server.listen(0, "127.0.0.1");
await once(server, "listening");

const client = new NetSuiteClient({
  account: "1234567_SB1",
  consumerKey: "demo-consumer-key",
  consumerSecret: "demo-consumer-secret",
  tokenId: "demo-token-id",
  tokenSecret: "demo-token-secret",
  endpoint: `http://127.0.0.1:${server.address().port}`,
});

try {
  heading('2. client.records.customer.get("42") sends');
  const found = await client.records.customer.get("42");
  heading("3. and gives");
  console.dir(found, { depth: null });

  heading("4. A mistake is found before anything is sent");
  await client.records.customer
    .upsert({ externalId: "crm-7", companyNam: "Acme" })
    .catch((error) => console.log(indent(`${error.name}: ${error.message}`)));

  heading("5. A SOAP fault is a typed error");
  await client.records.customer.get("7").catch((error) => {
    if (!(error instanceof NetSuiteFaultError)) throw error;
    console.log(
      indent(`${error.name} ${error.netsuiteCode}: ${error.message}`),
    );
  });
} finally {
  await client.close();
  server.close();
}
heading("The generated package is in .demo/netsuite");
