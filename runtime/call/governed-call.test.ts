import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import type { Governor, SlotResult } from "../governor/index.js";
import { createFakeSleep } from "./fixtures/fake-sleep.js";
import { smallSchema } from "./fixtures/small-schema.js";
import {
  Client,
  envelope,
  failure,
  fault,
  found,
  request,
  secrets,
  serve,
  type Answer,
} from "./fixtures/soap-server.js";

test("all clients of an account together keep to the lowest limit", async () => {
  let inFlight = 0;
  let most = 0;
  const { client, endpoint } = await serve(
    async () => {
      most = Math.max(most, ++inFlight);
      for (let turns = 0; turns < 5; turns++) await nextTurn();
      inFlight -= 1;
      return { body: found };
    },
    { concurrency: 3 },
  );
  const others = [undefined, 7].map(
    (concurrency) =>
      new Client(smallSchema, {
        account: "1234567_SB1",
        ...secrets,
        endpoint,
        concurrency,
      }),
  );
  const clients = [client, ...others];
  await Promise.all(
    clients.flatMap((each) =>
      Array.from({ length: 10 }, () => each.get(request)),
    ),
  );
  expect(most).toBe(3);
  expect(client.governor.metrics()).toEqual({
    inFlight: 0,
    waiting: 0,
    limit: 3,
  });
  await Promise.all(others.map((each) => each.close()));
});

test("a slot is held until the body is read, and not while a call waits to try again", async () => {
  const { sleep, until, wake } = createFakeSleep();
  const { client, seen } = await serve(
    () =>
      seen.length === 1
        ? { status: 503, headers: { "content-type": "text/html" }, body: "" }
        : { body: found },
    { sleep, concurrency: 1, maxRetries: 1, random: () => 0.5 },
  );
  const first = client.get(request);
  await until(250);
  expect(client.governor.metrics().inFlight).toBe(0);
  await client.get(request);
  wake(250);
  await first;
  expect(seen).toHaveLength(3);
});

test("concurrency faults lower the limit, served calls raise it", async () => {
  const { client, seen } = await serve(
    () =>
      seen.length === 1
        ? { status: 500, body: fault("userFault", "WS_REQUEST_BLOCKED", "x") }
        : { body: found },
    { concurrency: 2, maxRetries: 1, sleep: () => Promise.resolve() },
  );
  expect(client.governor.metrics().limit).toBe(2);
  await failure(client.get(request, { maxRetries: 0 }));
  expect(client.governor.metrics().limit).toBe(1);
  await client.get(request);
  expect(client.governor.metrics().limit).toBe(2);
});

test("a governor of the application's own is asked for each attempt, and told what came of it", async () => {
  const results: SlotResult[] = [];
  const governor: Governor = {
    acquire: () =>
      Promise.resolve((result) => {
        results.push(result);
      }),
    metrics: () => ({ inFlight: 0, waiting: 0, limit: 1 }),
  };
  const html = { "content-type": "text/html" };
  const answers: Answer[] = [
    { status: 429, headers: html, body: "" },
    { status: 500, body: fault("userFault", "WS_REQUEST_BLOCKED", "x") },
    { status: 503, headers: html, body: "" },
    "reset",
    { body: found },
    { status: 500, body: fault("userFault", "USER_ERROR", "x") },
  ];
  const { client, seen } = await serve(() => answers[seen.length - 1] ?? null, {
    governor,
    maxRetries: 5,
    sleep: () => Promise.resolve(),
  });
  await client.get(request);
  await failure(client.get(request));
  expect(results).toEqual([
    "throttled",
    "throttled",
    "failed",
    "failed",
    "served",
    "served",
  ]);
  expect(client.governor).toBe(governor);
});

test("a governor that fails is told of, and nothing is sent", async () => {
  const cause = new Error("redis is away");
  const { client, seen } = await serve(() => ({ body: found }), {
    governor: {
      acquire: () => Promise.reject(cause),
      metrics: () => ({ inFlight: 0, waiting: 0, limit: 0 }),
    },
  });
  expect(await failure(client.get(request))).toMatchObject({
    code: "transport",
    message:
      "The governor gave no slot: redis is away. Nothing was sent. Check the governor that the client was given.",
    outcome: "notDone",
    operation: "get",
    cause,
  });
  expect(seen).toEqual([]);
});

const account = (fields: string): string =>
  `<getAccountGovernanceInfoResponse xmlns="urn:messages_2022_1.platform.webservices.netsuite.com"><getAccountGovernanceInfoResult><status isSuccess="true"/>${fields}</getAccountGovernanceInfoResult></getAccountGovernanceInfoResponse>`;
const integration = (fields: string): string =>
  account(fields).replaceAll("AccountGov", "IntegrationGov");

test.each<
  [
    string,
    account: string,
    integration: string,
    found: number | null,
    limit: number,
  ]
>([
  [
    "what no integration has for itself, less one",
    "<accountConcurrencyLimit>15</accountConcurrencyLimit><unallocatedConcurrencyLimit>10</unallocatedConcurrencyLimit>",
    "<integrationConcurrencyLimit>10</integrationConcurrencyLimit><limitType>_account</limitType>",
    9,
    9,
  ],
  [
    "the account's, less one",
    "<accountConcurrencyLimit>5</accountConcurrencyLimit>",
    "",
    4,
    4,
  ],
  [
    "the integration's own",
    "<accountConcurrencyLimit>15</accountConcurrencyLimit>",
    "<integrationConcurrencyLimit>6</integrationConcurrencyLimit><limitType>_integrationSpecific</limitType>",
    6,
    6,
  ],
  [
    "never less than one",
    "<accountConcurrencyLimit>1</accountConcurrencyLimit>",
    "",
    1,
    1,
  ],
  ["nothing", "", "", null, 4],
])(
  "adoptGovernanceLimit takes %s",
  async (_, ofAccount, ofIntegration, want, limit) => {
    const { client } = await serve(({ text }) => ({
      body: envelope(
        text.includes("getIntegrationGovernanceInfo")
          ? integration(ofIntegration)
          : account(ofAccount),
      ),
    }));
    expect(await client.adoptGovernanceLimit()).toBe(want);
    expect(client.governor.metrics().limit).toBe(limit);
  },
);

test("a role that may not ask, and a lower option, are left as they are", async () => {
  const refusing = await serve(() => ({
    status: 500,
    body: fault("insufficientPermissionFault", "INSUFFICIENT_PERMISSION", "no"),
  }));
  expect(await refusing.client.adoptGovernanceLimit()).toBeNull();
  expect(refusing.client.governor.metrics().limit).toBe(4);
  await refusing.client.close();

  const { client } = await serve(
    ({ text }) => ({
      body: envelope(
        text.includes("getIntegrationGovernanceInfo")
          ? integration("")
          : account("<accountConcurrencyLimit>20</accountConcurrencyLimit>"),
      ),
    }),
    { concurrency: 2 },
  );
  expect(await client.adoptGovernanceLimit()).toBe(19);
  expect(client.governor.metrics().limit).toBe(2);
});
