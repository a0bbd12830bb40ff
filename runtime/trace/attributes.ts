import type { Attributes } from "@opentelemetry/api";
import { NetSuiteError, type Attempt } from "../errors/index.js";

/** What a call's span begins with. SOAP has no name of its own among the conventions' systems. */
export function describeCall(
  operation: string,
): Attributes & { readonly "rpc.method": string } {
  return {
    "rpc.system.name": "soap",
    // The port type has this name in the WSDL of every version.
    "rpc.method": `NetSuitePortType/${operation}`,
  };
}

/** Who was called; nothing where no attempt was made. */
export function describeServer(attempt: Attempt | undefined): Attributes {
  if (attempt === undefined) return {};
  const { hostname, port, protocol } = new URL(attempt.url);
  return {
    "server.address": hostname,
    "server.port": Number(port || (protocol === "http:" ? 80 : 443)),
  };
}

/** What kind of failure ended a call: NetSuite's code where there is one. */
export function describeFailure(error: unknown): Attributes {
  if (!(error instanceof NetSuiteError))
    return { "error.type": error instanceof Error ? error.name : "_OTHER" };
  const { code, netsuiteCode } = error;
  return {
    "error.type": netsuiteCode ?? code,
    ...(netsuiteCode !== null && { "rpc.status_code": netsuiteCode }),
  };
}

/** What an attempt's span says. A SOAP fault is no failure of HTTP's but by its status. */
export function describeAttempt(attempt: Attempt, index: number): Attributes {
  const { httpStatus, outcome, url } = attempt;
  return {
    "http.request.method": "POST",
    "url.full": url,
    ...describeServer(attempt),
    ...(index > 0 && { "http.request.resend_count": index }),
    ...(httpStatus !== null && { "http.response.status_code": httpStatus }),
    ...(outcome !== "ok" && {
      "error.type":
        httpStatus !== null && httpStatus >= 400
          ? String(httpStatus)
          : "_OTHER",
    }),
  };
}
