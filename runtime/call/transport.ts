import { setImmediate as nextTurn } from "node:timers/promises";
import type { Dispatcher } from "undici";
import {
  NetSuiteConfigurationError,
  NetSuiteTimeoutError,
} from "../errors/index.js";
import type { CallSignal } from "../wait/index.js";
import type { HttpDispatcher } from "./client-options.js";
import { createConnectionError } from "./connection-error.js";
import { createInterruption } from "./interruption.js";

/** One HTTP request. */
export interface HttpRequest {
  /** Default POST. */
  readonly method?: "GET" | "POST";
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | string | null;
  readonly signal: CallSignal | undefined;
  /** How long it may take until the response's body is read, in milliseconds. */
  readonly timeoutMs: number;
}

/** One HTTP response, whatever its status. */
export interface HttpResponse {
  readonly status: number;
  /** By lower-case name; values that came several times are joined by commas; cookies are left out. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body as sent, still in its content-encoding. */
  readonly body: Uint8Array;
}

/** What calls are sent through. */
export interface Transport {
  /**
   * Sends a request and reads its response to the end. Redirects are not followed and cookies not kept.
   *
   * @throws NetSuiteTransportError, NetSuiteTimeoutError, NetSuiteAbortedError
   */
  readonly send: (request: HttpRequest) => Promise<HttpResponse>;
  /** Waits for what is being sent, then closes the connections. A dispatcher that was given stays open: it is its owner's. */
  readonly close: () => Promise<void>;
}

/** A proxy's localhost is not this machine. */
const NEVER_PROXIED = "localhost,127.0.0.1,[::1]";

/**
 * Makes the transport.
 *
 * @param given the dispatcher to send through; without one a pool is made at the first call, which honours HTTPS_PROXY and NO_PROXY
 */
export function createTransport(given?: HttpDispatcher): Transport {
  let own: Promise<Dispatcher> | undefined;
  let closing: Promise<void> | undefined;
  const closeOwn = async (): Promise<void> => {
    const dispatcher = await own?.catch(() => null);
    await dispatcher?.close();
  };
  return {
    async send(request) {
      if (closing)
        throw new NetSuiteConfigurationError([
          "The client is closed. Make a new one.",
        ]);
      const dispatcher = given ?? (await (own ??= createDispatcher()));
      const response = await exchange(dispatcher, request);
      // undici frees the connection only in the turn after the response's end: a call made before would open another.
      await nextTurn();
      await nextTurn();
      return response;
    },
    close: () => (closing ??= closeOwn()),
  };
}

/** undici takes longer to load than a client to make, so it is loaded by the first call. */
async function createDispatcher(): Promise<Dispatcher> {
  const { EnvHttpProxyAgent } = await import("undici");
  const given = process.env["no_proxy"] ?? process.env["NO_PROXY"] ?? "";
  try {
    return new EnvHttpProxyAgent({
      // No bound: the governor is one, and a request that waited here would wait signed.
      connections: null,
      noProxy: given === "*" ? given : `${NEVER_PROXIED},${given}`,
    });
  } catch {
    // What is wrong with it is not told: a proxy's URL may hold a password.
    throw new NetSuiteConfigurationError([
      "The proxy that HTTPS_PROXY or HTTP_PROXY names is not a URL that undici can use. Give one such as http://proxy.example:8080.",
    ]);
  }
}

function exchange(
  dispatcher: HttpDispatcher,
  request: HttpRequest,
): Promise<HttpResponse> {
  const { url, headers, body, signal, timeoutMs } = request;
  return new Promise((resolve, reject) => {
    let sent = false;
    let controller: Dispatcher.DispatchController | undefined;
    let ended: Error | undefined;
    let status = 0;
    let responseHeaders: HttpResponse["headers"] = {};
    const chunks: Uint8Array[] = [];

    const end = (error: Error): void => {
      ended ??= error;
      release();
      reject(ended);
      controller?.abort(ended);
    };
    const timer = setTimeout(() => {
      end(createTimeoutError(url, timeoutMs, sent, status !== 0));
    }, timeoutMs);
    const abort = (): void => {
      end(
        createInterruption(
          signal?.reason,
          sent ? "afterSending" : "beforeSending",
        ),
      );
    };
    const release = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
    };
    if (signal?.aborted) {
      abort();
      return;
    }
    signal?.addEventListener("abort", abort);

    const handler: Dispatcher.DispatchHandler = {
      onRequestStart(started) {
        controller = started;
        // Aborted while it waited for a connection: then nothing is written.
        if (ended) started.abort(ended);
        else sent = true;
      },
      onResponseStart(_, statusCode, received) {
        if (statusCode < 200) return;
        status = statusCode;
        responseHeaders = joinHeaders(received);
      },
      onResponseData(_, chunk) {
        chunks.push(chunk);
      },
      onResponseEnd() {
        release();
        resolve({
          status,
          headers: responseHeaders,
          body: Buffer.concat(chunks),
        });
      },
      onResponseError(_, error) {
        end(createConnectionError(url, error, sent));
      },
    };
    // undici's own time-outs of 300 seconds are shorter than NetSuite works: the timer above takes their place.
    const options: Dispatcher.DispatchOptions = {
      origin: url.origin,
      path: url.pathname + url.search,
      method: request.method ?? "POST",
      headers,
      body,
      headersTimeout: 0,
      bodyTimeout: 0,
    };
    try {
      dispatcher.dispatch(options, handler);
    } catch (error) {
      end(createConnectionError(url, error, sent));
    }
  });
}

function joinHeaders(
  received: Record<string, string | string[] | undefined>,
): HttpResponse["headers"] {
  return Object.fromEntries(
    Object.entries(received).flatMap(([name, value]) =>
      value === undefined || name === "set-cookie"
        ? []
        : [[name, Array.isArray(value) ? value.join(", ") : value]],
    ),
  );
}

function createTimeoutError(
  url: URL,
  timeoutMs: number,
  sent: boolean,
  answered: boolean,
): NetSuiteTimeoutError {
  const within = `within ${timeoutMs} ms (attemptTimeoutMs)`;
  if (!sent)
    return new NetSuiteTimeoutError(
      `No connection to ${url.host} ${within}. Nothing was sent.`,
      { outcome: "notDone", retryable: true },
    );
  return new NetSuiteTimeoutError(
    `${answered ? "The response" : "No response"} from ${url.host} ${answered ? "did not end " : ""}${within}. Whether NetSuite carried the request out is not known: read back before sending it again.`,
    { outcome: "unknown", retryable: true },
  );
}
