import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer as createHttpServer } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo, Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Agent } from "undici";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { createTransport, type HttpRequest } from "./transport.js";

afterEach(() => vi.unstubAllEnvs());

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port; // a TCP server has no other address
}

function request(url: string): HttpRequest {
  return {
    url: new URL(url),
    headers: {},
    body: "x",
    signal: undefined,
    timeoutMs: 5000,
  };
}

/** A key and a certificate for localhost, or null where this machine has no openssl. */
function createCertificate(): { key: Buffer; cert: Buffer } | null {
  const folder = mkdtempSync(join(tmpdir(), "nsgen-"));
  try {
    const [key, cert] = [join(folder, "key"), join(folder, "cert")];
    execFileSync(
      "openssl",
      // prettier-ignore
      ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
        "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", cert],
      { stdio: "ignore" },
    );
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } catch {
    return null;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const certificate = createCertificate();

test.skipIf(certificate === null)(
  "a certificate that nobody vouches for: nothing was sent",
  async () => {
    let received = 0;
    const server = createServer(certificate ?? {}, (_, response) => {
      received++;
      response.end("ok");
    });
    const port = await listen(server);
    const { send, close } = createTransport();
    onTestFinished(close);
    await expect(
      send(request(`https://localhost:${port}/`)),
    ).rejects.toMatchObject({
      code: "transport",
      outcome: "notDone",
      message: `No connection to localhost:${port} (DEPTH_ZERO_SELF_SIGNED_CERT). TLS failed. Where a proxy has a CA of its own, give it by NODE_EXTRA_CA_CERTS or the dispatcher. Nothing was sent.`,
    });
    expect(received).toBe(0);

    const dispatcher = new Agent({ connect: { ca: certificate?.cert } });
    onTestFinished(() => dispatcher.close());
    expect(
      await createTransport(dispatcher).send(
        request(`https://localhost:${port}/`),
      ),
    ).toMatchObject({ status: 200 });
  },
);

test("the environment's proxy is used, and its refusal told", async () => {
  const asked: (string | undefined)[] = [];
  const proxy = createHttpServer().on("connect", (incoming, socket) => {
    asked.push(incoming.url);
    socket.end("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n");
  });
  const port = await listen(proxy);
  vi.stubEnv("https_proxy", `http://127.0.0.1:${port}`);
  const { send, close } = createTransport();
  onTestFinished(close);
  await expect(
    send(request("https://1234567.suitetalk.api.netsuite.com/x")),
  ).rejects.toMatchObject({
    code: "transport",
    outcome: "notDone",
    message:
      "No connection to 1234567.suitetalk.api.netsuite.com (Proxy response (407) !== 200 when HTTP Tunneling). Check the proxy that HTTPS_PROXY names. Nothing was sent.",
  });
  expect(asked).toEqual(["1234567.suitetalk.api.netsuite.com:443"]);
});

test("this machine is not asked for through a proxy", async () => {
  const port = await listen(
    createHttpServer((_, response) => response.end("ok")),
  );
  vi.stubEnv("http_proxy", "http://127.0.0.1:1");
  const { send, close } = createTransport();
  onTestFinished(close);
  expect(await send(request(`http://127.0.0.1:${port}/`))).toMatchObject({
    status: 200,
  });
});

test("a proxy that is no URL is told of, without its password", async () => {
  vi.stubEnv("https_proxy", "http://me:hunter2@:x");
  const { send, close } = createTransport();
  await expect(send(request("https://a.example/"))).rejects.toMatchObject({
    code: "configuration",
    message:
      "The proxy that HTTPS_PROXY or HTTP_PROXY names is not a URL that undici can use. Give one such as http://proxy.example:8080.",
  });
  await close();
});
