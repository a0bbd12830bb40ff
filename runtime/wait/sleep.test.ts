import { getEventListeners } from "node:events";
import { expect, test, vi } from "vitest";
import { sleep } from "./sleep.js";

test("it ends when the time is over, and leaves no listener", async () => {
  const { signal } = new AbortController();
  const sleeping = sleep(1, signal);
  expect(getEventListeners(signal, "abort")).toHaveLength(1);
  await sleeping;
  expect(getEventListeners(signal, "abort")).toHaveLength(0);
});

test("an abort ends it at once, and leaves neither timer nor listener", async () => {
  vi.useFakeTimers();
  try {
    const controller = new AbortController();
    const sleeping = sleep(60_000, controller.signal);
    expect(vi.getTimerCount()).toBe(1);
    controller.abort();
    await sleeping;
    expect(vi.getTimerCount()).toBe(0);
    expect(getEventListeners(controller.signal, "abort")).toHaveLength(0);
    await sleep(60_000, controller.signal);
    expect(vi.getTimerCount()).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});
