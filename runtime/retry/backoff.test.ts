import { expect, test } from "vitest";
import { createBackoff } from "./backoff.js";

test.each([
  ["short", [500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]],
  ["long", [5000, 10_000, 20_000, 30_000, 30_000, 30_000, 30_000, 30_000]],
] as const)("%s waits lie between 0 and %j", (wait, most) => {
  const bounds = (random: number): number[] =>
    most.map((_, index) => createBackoff(() => random)(index + 1, wait));
  expect(bounds(0)).toEqual(most.map(() => 0));
  expect(bounds(1)).toEqual(most);
});

test("the jitter is full: waits are spread over all of it", () => {
  const backoff = createBackoff(Math.random);
  const tenths = new Set<number>();
  for (let each = 0; each < 1000; each++) {
    const ms = backoff(3, "short");
    expect(ms).toBeGreaterThanOrEqual(0);
    expect(ms).toBeLessThan(2000);
    tenths.add(Math.floor(ms / 200));
  }
  expect(tenths.size).toBe(10);
});
