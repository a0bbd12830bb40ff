import { lookup } from "node:dns/promises";
import { connect as connectTcp } from "node:net";
import { connect as connectTls } from "node:tls";

/** What a TLS server proves itself with; null for a connection without TLS. */
export interface Certificate {
  /** Who issued it, as it names itself. */
  readonly issuer: string;
  /** When it ends, in milliseconds since 1970. */
  readonly validTo: number;
}

/** What the checks ask of the network beside calls. */
export interface Network {
  /** The addresses of a host name. Rejects with the system's error. */
  readonly resolve: (hostname: string) => Promise<readonly string[]>;
  /** Opens a connection and closes it again, with TLS for `https:`. Rejects with the system's error. */
  readonly connect: (url: URL) => Promise<Certificate | null>;
}

const TIMEOUT_MS = 10_000;

/**
 * The network of this machine.
 *
 * @param ca certificates that are trusted instead of the system's, as PEM
 */
export function createNetwork(ca?: string): Network {
  return {
    resolve: async (hostname) =>
      (await lookup(hostname, { all: true })).map(({ address }) => address),
    connect: (url) => connect(url, ca),
  };
}

function connect(
  url: URL,
  ca: string | undefined,
): Promise<Certificate | null> {
  const isTls = url.protocol === "https:";
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const port = Number(url.port || (isTls ? 443 : 80));
  return new Promise((resolve, reject) => {
    const servername = /^[\d.]+$|:/.test(host) ? "" : host;
    const socket = isTls
      ? connectTls({ host, port, servername, ...(ca !== undefined && { ca }) })
      : connectTcp({ host, port });
    const succeed = (): void => {
      resolve("getPeerCertificate" in socket ? describe(socket) : null);
      socket.destroy();
    };
    socket.once(isTls ? "secureConnect" : "connect", succeed);
    socket.once("error", reject);
    socket.setTimeout(TIMEOUT_MS, () => {
      const seconds = TIMEOUT_MS / 1000;
      const error = new Error(`no connection within ${seconds} s`);
      socket.destroy(Object.assign(error, { code: "ETIMEDOUT" }));
    });
  });
}

function describe(socket: ReturnType<typeof connectTls>): Certificate | null {
  const { issuer, valid_to: validTo } = socket.getPeerCertificate();
  const name = [issuer.O, issuer.CN].flat().find(Boolean);
  return { issuer: name ?? "nobody", validTo: Date.parse(validTo) };
}
