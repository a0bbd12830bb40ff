import { NetSuiteHttpError } from "../errors/index.js";
import type { Redact } from "../redact/index.js";
import { parseCharset } from "./content.js";
import type { HttpResponse } from "./transport.js";

/** How much of a body is looked at, in bytes, and how much of its text is shown, in characters. */
const LOOKED_AT_BYTES = 16_384;
const SHOWN = 200;

/** Response headers that help to find who answered, and why. */
const TELLING_HEADERS: ReadonlySet<string> = new Set([
  "content-type",
  "date",
  "retry-after",
  "server",
  "via",
  "x-n-operationid",
]);

/**
 * The error of a response that is no SOAP message, or null where it is one.
 *
 * @param body without its content-encoding
 */
export function createHttpRefusal(
  url: URL,
  response: HttpResponse,
  body: Uint8Array,
  redact: Redact,
): NetSuiteHttpError | null {
  const { status, headers } = response;
  const contentType = headers["content-type"];
  const head = readHead(body, contentType);
  if (!isRedirect(status) && isSoap(status, contentType, head)) return null;
  const bodyExcerpt = createExcerpt(head, redact);
  const says = bodyExcerpt === null ? "" : ` It says: ${bodyExcerpt}`;
  return new NetSuiteHttpError(
    `HTTP ${status} from ${url.host}, ${describeBody(contentType, body)} instead of a SOAP message. ${remedy(url, response)}${says}`,
    {
      status,
      headers: Object.fromEntries(
        Object.entries(headers).filter(([name]) => TELLING_HEADERS.has(name)),
      ),
      bodyExcerpt,
      outcome:
        status >= 300 && status < 500 && !isPassing(status)
          ? "notDone"
          : "unknown",
      // A success of which nothing arrived is as good as no answer.
      retryable: isPassing(status) || (status < 300 && body.length === 0),
    },
  );
}

/** Whether it may be gone later. Who answered is not known, nor whether NetSuite had the request by then. */
function isPassing(status: number): boolean {
  return status >= 500 || status === 429 || status === 408;
}

function isRedirect(status: number): boolean {
  return status >= 300 && status < 400;
}

/** By its first element, whatever the content-type says; broken XML of a success is the decoder's to tell of. */
function isSoap(
  status: number,
  contentType: string | undefined,
  head: string,
): boolean {
  const root =
    /^[^<]*(?:<\?[^>]*>\s*|<!--(?:(?!-->)[^])*-->\s*)*<([^\s/>!]+)/.exec(
      head,
    )?.[1];
  if (root !== undefined && /^(.*:)?Envelope$/.test(root)) return true;
  return (
    status < 300 &&
    head !== "" &&
    /[/+]xml\b/i.test(contentType ?? "") &&
    !/xhtml/i.test(contentType ?? "") &&
    !/<(!doctype\s+)?html\b/i.test(head)
  );
}

function readHead(body: Uint8Array, contentType: string | undefined): string {
  const bytes = body.subarray(0, LOOKED_AT_BYTES);
  try {
    return new TextDecoder(parseCharset(contentType)).decode(bytes);
  } catch {
    return new TextDecoder("latin1").decode(bytes);
  }
}

function describeBody(
  contentType: string | undefined,
  body: Uint8Array,
): string {
  if (body.length === 0) return "with an empty body";
  return contentType === undefined
    ? "with a body of no content-type"
    : `with ${contentType.slice(0, 80)}`;
}

/** The text that a browser would show, on one line, without secrets. */
function createExcerpt(head: string, redact: Redact): string | null {
  const text = redact(
    head
      .replace(/<(script|style)\b[^]*?<\/\1\s*>|<!--[^]*?-->/gi, " ")
      .replace(/<[^>]*>?/g, " ")
      .replace(/&#(\d{1,6});/g, (_, code) => String.fromCodePoint(Number(code)))
      .replace(
        /&(nbsp|lt|gt|quot|amp);/g,
        (_, name: keyof typeof ENTITIES) => ENTITIES[name],
      )
      .replace(/[\p{C}\s]+/gu, " ")
      .trim(),
  );
  if (text === "") return null;
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

const ENTITIES = { nbsp: " ", lt: "<", gt: ">", quot: '"', amp: "&" } as const;

function remedy(url: URL, { status, headers }: HttpResponse): string {
  if (isRedirect(status)) return redirectRemedy(url, headers["location"]);
  if (status < 300 || status === 405 || status === 415)
    return "Something other than SuiteTalk answered. Check the endpoint and any proxy.";
  if (status === 401 || status === 403)
    return "Access was refused before SuiteTalk saw the request. Check the endpoint, and what proxies and firewalls let through.";
  if (status === 404)
    return `There is no ${url.pathname} on this host. Check the account id and the endpoint, and whether NetSuite still serves this version.`;
  if (status === 407)
    return "The proxy wants a user name and password. Put them into HTTPS_PROXY, or give a dispatcher.";
  if (status === 413)
    return "The request is too large: NetSuite takes 100 MB. Send fewer records at a time.";
  if (status === 429) return "Too many requests at a time. Try later.";
  if (status >= 500)
    return "NetSuite, or a proxy before it, is not available. Try later; whether the request was carried out is not known.";
  return "Check the endpoint and any proxy.";
}

function redirectRemedy(url: URL, location: string | undefined): string {
  const target =
    location !== undefined && URL.canParse(location, url.href)
      ? new URL(location, url).host
      : null;
  return target === null || target === url.host
    ? "It redirects, and redirects are not followed. Check the endpoint."
    : `It redirects to ${target}, and redirects are not followed, so that nobody else gets the signed request. Where that host is NetSuite's, give it as the endpoint.`;
}
