import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import {
  createServer as createTcpServer,
  type AddressInfo,
  type Server as NetServer,
} from "node:net";
import { Agent } from "undici";
import { afterEach, expect, test } from "vitest";
import { NetSuiteError } from "../errors/index.js";
import {
  createTransport,
  type HttpRequest,
  type HttpResponse,
} from "./transport.js";

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const each of cleanUp.splice(0)) await each();
});

async function listen(listener: RequestListener): Promise<URL> {
  const server = createServer(listener);
  cleanUp.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return start(server);
}

async function start(server: NetServer): Promise<URL> {
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo; // a TCP server has no other address
  return new URL(`http://127.0.0.1:${port}/services/NetSuitePort_2022_1`);
}

function openTransport(): ReturnType<typeof createTransport> {
  const transport = createTransport();
  cleanUp.push(transport.close);
  return transport;
}

function request(url: URL, more: Partial<HttpRequest> = {}): HttpRequest {
  return {
    url,
    headers: { "content-type": "text/xml; charset=utf-8" },
    body: "<a>é</a>",
    signal: undefined,
    timeoutMs: 10_000,
    ...more,
  };
}

async function failure(promise: Promise<unknown>): Promise<NetSuiteError> {
  const error: unknown = await promise.then(
    () => new Error("it did not fail"),
    (reason: unknown) => reason,
  );
  if (error instanceof NetSuiteError) return error;
  throw error;
}

test("a request is a POST with its headers, length and no cookies", async () => {
  const seen: unknown[] = [];
  const url = await listen((incoming, response) => {
    const { method, headers, url: path } = incoming;
    let body = "";
    incoming.setEncoding("utf8").on("data", (chunk: string) => (body += chunk));
    incoming.on("end", () => {
      seen.push({ method, path, body, ...headers });
      response.setHeader("set-cookie", ["JSESSIONID=1; Path=/", "b=2"]);
      response.setHeader("x-n-operationid", "op");
      response.write("one ");
      response.end("two");
    });
  });
  const { send } = openTransport();
  const responses: HttpResponse[] = [];
  for (let i = 0; i < 2; i++) responses.push(await send(request(url)));
  for (const { status, headers, body } of responses) {
    expect(status).toBe(200);
    expect(headers).toMatchObject({ "x-n-operationid": "op" });
    expect(headers).not.toHaveProperty("set-cookie");
    expect(String(body)).toBe("one two");
  }
  expect(seen).toHaveLength(2);
  for (const each of seen) {
    expect(each).toMatchObject({
      method: "POST",
      path: "/services/NetSuitePort_2022_1",
      body: "<a>é</a>",
      "content-length": "9",
    });
    expect(each).not.toHaveProperty("cookie");
  }
});

test("calls one after the other share a connection", async () => {
  const ports: (number | undefined)[] = [];
  const url = await listen((incoming, response) => {
    ports.push(incoming.socket.remotePort);
    incoming.resume().on("end", () => response.end("ok"));
  });
  const { send } = openTransport();
  await send(request(url));
  await send(request(url));
  expect(ports).toHaveLength(2);
  expect(ports[0]).toBe(ports[1]);
});

test("a redirect is handed on and not followed", async () => {
  const paths: (string | undefined)[] = [];
  const url = await listen((incoming, response) => {
    paths.push(incoming.url);
    response.writeHead(302, { location: "/elsewhere" }).end();
  });
  expect(await openTransport().send(request(url))).toMatchObject({
    status: 302,
    headers: { location: "/elsewhere" },
  });
  expect(paths).toEqual(["/services/NetSuitePort_2022_1"]);
});

test("a port where nothing listens: nothing was sent", async () => {
  const server = createServer();
  const url = await start(server);
  await once(server.close(), "close");
  const error = await failure(openTransport().send(request(url)));
  expect(error).toMatchObject({
    code: "transport",
    outcome: "notDone",
    retryable: true,
  });
  expect(error.message).toBe(
    `No connection to ${url.host} (ECONNREFUSED). Nothing listens there. Check the endpoint, and the proxy where HTTPS_PROXY names one. Nothing was sent.`,
  );
});

