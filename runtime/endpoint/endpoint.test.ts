import { expect, test } from "vitest";
import {
  NetSuiteFaultError,
  NetSuiteHttpError,
  NetSuiteTransportError,
} from "../errors/index.js";
import { createDiscoveryCache } from "./discovery-cache.js";
import {
  createDiscoveredEndpoint,
  createFixedEndpoint,
  type Endpoint,
} from "./endpoint.js";
import { isWrongHost } from "./wrong-host.js";

const service = new URL(
  "https://x.example/services/NetSuitePort_2022_1?NS_VER=2025.2",
);

/** An endpoint whose lookups find one origin after another; null is a lookup that fails. */
function discover(...origins: (string | null)[]): {
  endpoint: Endpoint;
  other: Endpoint;
  lookups: () => number;
} {
  let lookups = 0;
  const lookUp = async (): Promise<string> => {
    const origin = origins[lookups];
    lookups += 1;
    await Promise.resolve();
    if (origin == null) throw new Error("no answer");
    return origin;
  };
  const cache = createDiscoveryCache();
  return {
    endpoint: createDiscoveredEndpoint(service, cache, "key", lookUp),
    other: createDiscoveredEndpoint(service, cache, "key", lookUp),
    lookups: () => lookups,
  };
}

test("scheme and host are replaced, path and query are kept", async () => {
  const { endpoint } = discover("http://a.netsuite.com");
  expect((await endpoint.locate()).href).toBe(
    "http://a.netsuite.com/services/NetSuitePort_2022_1?NS_VER=2025.2",
  );
});

test("one lookup serves all calls of all clients", async () => {
  const { endpoint, other, lookups } = discover("https://a.netsuite.com");
  await Promise.all([endpoint.locate(), other.locate(), endpoint.locate()]);
  await other.locate();
  expect(lookups()).toBe(1);
});

test("a failure is told to those who wait, and not remembered", async () => {
  const { endpoint, other, lookups } = discover(null, "https://a.netsuite.com");
  const [first, second] = await Promise.allSettled([
    endpoint.locate(),
    other.locate(),
  ]);
  expect([first.status, second.status]).toEqual(["rejected", "rejected"]);
  expect((await endpoint.locate()).host).toBe("a.netsuite.com");
  expect(lookups()).toBe(2);
});

test("a wrong host is forgotten, once for all that found it wrong", async () => {
  const { endpoint, other, lookups } = discover(
    "https://a.netsuite.com",
    "https://b.netsuite.com",
  );
  const wrong = await endpoint.locate();
  expect(
    await Promise.all([endpoint.relocate(wrong), other.relocate(wrong)]),
  ).toEqual([true, true]);
  expect(await other.relocate(wrong)).toBe(true);
  expect(lookups()).toBe(2);
});

test("the same host again is not elsewhere, nor is none", async () => {
  const { endpoint } = discover(
    "https://a.netsuite.com",
    "https://a.netsuite.com",
    null,
  );
  const wrong = await endpoint.locate();
  expect(await endpoint.relocate(wrong)).toBe(false);
  expect(await endpoint.relocate(wrong)).toBe(false);
});

test("a given endpoint is where it is", async () => {
  const endpoint = createFixedEndpoint(service);
  expect(await endpoint.locate()).toBe(service);
  expect(await endpoint.relocate(service)).toBe(false);
});

test.each([
  [
    true,
    new NetSuiteFaultError("refused", {
      faultString:
        "You are not requesting the correct data center for your company.",
    }),
  ],
  [false, new NetSuiteFaultError("Invalid login attempt.")],
  [true, new NetSuiteHttpError("404", { status: 404 })],
  [false, new NetSuiteHttpError("503", { status: 503 })],
  [
    true,
    new NetSuiteTransportError("no name", {
      cause: Object.assign(new Error(), { code: "ENOTFOUND" }),
    }),
  ],
  [
    false,
    new NetSuiteTransportError("refused", {
      cause: Object.assign(new Error(), { code: "ECONNREFUSED" }),
    }),
  ],
])("%j: %s", (want, error) => {
  expect(isWrongHost(error)).toBe(want);
});
