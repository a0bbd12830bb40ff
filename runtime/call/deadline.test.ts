import { getEventListeners } from "node:events";
import { expect, test } from "vitest";
import { createFakeSleep } from "./fixtures/fake-sleep.js";
import {
  failure,
  fault,
  found,
  request,
  serve,
} from "./fixtures/soap-server.js";

const blocked = {
  status: 500,
  body: fault("userFault", "WS_REQUEST_BLOCKED", "later"),
};
const broken = "reset";

test("the time may be over while NetSuite works", async () => {
  const { sleep, pending, until, wake } = createFakeSleep();
  const { client, seen } = await serve(() => null, { sleep });
  const failed = failure(client.get(request, { totalTimeoutMs: 9000 }));
  await until(9000);
  while (seen.length === 0) await new Promise(setImmediate);
  wake(9000);
  const error = await failed;
  expect(error).toMatchObject({
    code: "timeout",
    message:
      "The call's 9000 ms (totalTimeoutMs) were over after its request was sent. Whether NetSuite carried it out is not known.",
    outcome: "unknown",
    operation: "get",
    attempts: [{ httpStatus: null }],
  });
  expect(client.governor.metrics()).toMatchObject({ inFlight: 0, waiting: 0 });
  expect(pending()).toEqual([]);
});

test.each([
  [
    blocked,
    "notDone",
    "The call's 9000 ms (totalTimeoutMs) were over while it waited to be sent again. No attempt was carried out.",
  ],
  [
    broken,
    "unknown",
    "The call's 9000 ms (totalTimeoutMs) were over while it waited to be sent again. Whether NetSuite carried an attempt out is not known.",
  ],
] as const)("or between attempts", async (answer, outcome, message) => {
  const { sleep, pending, until, wake } = createFakeSleep();
  const { client } = await serve(() => answer, {
    sleep,
    totalTimeoutMs: 9000,
    maxRetries: 5,
    random: () => 0.5,
  });
  const failed = failure(client.get(request));
  await until(250);
  expect(client.governor.metrics()).toMatchObject({ inFlight: 0 });
  wake(9000);
  const error = await failed;
  expect(error).toMatchObject({ code: "timeout", message, outcome });
  expect(error.attempts).toHaveLength(1);
  expect(error.cause).toMatchObject({ operation: null });
  expect(pending()).toEqual([]);
});

test("or while the call waits for its turn", async () => {
  const { sleep, until, wake } = createFakeSleep();
  const { client, seen } = await serve(() => null, { sleep, concurrency: 1 });
  const first = new AbortController();
  const working = failure(client.get(request, { signal: first.signal }));
  const queued = failure(client.get(request, { totalTimeoutMs: 9000 }));
  await until(9000);
  while (client.governor.metrics().waiting === 0)
    await new Promise(setImmediate);
  expect(client.governor.metrics()).toEqual({
    inFlight: 1,
    waiting: 1,
    limit: 1,
  });
  wake(9000);
  expect(await queued).toMatchObject({
    code: "timeout",
    message:
      "The call's 9000 ms (totalTimeoutMs) were over before anything was sent.",
    outcome: "notDone",
    attempts: [],
  });
  expect(client.governor.metrics().waiting).toBe(0);
  first.abort();
  await working;
  expect(seen.length).toBeLessThanOrEqual(1);
});

test("an abort ends each kind of wait at once, and leaves nothing behind", async () => {
  const { sleep, pending, until } = createFakeSleep();
  const { client } = await serve(() => blocked, {
    sleep,
    concurrency: 1,
    maxRetries: 5,
    totalTimeoutMs: 9000,
    random: () => 0.5,
  });
  const controller = new AbortController();
  const { signal } = controller;
  const failed = failure(client.get(request, { signal }));
  await until(250);
  controller.abort(new Error("enough"));
  expect(await failed).toMatchObject({
    code: "aborted",
    message:
      "The call was aborted while it waited to be sent again. No attempt was carried out.",
    outcome: "notDone",
    cause: new Error("enough"),
    attempts: [{ httpStatus: 500 }],
  });
  expect(pending()).toEqual([]);
  expect(getEventListeners(signal, "abort")).toHaveLength(0);

  const release = await client.governor.acquire();
  const queuing = new AbortController();
  const queued = failure(client.get(request, { signal: queuing.signal }));
  while (client.governor.metrics().waiting === 0)
    await new Promise(setImmediate);
  queuing.abort();
  expect(await queued).toMatchObject({
    message: "The call was aborted before anything was sent.",
    outcome: "notDone",
  });
  release("failed");
  expect(getEventListeners(queuing.signal, "abort")).toHaveLength(0);
  expect(pending()).toEqual([]);
});

test("a call that ends in time leaves neither timer nor listener", async () => {
  const { sleep, pending } = createFakeSleep();
  const { client } = await serve(() => ({ body: found }), { sleep });
  const { signal } = new AbortController();
  await client.get(request, { signal, totalTimeoutMs: 9000 });
  expect(pending()).toEqual([]);
  expect(getEventListeners(signal, "abort")).toHaveLength(0);
});
