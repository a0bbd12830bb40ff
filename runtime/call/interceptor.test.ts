import { expect, test } from "vitest";
import { NetSuiteFaultError } from "../errors/index.js";
import {
  failure,
  found,
  refused,
  request,
  serve,
} from "./fixtures/soap-server.js";
import type { CallResult, Interceptor, OutgoingCall } from "./interceptor.js";

test("the first interceptor is outermost, and each sees the call once, retries or not", async () => {
  const log: string[] = [];
  const logged =
    (name: string): Interceptor =>
    (next) =>
    async (call) => {
      log.push(`${name} > ${call.operation}`);
      const result = await next(call);
      log.push(`${name} < ${result.attempts.length} ${String(result.nsId)}`);
      return result;
    };
  const { client, seen } = await serve(
    () =>
      seen.length === 1
        ? { status: 503, headers: { "content-type": "text/html" }, body: "" }
        : { body: found },
    {
      interceptors: [logged("a"), logged("b")],
      maxRetries: 1,
      sleep: () => Promise.resolve(),
    },
  );
  await client.get(request);
  expect(log).toEqual([
    "a > get",
    "b > get",
    "b < 2 WEBSERVICES_1",
    "a < 2 WEBSERVICES_1",
  ]);
});

test("it may change request, options and value", async () => {
  const { client, seen } = await serve(() => ({ body: found }), {
    interceptors: [
      (next) => async (call) => {
        const result = await next({
          ...call,
          request: { baseRef: { type: "vendor", internalId: "7" } },
          options: { ...call.options, preferences: { warningAsError: true } },
        });
        return { ...result, value: "changed" };
      },
    ],
  });
  expect(await client.get(request)).toBe("changed");
  expect(seen[0]?.text).toMatch(/internalId="7"/);
  expect(seen[0]?.text).toMatch(/warningAsError>true</);
});

test("it may answer the call itself", async () => {
  const cached: CallResult = {
    value: "cached",
    nsId: null,
    headers: {},
    attempts: [],
  };
  const { client, seen } = await serve(() => ({ body: found }), {
    interceptors: [() => () => Promise.resolve(cached)],
  });
  expect(await client.get(request)).toBe("cached");
  expect(seen).toEqual([]);
});

test("it sees errors whole, and may hold them back", async () => {
  const errors: unknown[] = [];
  const { client } = await serve(() => ({ status: 500, body: refused }), {
    interceptors: [
      (next) => (call) =>
        next(call).catch((error: unknown) => {
          errors.push(error);
          throw error;
        }),
    ],
  });
  const error = await failure(client.get(request));
  expect(errors).toEqual([error]);
  expect(error).toBeInstanceOf(NetSuiteFaultError);
  expect(error).toMatchObject({ operation: "get", nsId: "WEBSERVICES_1" });
});

test("what it changes is checked as what the caller gives", async () => {
  const { client, seen } = await serve(() => ({ body: found }), {
    interceptors: [
      (next) => (call) => next({ ...call, options: { maxRetries: 50 } }),
    ],
  });
  expect((await failure(client.get(request))).message).toBe(
    "maxRetries must be a whole number from 0 to 10.",
  );
  expect(seen).toEqual([]);
});

test("it has the signal, and a place of its own for each call", async () => {
  const calls: OutgoingCall[] = [];
  const { client } = await serve(() => ({ body: found }), {
    interceptors: [
      (next) => (call) => {
        calls.push(call);
        call.context.set("id", calls.length);
        return next(call);
      },
      (next) => (call) => {
        expect(call.context.get("id")).toBe(calls.length);
        return next(call);
      },
    ],
  });
  const { signal } = new AbortController();
  await client.get(request, { signal, maxRetries: 1 });
  await client.get(request);
  expect(calls.map((each) => each.signal)).toEqual([signal, undefined]);
  expect(calls[0]?.options).toEqual({ maxRetries: 1 });
});
