import { getEventListeners } from "node:events";
import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import type { Release } from "./governor.js";
import { createLocalGovernor, type LocalGovernor } from "./local-governor.js";

function withLimit(limit: number): LocalGovernor {
  const governor = createLocalGovernor();
  governor.setLimit({}, limit);
  return governor;
}

/** Takes as many slots as there are at once. */
async function fill(governor: LocalGovernor): Promise<Release[]> {
  const { limit, inFlight } = governor.metrics();
  const slots = Array.from({ length: limit - inFlight }, () =>
    governor.acquire(),
  );
  return Promise.all(slots);
}

test("no more than the limit are in flight, and 4 is the default", async () => {
  const governor = createLocalGovernor();
  expect(governor.metrics()).toEqual({ inFlight: 0, waiting: 0, limit: 4 });
  const slots = await fill(governor);
  const fifth = governor.acquire();
  expect(governor.metrics()).toEqual({ inFlight: 4, waiting: 1, limit: 4 });
  slots[0]?.("served");
  (await fifth)("served");
  expect(governor.metrics()).toEqual({ inFlight: 3, waiting: 0, limit: 4 });
});

test("first come, first served", async () => {
  const governor = withLimit(1);
  const order: number[] = [];
  await Promise.all(
    [0, 1, 2, 3, 4].map(async (each) => {
      const release = await governor.acquire();
      order.push(each);
      await nextTurn();
      release("served");
    }),
  );
  expect(order).toEqual([0, 1, 2, 3, 4]);
});

test("a slot that is given back twice counts once", async () => {
  const governor = withLimit(2);
  const [one] = await fill(governor);
  one?.("served");
  one?.("served");
  expect(governor.metrics().inFlight).toBe(1);
});

test("an abort leaves the queue at once, and no listener", async () => {
  const governor = withLimit(1);
  const [release] = await fill(governor);
  const controller = new AbortController();
  const { signal } = controller;
  const aborted = governor.acquire(signal);
  const after = governor.acquire();
  controller.abort(new Error("enough"));
  await expect(aborted).rejects.toMatchObject({
    message: "The wait for a slot was aborted.",
    cause: new Error("enough"),
  });
  await expect(governor.acquire(signal)).rejects.toThrow("aborted");
  expect(governor.metrics()).toEqual({ inFlight: 1, waiting: 1, limit: 1 });
  release?.("served");
  (await after)("served");
  expect(getEventListeners(signal, "abort")).toHaveLength(0);

  const patient = new AbortController().signal;
  (await governor.acquire(patient))("served");
  expect(getEventListeners(patient, "abort")).toHaveLength(0);
});

test("a throttled burst halves the limit once, down to 1", async () => {
  const governor = withLimit(8);
  const limits: number[] = [];
  for (let each = 0; each < 4; each++) {
    for (const release of await fill(governor)) release("throttled");
    limits.push(governor.metrics().limit);
  }
  expect(limits).toEqual([4, 2, 1, 1]);
});

test("served requests raise it again, by one for each full round, up to the limit given", async () => {
  const governor = withLimit(3);
  (await governor.acquire())("throttled");
  const limits: number[] = [];
  for (let each = 0; each < 6; each++) {
    (await governor.acquire())("served");
    limits.push(governor.metrics().limit);
  }
  expect(limits).toEqual([2, 2, 3, 3, 3, 3]);
  (await governor.acquire())("throttled");
  for (let each = 0; each < 6; each++) (await governor.acquire())("failed");
  expect(governor.metrics().limit).toBe(1);
});

test("in flight sinks to a lowered limit before anyone is let in", async () => {
  const governor = withLimit(4);
  const slots = await fill(governor);
  const next = governor.acquire();
  slots[0]?.("throttled");
  slots[1]?.("served");
  expect(governor.metrics()).toEqual({ inFlight: 2, waiting: 1, limit: 2 });
  slots[2]?.("served");
  await next;
  expect(governor.metrics()).toMatchObject({ inFlight: 2, waiting: 0 });
});
