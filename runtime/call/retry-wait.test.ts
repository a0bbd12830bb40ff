import { expect, test } from "vitest";
import {
  failure,
  fault,
  found,
  request,
  serve,
  type Answer,
  type Reply,
} from "./fixtures/soap-server.js";

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

test("an add whose outcome is unknown says what to do", async () => {
  const { client } = await serve(() => faultOf("UNEXPECTED_ERROR"));
  const error = await failure(client.send("add", request));
  const message =
    "add was refused with userFault UNEXPECTED_ERROR: no. add is not repeated by itself, since that could make a second record: look whether the record is there, or use upsert with an externalId, which is repeated, or give the option idempotent where carrying it out twice does no harm.";
  expect(error.message).toBe(message);
  expect(error.stack).toMatch(message);
  expect(error).toMatchObject({ outcome: "unknown", operation: "add" });
});

test("UNEXPECTED_ERROR is repeated twice and no more", async () => {
  const { client, seen } = await serve(() => faultOf("UNEXPECTED_ERROR"), {
    maxRetries: 10,
    sleep: () => Promise.resolve(),
  });
  await failure(client.get(request));
  expect(seen).toHaveLength(3);
});

test("the error has every attempt, with time, duration, outcome and wait", async () => {
  let time = 1000;
  const { client, endpoint, seen } = await serve(
    () => {
      time += 10;
      return seen.length === 1 ? blocked : html(503);
    },
    {
      maxRetries: 2,
      now: () => time,
      random: () => 0.5,
      sleep: (ms) => {
        time += ms;
        return Promise.resolve();
      },
    },
  );
  const error = await failure(client.get(request));
  const unavailable = `HTTP 503 from ${String(seen[0]?.headers.host)}, with text/html instead of a SOAP message. NetSuite, or a proxy before it, is not available. Try later; whether the request was carried out is not known. It says: down`;
  expect(error.attempts).toEqual([
    {
      url: `${endpoint}/services/NetSuitePort_2022_1`,
      startedAt: 1000,
      durationMs: 10,
      waitedMs: 0,
      httpStatus: 500,
      outcome:
        "get was refused with exceededConcurrentRequestLimitFault WS_REQUEST_BLOCKED: SuiteTalk concurrent request limit exceeded. Request blocked.",
    },
    {
      url: `${endpoint}/services/NetSuitePort_2022_1`,
      startedAt: 1260,
      durationMs: 10,
      waitedMs: 250,
      httpStatus: 503,
      outcome: unavailable,
    },
    {
      url: `${endpoint}/services/NetSuitePort_2022_1`,
      startedAt: 1770,
      durationMs: 10,
      waitedMs: 500,
      httpStatus: 503,
      outcome: unavailable,
    },
  ]);
});

test("each attempt has a nonce and a timestamp of its own", async () => {
  let time = Date.parse("2026-01-01T00:00:00Z");
  const { client, seen } = await serve(
    () => ({
      ...(seen.length < 3 ? blocked : { body: found }),
      headers: { date: new Date(time).toUTCString() },
    }),
    {
      maxRetries: 5,
      now: () => time,
      sleep: () => {
        time += 1000;
        return Promise.resolve();
      },
    },
  );
  await client.get(request);
  const read = (pattern: RegExp): (string | undefined)[] =>
    seen.map(({ text }) => pattern.exec(text)?.[1]);
  expect(new Set(read(/nonce>([^<]+)</)).size).toBe(3);
  expect(new Set(read(/HMAC-SHA256">([^<]+)</)).size).toBe(3);
  expect(read(/timestamp>(\d+)</)).toEqual([
    "1767225600",
    "1767225601",
    "1767225602",
  ]);
});

test("Retry-After is waited for, and one that is too long ends the call", async () => {
  const waits: number[] = [];
  let retryAfter = "7";
  const { client, seen } = await serve(
    () => ({
      status: 503,
      headers: { "content-type": "text/html", "retry-after": retryAfter },
      body: "",
    }),
    {
      maxRetries: 1,
      random: () => 0.5,
      sleep: (ms) => {
        waits.push(ms);
        return Promise.resolve();
      },
    },
  );
  await failure(client.get(request));
  expect(waits).toEqual([7250]);
  retryAfter = "3600";
  const error = await failure(client.get(request));
  expect(seen).toHaveLength(3);
  expect(error.message).toMatch(
    / It asks to wait 3600 s \(Retry-After\), longer than a call is held open for: try again then\.$/,
  );
});

test("maintenance is waited for ten times as long", async () => {
  const waits: number[] = [];
  const { client } = await serve(() => faultOf("ACCT_TEMP_UNAVAILABLE"), {
    maxRetries: 5,
    random: () => 1,
    sleep: (ms) => {
      waits.push(ms);
      return Promise.resolve();
    },
  });
  await failure(client.get(request));
  expect(waits).toEqual([5000, 10_000, 20_000, 30_000, 30_000]);
});

test("a client whose calls all fail spends its retries, and no more", async () => {
  const { client, seen } = await serve(() => html(503), {
    maxRetries: 10,
    sleep: () => Promise.resolve(),
  });
  const errors = [];
  for (let calls = 0; calls < 12; calls++)
    errors.push(await failure(client.get(request)));
  expect(seen).toHaveLength(100 + 12);
  expect(errors.at(-1)?.message).toMatch(
    / It was not sent again: so many of this client's calls fail that its retries are used up\. Try later\.$/,
  );
});

test("what an attempt before may have done, the error of a later one keeps", async () => {
  const { client, seen } = await serve(
    () => (seen.length === 1 ? "reset" : faultOf("USER_ERROR")),
    { maxRetries: 5, sleep: () => Promise.resolve() },
  );
  const error = await failure(client.send("upsert", request));
  expect(error).toMatchObject({
    netsuiteCode: "USER_ERROR",
    outcome: "unknown",
  });
  expect(error.message).toBe(
    "upsert was refused with userFault USER_ERROR: no. Whether NetSuite carried out an attempt before it is not known.",
  );
});

test("the request is encoded once, however often it is sent", async () => {
  let reads = 0;
  const counted = {
    baseRef: {
      type: "customer",
      get internalId() {
        reads += 1;
        return "42";
      },
    },
  };
  const { client, seen } = await serve(
    () => (seen.length < 4 ? blocked : { body: found }),
    { maxRetries: 5, sleep: () => Promise.resolve() },
  );
  await client.get(counted);
  const readsOfFour = reads;
  reads = 0;
  await client.get(counted);
  // Once more to look for secrets in it, which errors must not show.
  expect(readsOfFour).toBe(reads + 1);
});
