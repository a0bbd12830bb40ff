import { expect, test } from "vitest";
import { CLERK, openClient } from "../fixtures/open-client.js";

test("the server's time is the account's, in Pacific time", async () => {
  const { client } = await openClient(
    {},
    { now: () => new Date("2025-07-01T12:00:00Z") },
  );
  const { getServerTimeResult } = await client.getServerTime();
  expect(getServerTimeResult).toEqual({
    status: { isSuccess: true },
    serverTime: "2025-07-01T05:00:00.000-07:00",
  });
});

test.each([
  ["TSTDRV1234567", "own"],
  ["tstdrv1234567", "own"],
  ["7654321", "https://webservices.netsuite.com"],
  ["no account!", "https://webservices.netsuite.com"],
])("the hosts of account %j are %s", async (account, want) => {
  const { client, emulator } = await openClient();
  const { getDataCenterUrlsResult } = await client.getDataCenterUrls({
    account,
  });
  const origin = want === "own" ? emulator.connection.endpoint : want;
  expect(getDataCenterUrlsResult).toMatchObject({
    status: { isSuccess: true },
    dataCenterUrls: { webservicesDomain: origin },
  });
  const response = await fetch(
    `${emulator.connection.endpoint}/rest/datacenterurls?account=${encodeURIComponent(account)}`,
  );
  expect(await response.json()).toMatchObject({ webservicesDomain: origin });
});

test("an empty account has no hosts", async () => {
  const { client } = await openClient();
  const { getDataCenterUrlsResult } = await client.getDataCenterUrls({
    account: "",
  });
  expect(getDataCenterUrlsResult).toEqual({
    status: {
      isSuccess: false,
      statusDetail: [
        {
          type: "ERROR",
          code: "DATA_REQD",
          message: "The account is required.",
        },
      ],
    },
  });
});

test("governance figures are for administrators", async () => {
  const settings = { concurrencyLimit: 7 };
  const { client } = await openClient({}, { settings });
  expect(await client.getAccountGovernanceInfo()).toEqual({
    getAccountGovernanceInfoResult: {
      status: { isSuccess: true },
      accountConcurrencyLimit: 7,
      unallocatedConcurrencyLimit: 7,
    },
  });
  expect(await client.getIntegrationGovernanceInfo()).toEqual({
    getIntegrationGovernanceInfoResult: {
      status: { isSuccess: true },
      integrationConcurrencyLimit: 7,
      limitType: "_account",
    },
  });
  const { client: clerk } = await openClient({}, { tokens: [CLERK] });
  const refused = await Promise.all([
    clerk.getAccountGovernanceInfo(),
    clerk.getIntegrationGovernanceInfo(),
  ]);
  const status = {
    isSuccess: false,
    statusDetail: [
      {
        type: "ERROR",
        code: "INSUFFICIENT_PERMISSION",
        message:
          "Permission Violation: You need the administrator role to access this page. Please contact your account administrator.",
      },
    ],
  };
  expect(refused).toEqual([
    { getAccountGovernanceInfoResult: { status } },
    { getIntegrationGovernanceInfoResult: { status } },
  ]);
});

test.each([
  ["the same twice", "a@b.example", undefined],
  ["another one", "c@b.example", "newEmail and newEmail2 are not the same."],
])("changeEmail, the new one given as %s", async (_, newEmail2, want) => {
  const { client } = await openClient();
  const { sessionResponse } = await client.changeEmail({
    changeEmail: {
      currentPassword: "secret",
      newEmail: "a@b.example",
      newEmail2,
    },
  });
  expect(sessionResponse.status.statusDetail?.[0]?.message).toBe(want);
  expect(sessionResponse.status.isSuccess).toBe(want === undefined);
});
