import { expect, test } from "vitest";
import {
  failure,
  found,
  refused,
  request,
  serve,
} from "./fixtures/soap-server.js";
import { createServerClock } from "./server-clock.js";

const at = (ms: number): string => new Date(ms).toUTCString();
const noon = Date.parse("2026-01-01T12:00:00Z");

test.each<[string, serverAhead: number, tookMs: number, correction: number]>([
  ["the same time", 0, 0, 0],
  ["29 s are tolerated", 29_000, 0, 0],
  ["31 s ahead", 31_000, 0, 31_000],
  ["31 s behind", -32_000, 0, -31_001],
  ["10 minutes ahead", 600_000, 0, 600_000],
  [
    "what the response's duration explains is no difference",
    -600_000,
    600_000,
    0,
  ],
])("%s", (_, serverAhead, tookMs, correction) => {
  const clock = createServerClock();
  clock.learn(at(noon + tookMs + serverAhead), noon, noon + tookMs);
  expect(clock.correctionMs()).toBe(correction);
});

test("a slow response unlearns nothing, a quick one does", () => {
  const clock = createServerClock();
  clock.learn(at(noon + 600_000), noon, noon);
  clock.learn(at(noon + 600_000), noon, noon + 900_000);
  expect(clock.correctionMs()).toBe(600_000);
  clock.learn(at(noon), noon, noon);
  expect(clock.correctionMs()).toBe(0);
});

test.each([undefined, "", "yesterday"])("%j teaches nothing", (date) => {
  const clock = createServerClock();
  clock.learn(date, noon, noon);
  expect([clock.correctionMs(), clock.errorMs(0)]).toEqual([0, 0]);
});

/** Answers logins whose timestamp is more than five minutes off as NetSuite does. */
async function login(clientAhead: number, isStrict = false) {
  const server = await serve(
    ({ text }) => {
      const timestamp = Number(/timestamp>(\d+)</.exec(text)?.[1]) * 1000;
      const isGood = !isStrict && Math.abs(timestamp - noon) <= 300_000;
      return {
        status: isGood ? 200 : 500,
        body: isGood ? found : refused,
        headers: { date: at(noon) },
      };
    },
    {
      now: () => noon + clientAhead,
      maxRetries: 5,
      sleep: () => Promise.resolve(),
    },
  );
  return server;
}

test("a login that failed by a wrong clock is repeated once, with the server's time", async () => {
  const { client, seen } = await login(7_200_000);
  await client.get(request);
  expect(seen).toHaveLength(2);
  await client.get(request);
  expect(seen).toHaveLength(3);
});

test.each([
  ["the clock is right", 0, 1],
  ["the clock is 3 minutes off", 180_000, 1],
  ["the clock was 2 hours off, and is corrected", 7_200_000, 2],
])("a login that fails though %s is not repeated", async (_, ahead, sent) => {
  const { client, seen } = await login(ahead, true);
  await failure(client.get(request));
  expect(seen).toHaveLength(sent);
  await failure(client.get(request));
  expect(seen).toHaveLength(sent + 1);
});
