import { tracingChannel } from "node:diagnostics_channel";
import { expect, onTestFinished, test } from "vitest";
import { NetSuiteFaultError } from "../errors/index.js";
import { traceAttempt, traceCall } from "./channels.js";

const call = { operation: "get", version: "2025_2", account: "1234567" };
const attempt = { operation: "get", attempt: 1, url: "https://x/services" };
const result = { value: { secret: 1 }, nsId: "WS_1", attempts: [] };

/** What the subscribers of a channel are told, as it was at the time. */
function listen(name: string): [string, unknown][] {
  const told: [string, unknown][] = [];
  const note = (event: string) => (message: object) => {
    told.push([event, { ...message }]);
  };
  const subscribers = {
    start: note("start"),
    end: note("end"),
    asyncStart: note("asyncStart"),
    asyncEnd: note("asyncEnd"),
    error: note("error"),
  };
  const channel = tracingChannel(name);
  channel.subscribe(subscribers);
  onTestFinished(() => {
    channel.unsubscribe(subscribers);
  });
  return told;
}

test("a call is told of without its value", async () => {
  const told = listen("nsgen:call");
  expect(await traceCall({ ...call }, () => Promise.resolve(result))).toBe(
    result,
  );
  const end = { ...call, result: { nsId: "WS_1", attempts: [] } };
  expect(told).toEqual([
    ["start", call],
    ["end", call],
    ["asyncStart", end],
    ["asyncEnd", end],
  ]);
});

test("a call that fails is told of with its error", async () => {
  const told = listen("nsgen:call");
  const error = new NetSuiteFaultError("no");
  await expect(
    traceCall({ ...call }, () => Promise.reject(error)),
  ).rejects.toBe(error);
  expect(told.map(([name]) => name)).toEqual([
    "start",
    "end",
    "error",
    "asyncStart",
    "asyncEnd",
  ]);
  expect(told.at(-1)?.[1]).toEqual({ ...call, error });
});

test("an attempt whose failure is a result is told of as failed, and its result handed on", async () => {
  const told = listen("nsgen:attempt");
  const error = new NetSuiteFaultError("no");
  const failed = { error };
  const traced = traceAttempt(
    { ...attempt },
    () => Promise.resolve(failed),
    ({ error }) => {
      throw error;
    },
  );
  expect(await traced).toBe(failed);
  expect(told.at(-1)).toEqual(["asyncEnd", { ...attempt, error }]);
});

test("where nobody subscribes nothing is summarised", async () => {
  const traced = traceAttempt(
    attempt,
    () => Promise.resolve(7),
    () => {
      throw new Error("summarised");
    },
  );
  expect(await traced).toBe(7);
});
