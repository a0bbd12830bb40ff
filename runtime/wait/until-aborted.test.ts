import { getEventListeners } from "node:events";
import { expect, test } from "vitest";
import { untilAborted } from "./until-aborted.js";

const never = new Promise<number>(() => {});

test("it gives the promise's value or error, and leaves no listener", async () => {
  const { signal } = new AbortController();
  expect(await untilAborted(Promise.resolve(5), signal)).toBe(5);
  expect(await untilAborted(Promise.resolve(5), undefined)).toBe(5);
  const error = new Error("no");
  await expect(untilAborted(Promise.reject(error), signal)).rejects.toBe(error);
  expect(getEventListeners(signal, "abort")).toHaveLength(0);
});

test("an abort, even before it begins, ends the wait at once", async () => {
  const controller = new AbortController();
  const waiting = untilAborted(never, controller.signal);
  controller.abort();
  expect(await waiting).toBeNull();
  expect(await untilAborted(never, controller.signal)).toBeNull();
  expect(getEventListeners(controller.signal, "abort")).toHaveLength(0);
});
