import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tracingChannel } from "node:diagnostics_channel";
import { inspect } from "node:util";
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from "@opentelemetry/sdk-trace-base";
import { expect, onTestFinished, test } from "vitest";
import { parseAccount } from "../auth/index.js";
import { createTokenPassport } from "../auth/token-passport.js";
import type { Logger } from "../log/index.js";
import { openTelemetryInterceptor } from "../trace/opentelemetry.js";
import type { ClientOptions } from "./client-options.js";
import { secretSchema } from "./fixtures/secret-schema.js";
import {
  Client,
  envelope,
  fault,
  secrets,
  serve,
  type Answer,
  type Seen,
} from "./fixtures/soap-server.js";

const NONCE = "abcdefghijklmnopqrst";
const NOW = 1_700_000_000_000;

const passport = createTokenPassport(
  { account: parseAccount("1234567_SB1"), ...secrets },
  NONCE,
  NOW / 1000,
);

/** Requests, and what in them is secret. */
const REQUESTS = {
  changePassword: {
    currentPassword: `old<&"'word`,
    newPassword: "new-passw0rd",
    newPassword2: "new-passw0rd",
  },
  add: {
    email: "ann@example.com",
    ccNumber: "4111111111111111",
    ccSecurityCode: "q7x",
    socialSecurityNumber: "078-05-1120",
    customField: [{ scriptId: "custentity_pin", value: "pin-8642" }],
  },
} as const;

const HIDDEN: readonly string[] = [
  ...Object.values(secrets),
  secrets.tokenId.toLowerCase(),
  NONCE,
  passport.signature.$value,
  ...Object.values(REQUESTS.changePassword),
  `old<&"`,
  "old&lt;",
  REQUESTS.add.ccNumber,
  REQUESTS.add.ccSecurityCode,
  REQUESTS.add.socialSecurityNumber,
  "pin-8642",
];

/** All that is shown of calls, by whichever way. */
interface Shown {
  readonly texts: string[];
  readonly options: Partial<ClientOptions>;
}

function watch(): Shown {
  const texts: string[] = [];
  const show = (...values: unknown[]): void => {
    for (const value of values) texts.push(...display(value));
  };
  const logger: Logger = { debug: show, warn: show, error: show };
  for (const name of ["nsgen:call", "nsgen:attempt"]) {
    const subscribers = {
      start: show,
      end: show,
      asyncStart: show,
      asyncEnd: show,
      error: show,
    };
    const channel = tracingChannel<unknown, object>(name);
    channel.subscribe(subscribers);
    onTestFinished(() => {
      channel.unsubscribe(subscribers);
    });
  }
  const exporter = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({
    spanProcessors: [
      new SimpleSpanProcessor(exporter),
      {
        onStart: () => undefined,
        onEnd: ({ name, attributes, events, status }) => {
          show({ name, attributes, events, status });
        },
        shutdown: () => Promise.resolve(),
        forceFlush: () => Promise.resolve(),
      },
    ],
  });
  return {
    texts,
    options: {
      logger,
      wireLog: true,
      redact: { customFields: ["custentity_pin"] },
      interceptors: [
        openTelemetryInterceptor({ tracer: provider.getTracer("test") }),
      ],
      now: () => NOW,
      nonce: () => NONCE,
      sleep: () => Promise.resolve(),
      maxRetries: 1,
    },
  };
}

/** A value in every form that a program may write down. */
function display(value: unknown): string[] {
  const texts = [
    inspect(value, {
      depth: Infinity,
      showHidden: true,
      maxStringLength: null,
    }),
    JSON.stringify({ value }),
    String(value),
    inspect(cloneOf(value), { depth: Infinity, showHidden: true }),
  ];
  if (value instanceof Error)
    texts.push(value.message, value.stack ?? "", ...display(value.cause));
  return texts;
}

function cloneOf(value: unknown): unknown {
  try {
    return structuredClone(value);
  } catch {
    return undefined;
  }
}

async function callAll(
  endpoint: string,
  { texts, options }: Shown,
  signal?: AbortSignal,
): Promise<string[]> {
  const client = new Client(secretSchema, {
    account: "1234567-sb1",
    ...secrets,
    endpoint,
    ...options,
  });
  onTestFinished(() => client.close());
  const ends: string[] = [];
  for (const [operation, request] of Object.entries(REQUESTS)) {
    const end: unknown = await client
      .send(operation, request, { signal, attemptTimeoutMs: 300 })
      .then(
        () => "ok",
        (error: unknown) => error,
      );
    ends.push(
      end instanceof Error && "code" in end ? String(end.code) : String(end),
    );
    texts.push(...display(end), ...display(client));
  }
  return ends;
}

function expectNoSecret({ texts }: Shown): void {
  const shown = texts.join("\n");
  expect(shown).toContain("changePassword");
  for (const each of HIDDEN) expect(shown).not.toContain(each);
}

