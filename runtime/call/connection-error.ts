import { NetSuiteTransportError } from "../errors/index.js";

/** What to do about system errors, by their code. */
const REMEDIES: readonly (readonly [RegExp, string])[] = [
  [
    /^(ENOTFOUND|EAI_)/,
    "The host name does not resolve. Check the account id or endpoint, and this machine's DNS.",
  ],
  [
    /^ECONNREFUSED$/,
    "Nothing listens there. Check the endpoint, and the proxy where HTTPS_PROXY names one.",
  ],
  [
    /CERT|^ERR_TLS|^ERR_SSL|^EPROTO$|SIGNATURE/,
    "TLS failed. Where a proxy has a CA of its own, give it by NODE_EXTRA_CA_CERTS or the dispatcher.",
  ],
  [/^Proxy/, "Check the proxy that HTTPS_PROXY names."],
];

/** Makes the error of a connection that failed or broke. */
export function createConnectionError(
  url: URL,
  cause: unknown,
  sent: boolean,
): NetSuiteTransportError {
  const code = findCode(cause);
  if (sent)
    return new NetSuiteTransportError(
      `The connection to ${url.host} broke after the request was sent (${code}). Whether NetSuite carried it out is not known: read back before sending it again.`,
      { outcome: "unknown", retryable: true, cause },
    );
  const remedy =
    REMEDIES.find(([pattern]) => pattern.test(code))?.[1] ??
    "Check the network between this machine and NetSuite.";
  return new NetSuiteTransportError(
    `No connection to ${url.host} (${code}). ${remedy} Nothing was sent.`,
    { outcome: "notDone", retryable: true, cause },
  );
}

/** The code of the system's error, which undici may wrap in one of its own, or the message where there is no code. */
function findCode(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error ? String(error.code) : "";
  return code === "" || code.startsWith("UND_ERR_ABORTED")
    ? error.message
    : code;
}
