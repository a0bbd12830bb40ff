import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer as createTlsServer } from "node:tls";
import { expect, test } from "vitest";
import { listenOn } from "./testing/listen-on.js";
import { createNetwork } from "./network.js";

interface KeyPair {
  readonly key: string;
  readonly cert: string;
}

/** A certificate of `localhost` that signs itself; null where there is no openssl. */
function makeCertificate(days: number): KeyPair | null {
  const folder = mkdtempSync(join(tmpdir(), "nsgen-doctor-"));
  const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  try {
    execFileSync(
      "openssl",
      [
        ...["req", "-x509", "-newkey", "ec", "-nodes"],
        ...["-pkeyopt", "ec_paramgen_curve:prime256v1"],
        ...["-keyout", key, "-out", cert, "-days", String(days)],
        ...["-subj", "/O=Acme Proxy/CN=localhost"],
        ...["-addext", "subjectAltName=DNS:localhost"],
      ],
      { stdio: "ignore" },
    );
    return { key: readFileSync(key, "utf8"), cert: readFileSync(cert, "utf8") };
  } catch {
    return null;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const pair = makeCertificate(30);
const needsOpenssl = test.skipIf(pair === null);

async function startTls({ key, cert }: KeyPair): Promise<number> {
  return listenOn(createTlsServer({ key, cert }), "localhost");
}

needsOpenssl("a certificate that is trusted is described", async () => {
  const port = await startTls(pair as KeyPair);
  const found = await createNetwork(pair?.cert).connect(
    new URL(`https://localhost:${port}`),
  );
  expect(found?.issuer).toBe("Acme Proxy");
  const days = ((found?.validTo ?? 0) - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(29);
  expect(days).toBeLessThan(31);
});

needsOpenssl("one that signs itself is refused", async () => {
  const port = await startTls(pair as KeyPair);
  await expect(
    createNetwork().connect(new URL(`https://localhost:${port}`)),
  ).rejects.toMatchObject({ code: "DEPTH_ZERO_SELF_SIGNED_CERT" });
});

needsOpenssl("one for another name is refused", async () => {
  const port = await startTls(pair as KeyPair);
  await expect(
    createNetwork(pair?.cert).connect(new URL(`https://127.0.0.1:${port}`)),
  ).rejects.toMatchObject({ code: "ERR_TLS_CERT_ALTNAME_INVALID" });
});

test("a server that speaks no TLS fails as such", async () => {
  const port = await listenOn(
    createServer((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n")),
  );
  await expect(
    createNetwork().connect(new URL(`https://127.0.0.1:${port}`)),
  ).rejects.toMatchObject({
    code: expect.stringMatching(/^(?:EPROTO|ERR_SSL)/) as unknown,
  });
});

test("without TLS there is no certificate", async () => {
  const port = await listenOn(createServer());
  expect(
    await createNetwork().connect(new URL(`http://127.0.0.1:${port}`)),
  ).toBeNull();
});

test("a port where nobody listens is refused", async () => {
  const server: Server = createServer();
  const port = await listenOn(server);
  server.close();
  await once(server, "close");
  await expect(
    createNetwork().connect(new URL(`http://127.0.0.1:${port}`)),
  ).rejects.toMatchObject({ code: "ECONNREFUSED" });
});
