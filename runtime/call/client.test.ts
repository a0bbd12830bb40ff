import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { parseAccount } from "../auth/index.js";
import { createTokenPassport } from "../auth/token-passport.js";
import { decodeEnvelope } from "../codec/index.js";
import { defineSchema } from "../codegen-v1/index.js";
import type { ResponseInfo } from "./call-options.js";
import { formatSmallSchema, smallSchema } from "./fixtures/small-schema.js";
import {
  Client,
  failure,
  found,
  refused,
  request,
  secrets,
  serve,
} from "./fixtures/soap-server.js";

test("a call is a signed POST, and gives the value of the response's element", async () => {
  const { client, seen } = await serve(() => ({ body: found }), {
    preferences: { warningAsError: true },
    now: () => 1_700_000_000_999,
    nonce: () => "abcdefghijklmnopqrst",
  });
  expect(await client.get(request)).toMatchObject({
    readResponse: { status: { isSuccess: true } },
  });
  const [{ headers, text } = { headers: {}, text: "" }] = seen;
  expect(headers).toMatchObject({
    "content-type": "text/xml; charset=utf-8",
    soapaction: '"get"',
    "accept-encoding": "gzip",
    "user-agent": "nsgen-runtime/0.1.0",
    "content-length": String(Buffer.byteLength(text)),
  });
  const sent = decodeEnvelope(smallSchema, text);
  const account = parseAccount("1234567_SB1");
  expect(sent.header).toMatchObject({
    tokenPassport: createTokenPassport(
      { account, ...secrets },
      "abcdefghijklmnopqrst",
      1_700_000_000,
    ),
    preferences: { warningAsError: true },
  });
  expect(sent.body).toMatchObject({ get: request });
});

test("each call has a nonce of its own, and no cookie comes back", async () => {
  const { client, seen } = await serve(() => ({
    body: found,
    headers: { "set-cookie": ["JSESSIONID=1", "NS_VER=2"] },
  }));
  await client.get(request);
  await client.get(request);
  const nonces = seen.map(
    ({ text }) => /nonce>([A-Za-z0-9]{20})</.exec(text)?.[1],
  );
  expect(nonces).not.toContain(undefined);
  expect(new Set(nonces).size).toBe(2);
  for (const { headers } of seen) expect(headers).not.toHaveProperty("cookie");
});

test("gzip is read, and onResponse is told of id, headers and attempts", async () => {
  const { client, endpoint } = await serve(
    () => ({
      body: gzipSync(found),
      headers: {
        "content-encoding": "gzip",
        "x-n-operationid": "op",
        "set-cookie": "JSESSIONID=1",
      },
    }),
    { now: () => 5000 },
  );
  const told: ResponseInfo[] = [];
  await client.get(request, { onResponse: (info) => told.push(info) });
  expect(told).toEqual([
    {
      nsId: "WEBSERVICES_1",
      headers: expect.objectContaining({ "x-n-operationid": "op" }) as object,
      attempts: [
        {
          url: `${endpoint}/services/NetSuitePort_2022_1`,
          waitedMs: 0,
          startedAt: 5000,
          durationMs: 0,
          outcome: "ok",
          httpStatus: 200,
        },
      ],
    },
  ]);
  expect(told[0]?.headers).not.toHaveProperty("set-cookie");
});

test.each([500, 200])(
  "a fault with HTTP %i is a typed error",
  async (status) => {
    const { client } = await serve(() => ({ status, body: refused }));
    const told: ResponseInfo[] = [];
    const error = await failure(
      client.get(request, { onResponse: (info) => told.push(info) }),
    );
    expect(error).toMatchObject({
      name: "NetSuiteFaultError",
      code: "fault",
      netsuiteCode: "INVALID_LOGIN_CREDENTIALS",
      fault: "invalidCredentialsFault",
      faultCode: "soapenv:Server.userException",
      faultString: "Invalid login attempt.",
      operation: "get",
      nsId: "WEBSERVICES_1",
      outcome: "notDone",
      retryable: false,
      attempts: [{ httpStatus: status, outcome: error.message }],
    });
    expect(told).toMatchObject([{ nsId: "WEBSERVICES_1" }]);
  },
);

