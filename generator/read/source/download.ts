import { pipeline, type Readable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import { createGunzip } from "node:zlib";
import type { Dispatcher } from "undici";
import { createInputError, InputError } from "../problems.js";
import type { ReadOptions } from "../read-options.js";
import { codeOf } from "./disk-tree.js";
import { displayUrl } from "./display-url.js";
import type { DownloadCache } from "./download-cache.js";
import { LIMITS, tooLarge } from "./source-files.js";

const ATTEMPTS = 3;
const FIRST_DELAY_MS = 500;
const MAX_RETRY_AFTER_MS = 30_000;
const MAX_REDIRECTS = 5;
const DEFAULT_TIMEOUT_MS = 30_000;

/** A file as it arrived. */
export interface Download {
  /** Where it came from, after redirects. */
  readonly url: string;
  readonly bytes: Uint8Array;
}

/** What a download needs from outside. */
export interface DownloadContext {
  readonly dispatcher: Dispatcher;
  readonly cache: DownloadCache;
  readonly options: ReadOptions;
}

/** One answer of the server, when it is not the file. */
class Refused extends Error {
  readonly remedy: string;
  /** How long to wait before the next attempt; null where another attempt is useless. */
  readonly retryAfterMs: number | null;

  constructor(
    message: string,
    remedy: string,
    retryAfterMs: number | null,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.remedy = remedy;
    this.retryAfterMs = retryAfterMs;
  }
}

/**
 * Downloads a file: up to 3 attempts for 429, 5xx and failed connections, with jittered waits. A cached copy is used only when the server
 * confirms it (304). Redirects are followed on the same host, never from https to http.
 *
 * Throws an InputError when the file does not arrive, and the signal's reason when aborted.
 */
export async function download(
  url: string,
  context: DownloadContext,
): Promise<Download> {
  const {
    signal,
    sleep = defaultSleep,
    random = Math.random,
  } = context.options;
  for (let attempt = 1; ; attempt++) {
    signal?.throwIfAborted();
    try {
      return await follow(url, context);
    } catch (error) {
      signal?.throwIfAborted();
      if (!(error instanceof Refused)) throw error;
      if (error.retryAfterMs === null || attempt === ATTEMPTS) {
        const tries = attempt > 1 ? ` (${attempt} attempts)` : "";
        throw createInputError(
          `${displayUrl(url)} cannot be downloaded${tries}: ${error.message}`,
          error.remedy,
          { cause: error },
        );
      }
      const delayMs = FIRST_DELAY_MS * 2 ** (attempt - 1) * (0.5 + random());
      await sleep(Math.max(delayMs, error.retryAfterMs), signal);
    }
  }
}

async function follow(
  first: string,
  context: DownloadContext,
): Promise<Download> {
  let url = new URL(first);
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    const answer = await request(url, context);
    if ("bytes" in answer) return answer;
    url = redirect(url, answer.location);
  }
  throw new Refused(
    `more than ${MAX_REDIRECTS} redirects`,
    "Give the address that the redirects lead to.",
    null,
  );
}

function redirect(from: URL, location: string): URL {
  const remedy =
    "If you trust that address, give it instead: nsgen stays on the host that you name.";
  if (!URL.canParse(location, from.href))
    throw new Refused("the server redirects to no valid URL", remedy, null);
  const to = new URL(location, from);
  if (to.host !== from.host || !/^https?:$/.test(to.protocol))
    throw new Refused(
      `the server redirects to another host, ${to.host || to.protocol}`,
      remedy,
      null,
    );
  if (from.protocol === "https:" && to.protocol === "http:")
    throw new Refused("the server redirects from https to http", remedy, null);
  return to;
}

