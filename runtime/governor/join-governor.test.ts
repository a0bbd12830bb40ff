import { expect, test, vi } from "vitest";
import { joinGovernor } from "./join-governor.js";

test("clients of one account share a governor, others do not", () => {
  const one = joinGovernor("1", undefined);
  const two = joinGovernor("1", undefined);
  const other = joinGovernor("2", undefined);
  expect(two.governor).toBe(one.governor);
  expect(other.governor).not.toBe(one.governor);
  for (const each of [one, two, other]) each.leave();
});

test("the lowest limit that is given holds, as long as its client is there", () => {
  const one = joinGovernor("3", undefined);
  const limit = (): number => one.governor.metrics().limit;
  expect(limit()).toBe(4);
  const ten = joinGovernor("3", 10);
  expect(limit()).toBe(10);
  const two = joinGovernor("3", 2);
  expect(limit()).toBe(2);
  two.setLimit(6);
  expect(limit()).toBe(6);
  two.leave();
  expect(limit()).toBe(10);
  ten.leave();
  expect(limit()).toBe(4);
  one.leave();
});

test("it is forgotten when its last client leaves", () => {
  const one = joinGovernor("4", undefined);
  one.leave();
  one.leave();
  const two = joinGovernor("4", undefined);
  expect(two.governor).not.toBe(one.governor);
  one.leave();
  const three = joinGovernor("4", undefined);
  expect(three.governor).toBe(two.governor);
  two.leave();
  three.leave();
});

test("two copies of the runtime share it", async () => {
  vi.resetModules();
  const copy = await import("./join-governor.js");
  expect(copy.joinGovernor).not.toBe(joinGovernor);
  const one = joinGovernor("5", 3);
  const two = copy.joinGovernor("5", 2);
  expect(two.governor).toBe(one.governor);
  expect(one.governor.metrics().limit).toBe(2);
  const releases = await Promise.all([
    one.governor.acquire(),
    two.governor.acquire(),
  ]);
  void one.governor.acquire();
  expect(two.governor.metrics()).toEqual({
    inFlight: 2,
    waiting: 1,
    limit: 2,
  });
  for (const release of releases) release("served");
  one.leave();
  two.leave();
});
