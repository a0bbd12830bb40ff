import {
  context,
  SpanStatusCode,
  trace,
  type Attributes,
  type Meter,
} from "@opentelemetry/api";
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
  type ReadableSpan,
} from "@opentelemetry/sdk-trace-base";
import { expect, test } from "vitest";
import type { CallHandler, OutgoingCall } from "../call/interceptor.js";
import { NetSuiteFaultError, type Attempt } from "../errors/index.js";
import { openTelemetryInterceptor } from "./opentelemetry.js";

const exporter = new InMemorySpanExporter();
const provider = new BasicTracerProvider({
  spanProcessors: [new SimpleSpanProcessor(exporter)],
});
const tracer = provider.getTracer("test");

const call: OutgoingCall = {
  operation: "get",
  request: { password: "s3cretly!" },
  options: {},
  signal: undefined,
  context: new Map(),
};
const attempt: Attempt = {
  url: "https://1234567.suitetalk.api.netsuite.com/services/NetSuitePort_2025_2",
  waitedMs: 0,
  startedAt: 1_700_000_000_000,
  durationMs: 250,
  outcome: "ok",
  httpStatus: 200,
};
const refused: Attempt = {
  ...attempt,
  outcome: "get was refused",
  httpStatus: 500,
};
const server = {
  "server.address": "1234567.suitetalk.api.netsuite.com",
  "server.port": 443,
};
const rpc = { "rpc.system.name": "soap", "rpc.method": "NetSuitePortType/get" };

interface Measured {
  readonly name: string;
  readonly value: number;
  readonly attributes: Attributes | undefined;
}

/** The instruments that are used, of a meter that keeps what it is told. */
function recordMeter(): { meter: Meter; measured: Measured[] } {
  const measured: Measured[] = [];
  const create = (name: string) => {
    const note = (value: number, attributes?: Attributes): void => {
      measured.push({ name, value, attributes });
    };
    return { add: note, record: note };
  };
  const meter = {
    createHistogram: create,
    createUpDownCounter: create,
    createCounter: create,
  } as unknown as Meter; // all of it that the interceptor uses
  return { meter, measured };
}

async function run(
  handler: CallHandler,
  options: { readonly attemptSpans?: boolean } = {},
): Promise<{ spans: readonly ReadableSpan[]; measured: Measured[] }> {
  exporter.reset();
  const { meter, measured } = recordMeter();
  const intercepted = openTelemetryInterceptor({ tracer, meter, ...options });
  await intercepted(handler)(call).catch(() => undefined);
  return { spans: exporter.getFinishedSpans(), measured };
}

const succeed =
  (attempts: readonly Attempt[]): CallHandler =>
  () =>
    Promise.resolve({ value: {}, nsId: "WS_1", headers: {}, attempts });

test("a call is a span, and so is each attempt below it", async () => {
  const { spans } = await run(succeed([refused, attempt]));
  const [first, second, whole] = spans;
  expect(spans.map(({ name }) => name)).toEqual([
    "POST",
    "POST",
    "NetSuitePortType/get",
  ]);
  expect(whole?.attributes).toEqual({
    ...rpc,
    ...server,
    "netsuite.ns_id": "WS_1",
  });
  expect(whole?.status.code).toBe(SpanStatusCode.UNSET);
  for (const each of [first, second])
    expect(each?.parentSpanContext?.spanId).toBe(whole?.spanContext().spanId);
  const http = {
    "http.request.method": "POST",
    "url.full": attempt.url,
    ...server,
  };
  expect(first?.attributes).toEqual({
    ...http,
    "http.response.status_code": 500,
    "error.type": "500",
  });
  expect(first?.status).toEqual({
    code: SpanStatusCode.ERROR,
    message: "get was refused",
  });
  expect(second?.attributes).toEqual({
    ...http,
    "http.request.resend_count": 1,
    "http.response.status_code": 200,
  });
  expect([second?.startTime, second?.duration]).toEqual([
    [1_700_000_000, 0],
    [0, 250_000_000],
  ]);
});

test("a call that fails is a span with NetSuite's code", async () => {
  const { spans } = await run(
    () =>
      Promise.reject(
        new NetSuiteFaultError("get was refused", {
          netsuiteCode: "USER_ERROR",
          outcome: "notDone",
          attempts: [refused],
        }),
      ),
    { attemptSpans: false },
  );
  expect(spans).toHaveLength(1);
  expect(spans[0]?.attributes).toEqual({
    ...rpc,
    ...server,
    "netsuite.outcome": "notDone",
    "rpc.status_code": "USER_ERROR",
    "error.type": "USER_ERROR",
  });
  expect(spans[0]?.status).toEqual({
    code: SpanStatusCode.ERROR,
    message: "get was refused",
  });
});

test("another interceptor's error is one too", async () => {
  const { spans } = await run(() => Promise.reject(new TypeError("x")));
  expect(spans[0]?.attributes).toEqual({ ...rpc, "error.type": "TypeError" });
});

test("duration, calls under way and retries are measured", async () => {
  const { measured } = await run(succeed([refused, attempt]));
  expect(measured).toEqual([
    { name: "netsuite.client.active_calls", value: 1, attributes: rpc },
    { name: "netsuite.client.active_calls", value: -1, attributes: rpc },
    { name: "netsuite.client.retries", value: 1, attributes: rpc },
    {
      name: "rpc.client.call.duration",
      value: expect.any(Number) as number,
      attributes: { ...rpc, ...server },
    },
  ]);
});

test("without a provider nothing is traced, and the call goes on", async () => {
  const result = await openTelemetryInterceptor()(succeed([attempt]))(call);
  expect(result.nsId).toBe("WS_1");
  expect(trace.getSpan(context.active())).toBeUndefined();
});