test("a host name that does not resolve: nothing was sent", async () => {
  const dispatcher = new Agent({
    connect: {
      lookup: (host, _, callback) => {
        const error = new Error(`getaddrinfo ENOTFOUND ${host}`);
        callback(Object.assign(error, { code: "ENOTFOUND" }), "", 4);
      },
    },
  });
  cleanUp.push(() => dispatcher.close());
  const { send } = createTransport(dispatcher);
  const error = await failure(
    send(request(new URL("http://nowhere.invalid/x"))),
  );
  expect(error).toMatchObject({
    code: "transport",
    outcome: "notDone",
    message:
      "No connection to nowhere.invalid (ENOTFOUND). The host name does not resolve. Check the account id or endpoint, and this machine's DNS. Nothing was sent.",
  });
});

test.each([
  ["before the response", ""],
  [
    "in the middle of the body",
    "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n<half",
  ],
])("a connection that breaks %s: the outcome is unknown", async (_, reply) => {
  const server = createTcpServer((socket) => {
    socket.once("data", () => {
      if (reply === "") socket.resetAndDestroy();
      else
        socket.write(reply, () => {
          socket.destroySoon();
        });
    });
  });
  cleanUp.push(() => server.close());
  const url = await start(server);
  const error = await failure(openTransport().send(request(url)));
  expect(error).toMatchObject({ code: "transport", outcome: "unknown" });
  expect(error.message).toMatch(
    `The connection to ${url.host} broke after the request was sent (`,
  );
});

test.each([
  ["comes too late", "", "No response from HOST within 50 ms"],
  ["does not end", "<half", "The response from HOST did not end within 50 ms"],
])("a response that %s is a timeout", async (_, part, message) => {
  const url = await listen((_incoming, response) => {
    if (part) response.write(part);
  });
  const error = await failure(
    openTransport().send(request(url, { timeoutMs: 50 })),
  );
  expect(error).toMatchObject({
    code: "timeout",
    outcome: "unknown",
    retryable: true,
    message: `${message.replace("HOST", url.host)} (attemptTimeoutMs). Whether NetSuite carried the request out is not known: read back before sending it again.`,
  });
});

test("a time-out while waiting for a connection: nothing was sent, then or later", async () => {
  let received = 0;
  const url = await listen((incoming, response) => {
    received++;
    incoming.resume().on("end", () => {
      setTimeout(() => response.end("ok"), 150);
    });
  });
  const dispatcher = new Agent({ connections: 1 });
  cleanUp.push(() => dispatcher.close());
  const { send } = createTransport(dispatcher);
  const first = send(request(url));
  const error = await failure(send(request(url, { timeoutMs: 30 })));
  expect(error).toMatchObject({
    code: "timeout",
    outcome: "notDone",
    message: `No connection to ${url.host} within 30 ms (attemptTimeoutMs). Nothing was sent.`,
  });
  await first;
  await send(request(url));
  expect(received).toBe(2);
});

test("an abort before anything was sent", async () => {
  let received = 0;
  const url = await listen((_, response) => {
    received++;
    response.end();
  });
  const signal = AbortSignal.abort(new Error("enough"));
  const error = await failure(openTransport().send(request(url, { signal })));
  expect(error).toMatchObject({
    code: "aborted",
    outcome: "notDone",
    message: "The call was aborted before anything was sent.",
    cause: new Error("enough"),
  });
  expect(received).toBe(0);
});

test("an abort while NetSuite works closes the connection", async () => {
  const controller = new AbortController();
  let closed: Promise<unknown> = Promise.resolve();
  const url = await listen((incoming) => {
    closed = once(incoming.socket, "close");
    controller.abort();
  });
  const { signal } = controller;
  const error = await failure(openTransport().send(request(url, { signal })));
  expect(error).toMatchObject({
    code: "aborted",
    outcome: "unknown",
    message:
      "The call was aborted after its request was sent. Whether NetSuite carried it out is not known.",
  });
  await closed;
});

test("close waits for the calls under way, and leaves a given dispatcher open", async () => {
  const url = await listen((incoming, response) => {
    incoming.resume().on("end", () => {
      setTimeout(() => response.end("ok"), 30);
    });
  });
  const own = createTransport();
  const pending = own.send(request(url));
  await new Promise((resolve) => setTimeout(resolve, 10));
  await Promise.all([own.close(), own.close()]);
  expect(await pending).toMatchObject({ status: 200 });
  expect((await failure(own.send(request(url)))).message).toBe(
    "The client is closed. Make a new one.",
  );

  const dispatcher = new Agent();
  cleanUp.push(() => dispatcher.close());
  await createTransport(dispatcher).close();
  expect(await createTransport(dispatcher).send(request(url))).toMatchObject({
    status: 200,
  });
});