async function request(
  url: URL,
  { dispatcher, cache, options }: DownloadContext,
): Promise<Download | { location: string }> {
  const cached = await cache.lookup(url.href);
  const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  try {
    const asked = dispatcher.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: "GET",
      headers: {
        accept: "text/xml, application/xml, */*;q=0.1",
        "accept-encoding": "gzip",
        "user-agent": "nsgen",
        ...(cached?.etag && { "if-none-match": cached.etag }),
        ...(cached?.lastModified && {
          "if-modified-since": cached.lastModified,
        }),
      },
      headersTimeout: 0,
      bodyTimeout: timeoutMs,
      ...(options.signal && { signal: options.signal }),
    });
    const { statusCode, headers, body } = await within(timeoutMs, asked);
    if (statusCode === 200) {
      const coding = headerOf(headers, "content-encoding");
      const bytes = await readBody(decode(body, coding), url);
      await cache.store(url.href, bytes, {
        etag: headerOf(headers, "etag"),
        lastModified: headerOf(headers, "last-modified"),
      });
      return { url: url.href, bytes };
    }
    await body.dump();
    if (statusCode === 304 && cached)
      return { url: url.href, bytes: cached.bytes };
    const location = headerOf(headers, "location");
    if (statusCode > 300 && statusCode < 309 && location !== null)
      return { location };
    throw refusal(statusCode, headerOf(headers, "retry-after"));
  } catch (error) {
    if (error instanceof Refused || error instanceof InputError) throw error;
    throw new Refused(
      `the connection failed (${error instanceof NoAnswer ? error.message : codeOf(error)})`,
      "Check the network and HTTPS_PROXY, or download the WSDL's zip elsewhere and give its path.",
      0,
      { cause: error },
    );
  }
}

/** The server did not begin to answer in time. */
class NoAnswer extends Error {}

/** Ends the wait for an answer: undici's own timeout begins with the connection, which a proxy that hangs up never gives. */
async function within<Answer>(
  timeoutMs: number,
  answer: Promise<Answer>,
): Promise<Answer> {
  const timer = new AbortController();
  const late = wait(timeoutMs, undefined, timer).then(() => {
    throw new NoAnswer(`no answer in ${timeoutMs / 1_000} s`);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    timer.abort();
    // Whichever comes second has no one to tell.
    void Promise.allSettled([answer, late]);
  }
}

/** The content of a body. Its size is counted as it comes out. */
function decode(body: Readable, coding: string | null): Readable {
  if (coding === null || coding === "identity") return body;
  if (/^(x-)?gzip$/i.test(coding))
    return pipeline(body, createGunzip(), () => {
      // The reader of the stream is told.
    });
  throw new Refused(
    `the server sends it in the coding ${coding}, which was not asked for`,
    "Download the WSDL's zip elsewhere and give its path.",
    null,
  );
}

function refusal(statusCode: number, retryAfter: string | null): Refused {
  const again = statusCode === 429 || statusCode >= 500;
  const remedy = again
    ? "Try again later, or download the WSDL's zip and give its path."
    : statusCode === 404
      ? "Check the address: NetSuite's WSDLs are at https://webservices.netsuite.com/wsdl/v2025_2_0/netsuite.wsdl, by version."
      : "Check the address and, if a proxy answered, the proxy.";
  const seconds = Number(retryAfter ?? 0);
  const retryAfterMs = Number.isFinite(seconds) ? seconds * 1_000 : 0;
  return new Refused(
    `HTTP status ${statusCode}`,
    remedy,
    again ? Math.min(retryAfterMs, MAX_RETRY_AFTER_MS) : null,
  );
}

async function readBody(
  body: AsyncIterable<Uint8Array>,
  url: URL,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > LIMITS.fileBytes)
      throw new InputError([tooLarge(displayUrl(url), LIMITS.fileBytes)]);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function headerOf(
  headers: Readonly<Record<string, string | string[] | undefined>>,
  name: string,
): string | null {
  const value = headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? null;
}

async function defaultSleep(ms: number, signal?: AbortSignal): Promise<void> {
  await wait(ms, undefined, signal && { signal });
}
