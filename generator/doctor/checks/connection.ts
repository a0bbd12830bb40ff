import { fail, pass, skip, warn, type Advice, type Check } from "../check.js";
import { codeOf } from "../code-of.js";
import { isLoopback } from "../loopback.js";

const DAY_MS = 24 * 60 * 60 * 1000;

/** Certificates are mostly renewed a month before they end. */
const RENEWED_BEFORE_DAYS = 14;

/** What OpenSSL says of an answer that is no TLS. */
const NO_TLS = /^EPROTO$|^ERR_SSL/;

/** What failures of TCP and TLS mean, by the system's code. */
const FAILURES: readonly (readonly [RegExp, Advice])[] = [
  [
    /^ECONNREFUSED$/,
    {
      cause: "Nothing listens there.",
      fix: "Check the host and port; on this machine, whether the emulator runs.",
    },
  ],
  [
    /^(?:ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$/,
    {
      cause:
        "A firewall drops the connection, or there is no way to that network.",
      fix: "Let this machine open connections to port 443 of *.suitetalk.api.netsuite.com, or name the proxy in HTTPS_PROXY.",
    },
  ],
  [
    /^ECONNRESET$/,
    {
      cause:
        "Something in between ended the connection: a firewall, or a server that speaks no TLS.",
      fix: "Ask who runs the network what inspects TLS connections to netsuite.com.",
    },
  ],
  [
    /SELF_SIGNED|UNABLE_TO_GET_ISSUER|UNABLE_TO_VERIFY|CERT_UNTRUSTED/,
    {
      cause:
        "The certificate is signed by nobody whom Node.js trusts: mostly a proxy that opens TLS connections, with a CA of its own.",
      fix: "Give that CA: NODE_EXTRA_CA_CERTS=/path/to/ca.pem. Never turn verification off: tokens would go to whoever answers.",
    },
  ],
  [
    /ALTNAME/,
    {
      cause: "The certificate is for another host name.",
      fix: "Check the endpoint, and whether this name is redirected in /etc/hosts or by DNS.",
    },
  ],
  [
    /CERT_HAS_EXPIRED|CERT_NOT_YET_VALID/,
    {
      cause:
        "The certificate is not valid at this time: this machine's clock is wrong, or a proxy's certificate is old.",
      fix: "Check this machine's date first.",
    },
  ],
  [
    NO_TLS,
    {
      cause:
        "What answers there does not speak TLS, or only versions that are switched off.",
      fix: "Check the port and the scheme of the endpoint; NetSuite speaks TLS 1.2 and later on port 443.",
    },
  ],
];

/** Whether a connection can be opened, and with whom. */
export const connection: Check = {
  id: "connection",
  title: "Connection",
  needs: ["dns"],
  async run({ configured: { destination }, network, now, proxy }) {
    if (!destination) return skip("there is no host to connect to");
    const { service } = destination;
    const target = proxy?.url ?? service;
    const via = proxy ? `the proxy that ${proxy.variable} names, ` : "";
    let certificate;
    try {
      certificate = await network.connect(target);
    } catch (error) {
      const code = codeOf(error);
      const found = FAILURES.find(([pattern]) => pattern.test(code))?.[1];
      const local = proxy ? null : fixWithoutTls(service);
      const advice =
        local !== null && NO_TLS.test(code) ? { ...found, fix: local } : found;
      return fail(`no connection to ${via}${target.host} (${code})`, advice);
    }
    if (proxy) return pass(`${via}${target.host}, answers`);
    if (!certificate) return pass(`${target.host} answers, without TLS`);
    const { issuer, validTo } = certificate;
    const until = new Date(validTo).toISOString().slice(0, 10);
    return validTo - now() < RENEWED_BEFORE_DAYS * DAY_MS
      ? warn(`${target.host} answers; its certificate ends on ${until}`, {
          cause: `It is late to be renewed by ${issuer}.`,
          fix: "Where a proxy of your own opens TLS connections, renew its certificate.",
        })
      : pass(
          `${target.host} answers; its certificate by ${issuer} is good until ${until}`,
        );
  },
};

/** What to do where a host that is not NetSuite's speaks no TLS; null for other hosts. Clients send plain http to loopback only. */
function fixWithoutTls(service: URL): string | null {
  const { host, hostname, port } = service;
  if (isLoopback(service))
    return `Where it is an emulator, give http:// in the endpoint: http://${host}.`;
  return isPrivate(hostname)
    ? `Give that server TLS, or reach it as this machine's own: forward a port to ${host}, and give http://127.0.0.1:${port || "<port>"} as the endpoint. Clients send plain http to this machine only.`
    : null;
}

/** Whether a host is of a private network: by its address (RFC 1918, RFC 4193, link-local), or by a name that the Internet does not have. */
function isPrivate(hostname: string): boolean {
  return (
    /^(?:10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.[\d.]+$/.test(
      hostname,
    ) ||
    /^\[f(?:[cd]|e[89ab])/.test(hostname) ||
    /^[^.:]+$|\.(?:local|localhost|internal|lan|home\.arpa|test)$/.test(
      hostname,
    )
  );
}
