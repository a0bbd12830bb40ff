import { expect, test } from "vitest";
import type { Context } from "../context.js";
import type { Network } from "../network.js";
import { connection } from "./connection.js";

const network: Network = {
  resolve: () => Promise.resolve(["192.0.2.1"]),
  connect: () =>
    Promise.reject(Object.assign(new Error("no TLS"), { code: "EPROTO" })),
};

const onNetSuite =
  "Check the port and the scheme of the endpoint; NetSuite speaks TLS 1.2 and later on port 443.";
const onThisMachine = (host: string): string =>
  `Where it is an emulator, give http:// in the endpoint: http://${host}.`;
const onPrivate = (host: string, port: string): string =>
  `Give that server TLS, or reach it as this machine's own: forward a port to ${host}, and give http://127.0.0.1:${port} as the endpoint. Clients send plain http to this machine only.`;

test.each([
  ["https://localhost:7080", onThisMachine("localhost:7080")],
  ["https://[::1]:7080", onThisMachine("[::1]:7080")],
  ["https://192.168.1.7:7080", onPrivate("192.168.1.7:7080", "7080")],
  ["https://10.0.0.7", onPrivate("10.0.0.7", "<port>")],
  ["https://emulator:7080", onPrivate("emulator:7080", "7080")],
  ["https://172.32.0.1:7080", onNetSuite],
  ["https://gateway.example.com", onNetSuite],
])("%s that speaks no TLS", async (endpoint, fix) => {
  // The check looks at nothing else of the context.
  const context = {
    configured: { destination: { service: new URL(endpoint) } },
    network,
    proxy: null,
    now: Date.now,
  } as Context;
  expect(await connection.run(context)).toMatchObject({
    status: "fail",
    cause:
      "What answers there does not speak TLS, or only versions that are switched off.",
    fix,
  });
});

test("a proxy that speaks no TLS is no endpoint", async () => {
  const url = new URL("https://localhost:3128");
  const context = {
    configured: { destination: { service: new URL("https://localhost") } },
    network,
    proxy: { variable: "HTTPS_PROXY", url },
    now: Date.now,
  } as Context;
  expect(await connection.run(context)).toMatchObject({ fix: onNetSuite });
});
