import { expect, test } from "vitest";
import { createHttpRefusal } from "./http-refusal.js";
import { createRedact } from "../redact/index.js";

const url = new URL("https://a.example/services/NetSuitePort_2022_1");
const redact = createRedact(["hunter2"]);

function refusal(
  status: number,
  contentType: string | undefined,
  text: string,
  headers: Record<string, string> = {},
): ReturnType<typeof createHttpRefusal> {
  const body = Buffer.from(text);
  return createHttpRefusal(
    url,
    {
      status,
      headers: {
        ...headers,
        ...(contentType !== undefined && { "content-type": contentType }),
      },
      body,
    },
    body,
    redact,
  );
}

const envelope = `<?xml version="1.0"?><!-- x --><s:Envelope xmlns:s="x"/>`;

test.each([
  [200, "text/xml; charset=utf-8", envelope],
  [200, "application/soap+xml", "<Envelope/>"],
  [200, undefined, envelope],
  [500, "text/xml", envelope],
  [503, "text/html", ` \n${envelope}`],
  [200, "text/xml", "<truncat"],
])("%i with %s is a SOAP message: %s", (status, contentType, text) => {
  expect(refusal(status, contentType, text)).toBeNull();
});

const page =
  "<!DOCTYPE html><html><head><style>b{}</style><title>Down</title><script>x()</script></head><body><h1>Sorry &amp; hello</h1><!-- a -->key&nbsp;hunter2</body></html>";

test.each([
  [
    503,
    "text/html",
    page,
    {},
    "HTTP 503 from a.example, with text/html instead of a SOAP message. NetSuite, or a proxy before it, is not available. Try later; whether the request was carried out is not known. It says: Down Sorry & hello key [redacted]",
    { outcome: "unknown", retryable: true },
  ],
  [
    200,
    "text/xml",
    page,
    {},
    "HTTP 200 from a.example, with text/xml instead of a SOAP message. Something other than SuiteTalk answered. Check the endpoint and any proxy. It says: Down Sorry & hello key [redacted]",
    { outcome: "unknown", retryable: false },
  ],
  [
    200,
    "text/xml",
    "",
    {},
    "HTTP 200 from a.example, with an empty body instead of a SOAP message. Something other than SuiteTalk answered. Check the endpoint and any proxy.",
    { outcome: "unknown", retryable: true, bodyExcerpt: null },
  ],
  [
    404,
    undefined,
    "",
    {},
    "HTTP 404 from a.example, with an empty body instead of a SOAP message. There is no /services/NetSuitePort_2022_1 on this host. Check the account id and the endpoint, and whether NetSuite still serves this version.",
    { outcome: "notDone", retryable: false, bodyExcerpt: null },
  ],
  [
    403,
    undefined,
    "no",
    {},
    "HTTP 403 from a.example, with a body of no content-type instead of a SOAP message. Access was refused before SuiteTalk saw the request. Check the endpoint, and what proxies and firewalls let through. It says: no",
    { outcome: "notDone", retryable: false },
  ],
  [
    302,
    "text/html",
    "",
    { location: "https://b.example/login?token=1" },
    "HTTP 302 from a.example, with an empty body instead of a SOAP message. It redirects to b.example, and redirects are not followed, so that nobody else gets the signed request. Where that host is NetSuite's, give it as the endpoint.",
    { outcome: "notDone", retryable: false },
  ],
  [
    301,
    "text/xml",
    envelope,
    { location: "/services/NetSuitePort_2025_2" },
    "HTTP 301 from a.example, with text/xml instead of a SOAP message. It redirects, and redirects are not followed. Check the endpoint.",
    { outcome: "notDone", bodyExcerpt: null },
  ],
  [
    429,
    "application/json",
    '{"a":1}',
    { "retry-after": "3", "set-cookie": "a=b", "x-secret": "1" },
    'HTTP 429 from a.example, with application/json instead of a SOAP message. Too many requests at a time. Try later. It says: {"a":1}',
    {
      retryable: true,
      outcome: "unknown",
      headers: { "content-type": "application/json", "retry-after": "3" },
    },
  ],
])(
  "HTTP %i with %s: %s",
  (status, contentType, text, headers, message, want) => {
    expect(refusal(status, contentType, text, headers)).toMatchObject({
      code: "http",
      status,
      message,
      ...want,
    });
  },
);

test("the excerpt is short, and no secret is cut in two", () => {
  const error = refusal(
    502,
    "text/plain",
    `${"x".repeat(195)}hunter2 and more`,
  );
  expect(error?.bodyExcerpt).toBe(`${"x".repeat(195)}[reda…`);
});

test("a page that never ends its tags is told of quickly", () => {
  const error = refusal(502, "text/html", "<script><!--".repeat(100_000));
  expect(error?.status).toBe(502);
});