test("the stack of an error shows who made the call", async () => {
  const { client } = await serve(() => ({ status: 500, body: refused }));
  async function importCustomers(): Promise<unknown> {
    return await client.get(request);
  }
  expect((await failure(importCustomers())).stack).toMatch("importCustomers");
});

test("a maintenance page is an HTTP error", async () => {
  const { client } = await serve(() => ({
    status: 503,
    headers: { "content-type": "text/html" },
    body: "<html><body><p>Down for maintenance</p></body></html>",
  }));
  expect(await failure(client.get(request))).toMatchObject({
    code: "http",
    status: 503,
    operation: "get",
    outcome: "unknown",
    retryable: true,
    bodyExcerpt: "Down for maintenance",
    attempts: [{ httpStatus: 503 }],
  });
});

test("a truncated response is a decode error whose outcome is unknown", async () => {
  const { client } = await serve(() => ({ body: found.slice(0, -30) }));
  expect(await failure(client.get(request))).toMatchObject({
    code: "decode",
    operation: "get",
    outcome: "unknown",
    retryable: true,
    attempts: [{ httpStatus: 200 }],
  });
});

test("the response of another operation is a decode error", async () => {
  const { client } = await serve(() => ({
    body: found.replaceAll("getResponse", "searchResponse"),
  }));
  const error = await failure(client.get(request));
  expect(error.message).toBe(
    "get was answered with <searchResponse>, not with <getResponse>. Check what answers at the endpoint.",
  );
});

test("what the schema does not allow is not sent", async () => {
  const { client, seen } = await serve(() => ({ body: found }));
  const misspelt = await failure(client.get({ baseReff: {} }));
  expect(misspelt).toMatchObject({
    code: "encode",
    operation: "get",
    outcome: "notDone",
    attempts: [],
  });
  const header = await failure(
    client.get(request, { headers: { nonsense: {} } }),
  );
  expect(header).toMatchObject({ code: "encode", outcome: "notDone" });
  const option = await failure(client.get(request, { attemptTimeoutMs: -1 }));
  expect(option).toMatchObject({ code: "configuration", operation: "get" });
  expect((await failure(client.nothing())).message).toBe(
    "The operation nothing is not in this client, which was generated for 2022_1. Generate one that has it.",
  );
  expect(seen).toEqual([]);
});

test("time-out and signal of a call", async () => {
  const { client } = await serve(() => null);
  expect(
    await failure(client.get(request, { attemptTimeoutMs: 20 })),
  ).toMatchObject({ code: "timeout", operation: "get", outcome: "unknown" });
  const signal = AbortSignal.timeout(20);
  expect(await failure(client.get(request, { signal }))).toMatchObject({
    code: "aborted",
    outcome: "unknown",
    attempts: [{ httpStatus: null }],
  });
  expect(
    await failure(client.get(request, { signal: AbortSignal.abort() })),
  ).toMatchObject({ code: "aborted", outcome: "notDone", attempts: [] });
});

test("a given dispatcher carries the requests, whatever its make", async () => {
  const { client, seen } = await serve(() => ({ body: found }), {
    dispatcher: {
      dispatch(options: { path: string }) {
        throw new Error(`asked for ${options.path}`);
      },
    },
  });
  expect((await failure(client.get(request))).message).toMatch(
    "(asked for /services/NetSuitePort_2022_1)",
  );
  expect(seen).toEqual([]);
});

test("a client of a version without token-based authentication is not made with tokens", () => {
  const old = defineSchema(
    formatSmallSchema("2013_2").replace("tokenPassport 10", "passport 10"),
  );
  expect(() => new Client(old, { account: "1234567", ...secrets })).toThrow(
    "This client was generated for 2013_2, whose WSDL has no tokenPassport header: token-based authentication needs 2015.2 or later. Generate the client from a later WSDL, or give email and password.",
  );
});

test("await using closes the client", async () => {
  const { client } = await serve(() => ({ body: found }));
  await client.get(request);
  await client[Symbol.asyncDispose]();
  expect((await failure(client.get(request))).message).toBe(
    "The client is closed. Make a new one.",
  );
});