const done = (operation: string): string =>
  envelope(
    `<${operation}Response xmlns="urn:messages_2022_1.platform.webservices.netsuite.com"><status isSuccess="true"/></${operation}Response>`,
  );
const escape = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const html = { "content-type": "text/html" };
const plain = { "content-type": "text/plain" };

test.each<[what: string, end: string, answer: (seen: Seen) => Answer]>([
  [
    "a success",
    "ok",
    ({ text }) => ({
      body: done(text.includes("changePassword") ? "changePassword" : "add"),
    }),
  ],
  [
    "a fault that repeats the request",
    "fault",
    ({ text }) => ({
      status: 500,
      body: fault("userFault", "USER_ERROR", escape(text)),
    }),
  ],
  [
    "a fault that repeats it in an element that no schema has",
    "fault",
    ({ text }) => ({
      status: 500,
      body: fault("userFault", "USER_ERROR", "no").replace(
        "<ns1:hostname",
        `<echo><![CDATA[${text}]]></echo>${text.replace(/^<\?.*\?>/, "")}<ns1:hostname`,
      ),
    }),
  ],
  [
    "an HTML page that repeats it",
    "http",
    ({ text }) => ({
      status: 503,
      headers: html,
      body: `<html>${text}</html>`,
    }),
  ],
  [
    "an HTML page that shows it",
    "http",
    ({ text }) => ({
      status: 503,
      headers: html,
      body: `<html>${escape(text)}</html>`,
    }),
  ],
  [
    "text that repeats its end",
    "http",
    ({ text }) => ({
      status: 400,
      headers: plain,
      body: text.replaceAll("<", "(").slice(-400),
    }),
  ],
  ["the request itself", "decode", ({ text }) => ({ body: text })],
  [
    "half of the request",
    "decode",
    ({ text }) => ({ body: text.slice(0, -20) }),
  ],
  [
    "the request as the names of elements and attributes",
    "decode",
    ({ text }) => ({ body: envelope(`<x ${text}/><q7x/>`) }),
  ],
  [
    "gzip that is none",
    "decode",
    ({ text }) => ({ headers: { "content-encoding": "gzip" }, body: text }),
  ],
  [
    "a content-encoding that repeats it",
    "decode",
    () => ({
      headers: { "content-encoding": `x-${secrets.tokenId}` },
      body: "",
    }),
  ],
  [
    "another response",
    "decode",
    () => ({ body: done("add").replaceAll("addResponse", "getResponse") }),
  ],
  ["a broken connection", "transport", () => "reset"],
  ["no answer", "timeout", () => null],
])("no secret shows anywhere after %s", async (_, end, answer) => {
  const { endpoint } = await serve(answer);
  const shown = watch();
  expect(await callAll(endpoint, shown)).toEqual([end, end]);
  expectNoSecret(shown);
});

test("no secret shows anywhere after an answer that is not HTTP", async () => {
  const server = createServer((socket) => {
    socket.on("data", (bytes) => {
      socket.end(bytes.toString("latin1").replaceAll("\r\n", " "));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo; // a TCP server has no other address
  const shown = watch();
  const ends = await callAll(`http://127.0.0.1:${port}`, shown);
  expect(ends).toEqual(["transport", "transport"]);
  expectNoSecret(shown);
});

test("no secret shows anywhere after an abort", async () => {
  const abort = new AbortController();
  const { endpoint } = await serve(() => {
    abort.abort(new Error("enough"));
    return null;
  });
  const shown = watch();
  const ends = await callAll(endpoint, shown, abort.signal);
  expect(ends).toEqual(["aborted", "aborted"]);
  expectNoSecret(shown);
});

test("no secret shows in the error of a request that cannot be encoded", async () => {
  const { endpoint } = await serve(() => null);
  const shown = watch();
  const client = new Client(secretSchema, {
    account: "1234567-sb1",
    ...secrets,
    endpoint,
    ...shown.options,
  });
  const { newPassword } = REQUESTS.changePassword;
  const { ccNumber } = REQUESTS.add;
  for (const [operation, request] of [
    ["changePassword", { ...REQUESTS.changePassword, [newPassword]: 1 }],
    [
      "changePassword",
      { ...REQUESTS.changePassword, newPassword2: [newPassword] },
    ],
    ["add", { ...REQUESTS.add, ccNumber: Number(ccNumber) }],
    ["add", { ...REQUESTS.add, email: { password: newPassword } }],
    ["add", { ...REQUESTS.add, ccSecurityCode: "q7x\u0000" }],
  ] as const) {
    const error: unknown = await client
      .send(operation, request)
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: "encode" });
    shown.texts.push(...display(error));
  }
  expectNoSecret(shown);
});
