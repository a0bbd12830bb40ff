import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { CallOptions } from "./call-options.js";
import {
  failure,
  fault,
  found,
  request,
  serve,
  written,
  type Answer,
  type Reply,
} from "./fixtures/soap-server.js";

const done = `<status isSuccess="true"/>`;

function answerTo(operation: string): string {
  return operation === "get" ? found : written(operation, done);
}

const blocked: Reply = {
  status: 500,
  body: fault(
    "exceededConcurrentRequestLimitFault",
    "WS_REQUEST_BLOCKED",
    "SuiteTalk concurrent request limit exceeded. Request blocked.",
  ),
};
const html = (status: number): Answer => ({
  status,
  headers: { "content-type": "text/html" },
  body: "<html>down</html>",
});
const faultOf = (code: string, element = "userFault"): Answer => ({
  status: 500,
  body: fault(element, code, "no"),
});

type Column =
  "get" | "add" | "update" | "idempotent update" | "upsert" | "delete";
const columns: readonly Column[] = [
  "get",
  "add",
  "update",
  "idempotent update",
  "upsert",
  "delete",
];
const all = columns;
const safe = columns.filter((each) => each !== "add" && each !== "update");
const none: readonly Column[] = [];

test.each<[string, Answer, readonly Column[], CallOptions?]>([
  ["concurrency fault", blocked, all],
  [
    "concurrency fault of a session",
    faultOf("WS_CONCUR_SESSION_DISALLWD"),
    all,
  ],
  [
    "concurrency in any fault element",
    faultOf("WS_REQUEST_BLOCKED", "invalidCredentialsFault"),
    all,
  ],
  ["SESSION_TIMED_OUT", faultOf("SESSION_TIMED_OUT"), all],
  ["reset after send", "reset", safe],
  ["time-out after send", null, safe, { attemptTimeoutMs: 60 }],
  ["an empty body", { body: "" }, safe],
  ["XML cut off", { body: found.slice(0, -30) }, safe],
  [
    "XML cut off in a character",
    { body: Buffer.from(`${found.slice(0, -30)}é`).subarray(0, -1) },
    safe,
  ],
  [
    "gzip cut off",
    {
      headers: { "content-encoding": "gzip" },
      body: gzipSync(found).subarray(0, -9),
    },
    safe,
  ],
  ["malformed XML", { body: found.replace("</", "<") }, none],
  ["HTTP 502", html(502), safe],
  ["HTTP 503", html(503), safe],
  ["HTTP 504", html(504), safe],
  ["HTTP 429", html(429), safe],
  ["UNEXPECTED_ERROR", faultOf("UNEXPECTED_ERROR"), safe],
  [
    "UNEXPECTED_ERROR in a wrong fault element",
    faultOf("UNEXPECTED_ERROR", "invalidCredentialsFault"),
    safe,
  ],
  ["ACCT_TEMP_UNAVAILABLE", faultOf("ACCT_TEMP_UNAVAILABLE"), all],
  [
    "maintenance text",
    {
      status: 500,
      body: fault(
        "someFault",
        "",
        "The account you are trying to access is currently unavailable while we undergo our regularly scheduled maintenance.",
      ),
    },
    all,
  ],
  ["failed login", faultOf("INVALID_LOGIN_CREDENTIALS"), none],
  ["USER_ERROR", faultOf("USER_ERROR"), none],
  ["MAX_RCRDS_EXCEEDED", faultOf("MAX_RCRDS_EXCEEDED"), none],
  ["INSUFFICIENT_PERMISSION", faultOf("INSUFFICIENT_PERMISSION"), none],
  [
    "a request that the schema does not allow",
    {
      status: 500,
      body: fault(
        "unexpectedErrorFault",
        "UNEXPECTED_ERROR",
        "org.xml.sax.SAXException: {urn:core}Record is an abstract type and cannot be instantiated",
      ),
    },
    none,
  ],
  ["HTTP 404", html(404), none],
])("%s", async (_, first, repeated, options) => {
  for (const column of columns) {
    const operation = column.replace("idempotent ", "");
    let replies = 0;
    const { client, seen } = await serve(
      () => (replies++ === 0 ? first : { body: answerTo(operation) }),
      { maxRetries: 5, sleep: () => Promise.resolve() },
    );
    const call = client.send(operation, request, {
      ...options,
      idempotent: column.startsWith("idempotent"),
    });
    if (repeated.includes(column)) await call;
    else await failure(call);
    expect([column, seen.length]).toEqual([
      column,
      repeated.includes(column) ? 2 : 1,
    ]);
  }
});

test("a connection that was refused is tried again, also for an add", async () => {
  const { client } = await serve(() => null, {
    endpoint: "http://127.0.0.1:9",
    maxRetries: 2,
    sleep: () => Promise.resolve(),
  });
  const error = await failure(client.send("add", request));
  expect(error).toMatchObject({ code: "transport", outcome: "notDone" });
  expect(error.attempts).toHaveLength(3);
});

test.each<[string, string, string]>([
  [
    "RCRD_HAS_BEEN_CHANGED",
    "update",
    `<status isSuccess="false"><statusDetail xmlns="urn:core_2022_1.platform.webservices.netsuite.com" type="ERROR"><code>RCRD_HAS_BEEN_CHANGED</code></statusDetail></status>`,
  ],
  [
    "afterSubmitFailed",
    "add",
    `<status isSuccess="false"><statusDetail xmlns="urn:core_2022_1.platform.webservices.netsuite.com" type="ERROR"><code>USER_ERROR</code><afterSubmitFailed>true</afterSubmitFailed></statusDetail></status>`,
  ],
])(
  "per-record %s is a value, and never sent again",
  async (_, name, status) => {
    const { client, seen } = await serve(
      () => ({ body: written(name, status) }),
      {
        maxRetries: 5,
      },
    );
    await client.send(name, request, { idempotent: true });
    expect(seen).toHaveLength(1);
  },
);

test("INVALID_JOB_ID of searchMoreWithId is left to who pages", async () => {
  const { client, seen } = await serve(() => faultOf("INVALID_JOB_ID"), {
    maxRetries: 5,
  });
  const error = await failure(client.send("searchMoreWithId", request));
  expect(error.netsuiteCode).toBe("INVALID_JOB_ID");
  expect(seen).toHaveLength(1);
});
