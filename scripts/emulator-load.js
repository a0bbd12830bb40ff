// Prints how many signed `get` requests a second the emulator answers, and how many a bare node:http server does that
// only sends the request back: the floor, measured in the same run. `npm run build` comes first. Requests are signed
// and encoded before the clock starts, so that what is measured is the server; it runs in a process of its own, as
// rivals' do.

import { Buffer } from "node:buffer";
import { fork } from "node:child_process";
import { createHmac, randomBytes } from "node:crypto";
import { Agent, createServer, request } from "node:http";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";

const CONNECTIONS = 5;
const REQUESTS = Number(process.env.NSGEN_LOAD_REQUESTS ?? 5000);
const PATH = "/services/NetSuitePort_2025_2";

if (process.argv[2] === "emulator") await serveEmulator();
else if (process.argv[2] === "echo") serveEcho();
else await measure();

async function serveEmulator() {
  const { startEmulator } = await import("../emulator/dist/index.js");
  const { schema } = await import("../generated/netsuite-2025-2/index.js");
  const emulator = await startEmulator({ schema });
  emulator.records.add({
    $type: "Customer",
    companyName: "Acme & Sons",
    email: "info@acme.example",
    phone: "555-0100",
    comments: "As large as records commonly are. ".repeat(10),
    addressbookList: {
      addressbook: [1, 2, 3].map((each) => ({ label: `Address ${each}` })),
    },
  });
  const [{ internalId }] = emulator.records.list("customer");
  process.send({ ...emulator.connection, internalId });
}

function serveEcho() {
  const server = createServer((incoming, response) => {
    const chunks = [];
    incoming.on("data", (chunk) => chunks.push(chunk));
    incoming.on("end", () => response.end(Buffer.concat(chunks)));
  });
  server.listen(0, "127.0.0.1", () => {
    process.send({ endpoint: `http://127.0.0.1:${server.address().port}` });
  });
}

async function measure() {
  const emulator = await start("emulator");
  const echo = await start("echo");
  const bodies = Array.from({ length: REQUESTS }, () =>
    createGet(emulator.connection),
  );
  // Code is compiled by what is sent first.
  await send(
    emulator.connection.endpoint,
    Array.from({ length: 1000 }, () => createGet(emulator.connection)),
  );
  const own = await send(emulator.connection.endpoint, bodies);
  await send(echo.connection.endpoint, bodies.slice(0, 1000));
  const floor = await send(echo.connection.endpoint, bodies);
  console.log(`emulator   ${own.toFixed(0)} get/s`);
  console.log(`bare echo  ${floor.toFixed(0)} requests/s`);
  console.log(`ratio      ${(own / floor).toFixed(2)}`);
  emulator.child.kill();
  echo.child.kill();
}

async function start(kind) {
  const child = fork(fileURLToPath(import.meta.url), [kind]);
  const connection = await new Promise((resolve, reject) => {
    child.once("message", resolve);
    child.once("exit", () => reject(new Error(`The ${kind} did not start.`)));
  });
  return { child, connection };
}

/** Sends all bodies over a few connections that are kept, and gives how many were answered in a second. */
async function send(endpoint, bodies) {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const waiting = bodies.values();
  const startedMs = performance.now();
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      for (const body of waiting) await post(agent, endpoint, body);
    }),
  );
  const seconds = (performance.now() - startedMs) / 1000;
  agent.destroy();
  return bodies.length / seconds;
}

function post(agent, endpoint, body) {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      `${endpoint}${PATH}`,
      {
        agent,
        method: "POST",
        headers: {
          "content-type": "text/xml; charset=utf-8",
          "content-length": Buffer.byteLength(body),
          soapaction: '"get"',
        },
      },
      (response) => {
        response.resume();
        response.on("end", () => {
          if (response.statusCode === 200) resolve();
          else reject(new Error(`HTTP ${response.statusCode}`));
        });
      },
    );
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

function createGet(connection) {
  const { account, consumerKey, consumerSecret, tokenId, tokenSecret } =
    connection;
  const nonce = randomBytes(16).toString("hex");
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac("sha256", `${consumerSecret}&${tokenSecret}`)
    .update([account, consumerKey, tokenId, nonce, timestamp].join("&"))
    .digest("base64");
  const uri = (name) => `urn:${name}_2025_2.platform.webservices.netsuite.com`;
  return `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:m="${uri("messages")}" xmlns:c="${uri("core")}"><soapenv:Header><m:tokenPassport><c:account>${account}</c:account><c:consumerKey>${consumerKey}</c:consumerKey><c:token>${tokenId}</c:token><c:nonce>${nonce}</c:nonce><c:timestamp>${timestamp}</c:timestamp><c:signature algorithm="HMAC-SHA256">${signature}</c:signature></m:tokenPassport></soapenv:Header><soapenv:Body><m:get><m:baseRef xsi:type="c:RecordRef" internalId="${connection.internalId}" type="customer"/></m:get></soapenv:Body></soapenv:Envelope>`;
}
