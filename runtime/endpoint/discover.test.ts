import { expect, test } from "vitest";
import { parseAccount } from "../auth/index.js";
import { discoverByRest } from "./discover-by-rest.js";
import { discoverBySoap } from "./discover-by-soap.js";
import { parseDiscoveryUrl } from "./discovery-url.js";

const account = parseAccount("1234567-sb1");
const rest = new URL("https://rest.netsuite.com/rest/datacenterurls");
const soap = new URL(
  "https://webservices.netsuite.com/services/NetSuitePort_2022_1",
);
const origin = "https://1234567-sb1.suitetalk.api.netsuite.com";
const domains = {
  webservicesDomain: origin,
  restDomain: "https://1234567-sb1.restlets.api.netsuite.com",
  systemDomain: "https://1234567-sb1.app.netsuite.com",
};

/** Asks by REST; the answers come one after another. */
async function ask(
  ...answers: { status: number; text: string }[]
): Promise<{ found: string; asked: string[] }> {
  const asked: string[] = [];
  const found = await discoverByRest(account, rest, (url) => {
    const answer = answers[asked.length];
    asked.push(url.href);
    return answer ? Promise.resolve(answer) : Promise.reject(new Error("?"));
  });
  return { found, asked };
}

test("REST: the account goes in its own spelling", async () => {
  expect(await ask({ status: 200, text: JSON.stringify(domains) })).toEqual({
    found: origin,
    asked: [
      "https://rest.netsuite.com/rest/datacenterurls?account=1234567_SB1",
    ],
  });
});

test.each([200, 500, 503])(
  "REST: the c parameter is added where it is asked for with HTTP %i",
  async (status) => {
    const wanted = {
      status,
      text: "Service Unavailable ... include c parameter in the request",
    };
    expect(
      await ask(wanted, { status: 200, text: JSON.stringify(domains) }),
    ).toEqual({
      found: origin,
      asked: [
        "https://rest.netsuite.com/rest/datacenterurls?account=1234567_SB1",
        "https://rest.netsuite.com/rest/datacenterurls?account=1234567_SB1&c=1234567_SB1",
      ],
    });
  },
);

test.each([
  [503, true],
  [405, false],
])("REST: HTTP %i is an error", async (status, retryable) => {
  await expect(ask({ status, text: "<html>" })).rejects.toMatchObject({
    code: "http",
    status,
    retryable,
    outcome: "notDone",
    message: `rest.netsuite.com was asked for the hosts of account 1234567_SB1, and answered with HTTP ${status}. Try later.`,
  });
});

test.each(["", "<html>", "null", "[]", '{"restDomain":"x"}'])(
  "REST: %j is no answer",
  async (text) => {
    await expect(ask({ status: 200, text })).rejects.toMatchObject({
      code: "decode",
    });
  },
);

const status = { isSuccess: true };
const core = "{urn:core_2022_1.platform.webservices.netsuite.com}";

test.each([
  [
    "as the schema has it",
    { getDataCenterUrlsResult: { status, dataCenterUrls: domains } },
  ],
  [
    "as Oracle's page has it",
    {
      $unknown: [
        {
          name: `${core}getDataCenterUrlsReturn`,
          value: [
            {
              name: `${core}dataCenterUrls`,
              value: [
                { name: `${core}restletDomain`, value: "https://x" },
                { name: `${core}webservicesDomain`, value: origin },
              ],
            },
          ],
        },
      ],
    },
  ],
])("SOAP: %s", async (_, response) => {
  const requests: unknown[] = [];
  const found = await discoverBySoap(account, soap, (request) => {
    requests.push(request);
    return Promise.resolve(response);
  });
  expect(found).toBe(origin);
  expect(requests).toEqual([{ account: "1234567_SB1" }]);
});

test("SOAP: a refusal is told", async () => {
  const response = {
    getDataCenterUrlsResult: {
      status: {
        isSuccess: false,
        statusDetail: [{ code: "DATA_REQD", message: "No account." }],
      },
    },
  };
  await expect(
    discoverBySoap(account, soap, () => Promise.resolve(response)),
  ).rejects.toMatchObject({
    code: "status",
    netsuiteCode: "DATA_REQD",
    outcome: "notDone",
    message:
      'webservices.netsuite.com was asked for the hosts of account 1234567_SB1, and refused: "No account.". Check the account id.',
  });
});

const service = new URL("https://x.example/services/NetSuitePort_2022_1");

test.each([
  ["soap", undefined, soap.href],
  ["rest", undefined, rest.href],
  [
    "soap",
    "http://127.0.0.1:80",
    "http://127.0.0.1/services/NetSuitePort_2022_1",
  ],
  [
    "soap",
    "https://webservices.netsuite.com/services/NetSuitePort_2019_2?NS_VER=2025.2",
    "https://webservices.netsuite.com/services/NetSuitePort_2019_2?NS_VER=2025.2",
  ],
  ["rest", "http://127.0.0.1:81/", "http://127.0.0.1:81/rest/datacenterurls"],
  ["rest", "http://127.0.0.1:81/x", "http://127.0.0.1:81/x"],
] as const)("%s at %s asks %s", (discovery, given, want) => {
  expect(parseDiscoveryUrl(discovery, service, given).href).toBe(want);
});
