import { tracingChannel } from "node:diagnostics_channel";
import { expect, onTestFinished, test } from "vitest";
import type { Logger } from "../log/index.js";
import type { ClientOptions } from "./client-options.js";
import { smallSchema } from "./fixtures/small-schema.js";
import {
  Client,
  failure,
  fault,
  found,
  refused,
  request,
  secrets,
  serve,
} from "./fixtures/soap-server.js";

const NOW = Date.parse("2026-01-01T00:00:00Z");
const blocked = {
  status: 500,
  body: fault(
    "exceededConcurrentRequestLimitFault",
    "WS_REQUEST_BLOCKED",
    "Blocked.",
  ),
};

interface Line {
  readonly level: string;
  readonly fields: object;
  readonly message: string;
}

function record(): { lines: Line[]; options: Partial<ClientOptions> } {
  const lines: Line[] = [];
  const at =
    (level: string): Logger["debug"] =>
    (fields, message) => {
      lines.push({ level, fields, message });
    };
  return {
    lines,
    options: {
      logger: { debug: at("debug"), warn: at("warn"), error: at("error") },
      now: () => NOW,
      random: () => 0.5,
      sleep: () => Promise.resolve(),
      maxRetries: 1,
    },
  };
}

test("a retry and a wrong clock are warnings, attempts are told at debug", async () => {
  const { lines, options } = record();
  const { client, seen } = await serve(
    () => ({
      ...(seen.length === 1 ? blocked : { body: found }),
      headers: { date: new Date(NOW + 120_000).toUTCString() },
    }),
    options,
  );
  await client.get(request);
  expect(lines.map(({ level, message }) => `${level} ${message}`)).toEqual([
    "warn This machine's clock is 120 s behind NetSuite's. Timestamps are corrected; set the clock.",
    "debug get: attempt 1 failed after 0 ms: get was refused with exceededConcurrentRequestLimitFault WS_REQUEST_BLOCKED: Blocked.",
    "warn get: sent again in 250 ms, after: get was refused with exceededConcurrentRequestLimitFault WS_REQUEST_BLOCKED: Blocked.",
    "debug get: attempt 2 ok after 0 ms",
  ]);
});

test("a call that fails in the end is an error", async () => {
  const { lines, options } = record();
  const { client } = await serve(() => ({ body: refused }), options);
  const error = await failure(client.get(request));
  expect(lines.at(-1)).toEqual({
    level: "error",
    fields: { err: error },
    message: `get failed: ${error.message}`,
  });
});

test("the wire log has request and response without secrets", async () => {
  const { lines, options } = record();
  const { client } = await serve(() => ({ body: found }), {
    ...options,
    wireLog: true,
  });
  await client.get(request);
  const [sent, received] = lines;
  expect(sent?.fields).toMatchObject({
    operation: "get",
    direction: "request",
    xml: expect.stringMatching(
      /<platformMsgs:tokenPassport>.*<platformCore:account>1234567_SB1<\/platformCore:account><platformCore:consumerKey>\[redacted\]<.*internalId="42"/,
    ) as string,
  });
  expect(received).toMatchObject({
    fields: { direction: "response", xml: found.replace(/^<\?.*?\?>/, "") },
    message: `get: response of ${found.length} bytes`,
  });
});

test("a logger that throws breaks no call", async () => {
  const broken = (): never => {
    throw new Error("disk full");
  };
  const { client } = await serve(() => ({ body: found }), {
    logger: { debug: broken, warn: broken, error: broken },
    wireLog: true,
  });
  expect(await client.get(request)).toBeDefined();
});

test("subscribers of nsgen:call and nsgen:attempt are told of a call and its attempts", async () => {
  const told: unknown[] = [];
  for (const name of ["nsgen:call", "nsgen:attempt"]) {
    const subscribers = {
      start: () => undefined,
      end: () => undefined,
      asyncStart: () => undefined,
      error: () => undefined,
      asyncEnd: (event: object) => {
        told.push({ name, ...event });
      },
    };
    const channel = tracingChannel<unknown, object>(name);
    channel.subscribe(subscribers);
    onTestFinished(() => {
      channel.unsubscribe(subscribers);
    });
  }
  const { client, endpoint, seen } = await serve(
    () => (seen.length === 1 ? blocked : { body: found }),
    record().options,
  );
  await client.get(request);
  const url = `${endpoint}/services/NetSuitePort_2022_1`;
  expect(told).toEqual([
    {
      name: "nsgen:attempt",
      operation: "get",
      attempt: 1,
      url,
      error: expect.objectContaining({
        netsuiteCode: "WS_REQUEST_BLOCKED",
      }) as object,
    },
    {
      name: "nsgen:attempt",
      operation: "get",
      attempt: 2,
      url,
      result: { nsId: "WEBSERVICES_1", durationMs: 0, httpStatus: 200 },
    },
    {
      name: "nsgen:call",
      operation: "get",
      version: "2022_1",
      account: "1234567_SB1",
      result: {
        nsId: "WEBSERVICES_1",
        attempts: [
          expect.objectContaining({ httpStatus: 500 }),
          expect.objectContaining({ httpStatus: 200, outcome: "ok" }),
        ],
      },
    },
  ]);
});

test.each<[object, string]>([
  [
    { logger: { info: () => undefined } },
    "logger is an object; give a logger with debug, warn and error, such as pino or the console.",
  ],
  [{ wireLog: true }, "wireLog is given without a logger. Give a logger too."],
  [
    { redact: { element: ["birthDate"] } },
    "redact must be { elements, customFields }, each a list of names.",
  ],
  [
    { redact: { customFields: "custentity_pin" } },
    "redact must be { elements, customFields }, each a list of names.",
  ],
])("the options %j are refused", (options, message) => {
  const make = (): Client =>
    new Client(smallSchema, { account: "1234567", ...secrets, ...options });
  expect(make).toThrow(
    expect.objectContaining({ code: "configuration", message }),
  );
});
