import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { inspect } from "node:util";
import { Agent, type Dispatcher } from "undici";
import { expect, onTestFinished, test } from "vitest";
import { oldSchema, smallSchema } from "./fixtures/small-schema.js";
import {
  Client,
  failure,
  found,
  refused,
  request,
  secrets,
  serve,
} from "./fixtures/soap-server.js";

const WRONG_DATA_CENTER = found.replace(
  /<getResponse.*<\/getResponse>/,
  "<soapenv:Fault><faultcode>soapenv:Server</faultcode><faultstring>You are not requesting the correct data center for your company.</faultstring></soapenv:Fault>",
);

/** A server on this machine that answers lookups, one after the other, and the last one from then on. */
async function lookUps(
  ...answers: { status?: number; body: string }[]
): Promise<{ discoveryUrl: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((incoming, response) => {
    const answer = answers[Math.min(asked.length, answers.length - 1)];
    let text = "";
    incoming.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
    incoming.on("end", () => {
      asked.push(`${incoming.method ?? ""} ${incoming.url ?? ""} ${text}`);
      response.writeHead(answer?.status ?? 200, {
        "content-type": text === "" ? "application/json" : "text/xml",
      });
      response.end(answer?.body);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo; // a TCP server has no other address
  return { discoveryUrl: `http://127.0.0.1:${port}`, asked };
}

function domains(webservicesDomain: string): { body: string } {
  return { body: JSON.stringify({ webservicesDomain }) };
}

function soapDomains(webservicesDomain: string): { body: string } {
  return {
    body: found.replace(
      /<getResponse.*<\/getResponse>/,
      `<getDataCenterUrlsResponse xmlns="urn:messages_2022_1.platform.webservices.netsuite.com"><c:getDataCenterUrlsResult xmlns:c="urn:core_2022_1.platform.webservices.netsuite.com"><c:status isSuccess="true"/><c:dataCenterUrls><c:webservicesDomain>${webservicesDomain}</c:webservicesDomain></c:dataCenterUrls></c:getDataCenterUrlsResult></getDataCenterUrlsResponse>`,
    ),
  };
}

/** A client whose endpoint is discovered. */
function createClient(
  discovery: "soap" | "rest",
  discoveryUrl: string,
  sleep: () => Promise<void> = () => Promise.resolve(),
): Client {
  const client = new Client(smallSchema, {
    account: "1234567-sb1",
    ...secrets,
    discovery,
    discoveryUrl,
    sleep,
  });
  onTestFinished(() => client.close());
  return client;
}

test.each([
  [
    "rest" as const,
    domains,
    /^GET \/rest\/datacenterurls\?account=1234567_SB1 $/,
  ],
  [
    "soap" as const,
    soapDomains,
    /^POST \/services\/NetSuitePort_2022_1 .*<[^>]*account>1234567_SB1</,
  ],
])(
  "%s: the host is looked up once for all clients, unsigned",
  async (discovery, answer, wanted) => {
    const { endpoint, seen } = await serve(() => ({ body: found }));
    const { discoveryUrl, asked } = await lookUps(answer(endpoint));
    const client = createClient(discovery, discoveryUrl);
    const other = createClient(discovery, discoveryUrl);
    await Promise.all([
      client.get(request),
      client.get(request),
      other.get(request),
    ]);
    await other.get(request);
    expect(seen).toHaveLength(4);
    expect(asked).toEqual([expect.stringMatching(wanted)]);
    expect(asked.join()).not.toContain("tokenPassport");
  },
);

test.each(["rest", "soap"] as const)(
  "%s: an unknown account is told of, and not remembered",
  async (discovery) => {
    const { endpoint } = await serve(() => ({ body: found }));
    const answer = discovery === "rest" ? domains : soapDomains;
    const { discoveryUrl } = await lookUps(
      answer("https://webservices.netsuite.com"),
      answer(endpoint),
    );
    const client = createClient(discovery, discoveryUrl);
    const host = new URL(discoveryUrl).host;
    const errors = await Promise.all([
      failure(client.get(request)),
      failure(client.get(request)),
    ]);
    expect(errors[0]).not.toBe(errors[1]);
    for (const error of errors)
      expect(error).toMatchObject({
        code: "configuration",
        operation: "get",
        outcome: "notDone",
        message: `account is 1234567_SB1, and NetSuite knows no such account: ${host} answered with webservices.netsuite.com, as it does for all that it does not know. Check the account id in Setup > Company > Company Information.`,
      });
    await client.get(request);
  },
);

test("a lookup is tried again where that may help, and says what else to do", async () => {
  const { discoveryUrl, asked } = await lookUps({ status: 503, body: "{}" });
  const host = new URL(discoveryUrl).host;
  const client = createClient("rest", discoveryUrl);
  expect(await failure(client.get(request))).toMatchObject({
    code: "transport",
    outcome: "notDone",
    retryable: true,
    attempts: [],
    message: `The host of account 1234567_SB1 was not found, and nothing was sent: ${host} was asked for the hosts of account 1234567_SB1, and answered with HTTP 503. Try later. Leave discovery out to use the account's own host.`,
  });
  expect(asked).toHaveLength(4);
});

test.each([
  ["a wrong data center", { status: 500, body: WRONG_DATA_CENTER }],
  [
    "a 404",
    { status: 404, body: "", headers: { "content-type": "text/html" } },
  ],
])(
  "%s: the host is looked up again, and the call tried there once",
  async (_, wrong) => {
    const old = await serve(() => wrong);
    const right = await serve(() => ({ body: found }));
    const { discoveryUrl, asked } = await lookUps(
      domains(old.endpoint),
      domains(right.endpoint),
    );
    const client = createClient("rest", discoveryUrl);
    await Promise.all([client.get(request), client.get(request)]);
    await client.get(request);
    expect([old.seen.length, right.seen.length]).toEqual([2, 3]);
    expect(asked).toHaveLength(2);
  },
);

test("a host that is wrong again is not tried a third time", async () => {
  const { endpoint, seen } = await serve(() => ({
    status: 500,
    body: WRONG_DATA_CENTER,
  }));
  const { discoveryUrl } = await lookUps(
    domains(endpoint),
    domains(endpoint.replace("127.0.0.1", "localhost")),
  );
  const error = await failure(createClient("rest", discoveryUrl).get(request));
  expect(error).toMatchObject({ code: "fault", outcome: "notDone" });
  expect(error.attempts).toHaveLength(2);
  expect(seen).toHaveLength(2);
});

test("NetSuite's own hosts: the lookup, the account's host, and its path", async () => {
  const { endpoint } = await serve(() => ({ body: found }));
  const { discoveryUrl } = await lookUps(
    domains("https://1234567-sb1.suitetalk.api.netsuite.com"),
  );
  const agent = new Agent();
  const reached: string[] = [];
  const client = new Client(smallSchema, {
    account: "1234567-sb1",
    ...secrets,
    discovery: "rest",
    dispatcher: {
      // Leads to this machine what is meant for NetSuite.
      dispatch(options: Dispatcher.DispatchOptions, handler) {
        reached.push(`${String(options.origin)}${options.path}`);
        const isLookup = String(options.origin).includes("rest.netsuite.com");
        const origin = isLookup ? discoveryUrl : endpoint;
        return agent.dispatch({ ...options, origin }, handler);
      },
    },
  });
  onTestFinished(() => agent.close());
  await client.get(request);
  expect(reached).toEqual([
    "https://rest.netsuite.com/rest/datacenterurls?account=1234567_SB1",
    "https://1234567-sb1.suitetalk.api.netsuite.com/services/NetSuitePort_2022_1",
  ]);
});

test("an abort ends the wait for a lookup or a vault at once", async () => {
  for (const options of [
    {
      discovery: "rest" as const,
      discoveryUrl: "http://127.0.0.1:9",
      ...secrets,
    },
    { credentials: () => new Promise<typeof secrets>(() => {}) },
  ]) {
    const client = new Client(smallSchema, {
      account: "1234567",
      ...options,
      sleep: () => new Promise(() => {}),
    });
    const controller = new AbortController();
    const failed = failure(client.get(request, { signal: controller.signal }));
    await new Promise(setImmediate);
    controller.abort();
    expect(await failed).toMatchObject({
      code: "aborted",
      message: "The call was aborted before anything was sent.",
    });
  }
});

const rotated = {
  consumerKey: secrets.consumerKey,
  consumerSecret: secrets.consumerSecret,
  tokenId: "tokenId-eeeeeeee",
  tokenSecret: "tokenSecret-ffffffff",
};

test("credentials that were rotated are asked for when the old ones are refused", async () => {
  const { endpoint, seen } = await serve(({ text }) =>
    text.includes(rotated.tokenId)
      ? { body: found }
      : { status: 500, body: refused },
  );
  let asked = 0;
  const client = new Client(smallSchema, {
    account: "1234567",
    endpoint,
    credentials: () => Promise.resolve(asked++ === 0 ? secrets : rotated),
  });
  onTestFinished(() => client.close());
  expect(asked).toBe(0);
  await client.get(request);
  await client.get(request);
  expect(asked).toBe(2);
  expect(seen).toHaveLength(3);
});

test("a refused login is not repeated with the same credentials", async () => {
  const { endpoint, seen } = await serve(() => ({
    status: 500,
    body: refused,
  }));
  const client = new Client(smallSchema, {
    account: "1234567",
    endpoint,
    credentials: () => secrets,
  });
  onTestFinished(() => client.close());
  expect(await failure(client.get(request))).toMatchObject({ code: "fault" });
  expect(seen).toHaveLength(1);
});

test("no secret of a vault shows, neither in the client nor in an error of a server that repeats what it got", async () => {
  const { endpoint } = await serve(({ text }) => ({
    status: 500,
    body: refused.replaceAll(
      "Invalid login attempt.",
      text.replaceAll("<", "&lt;"),
    ),
  }));
  let asked = 0;
  const client = new Client(smallSchema, {
    account: "1234567",
    endpoint,
    credentials: () => (asked++ === 0 ? secrets : rotated),
  });
  onTestFinished(() => client.close());
  const error = await failure(client.get(request));
  expect(error.attempts).toHaveLength(2);
  const shown = [
    inspect(client, { depth: Infinity, showHidden: true }),
    inspect(error, { depth: Infinity, showHidden: true }),
    JSON.stringify([client, error]),
  ].join();
  for (const each of Object.values({
    ...secrets,
    a: rotated.tokenId,
    b: rotated.tokenSecret,
  }))
    expect(shown).not.toContain(each);
});

test("a user's credentials go as passport and applicationInfo, and show nowhere", async () => {
  const { endpoint, seen } = await serve(({ text }) => ({
    status: 400,
    headers: { "content-type": "text/plain" },
    body: text.replaceAll("<", "("),
  }));
  const client = new Client(oldSchema, {
    account: "1234567-sb1",
    endpoint,
    email: "me@example.com",
    password: "hunter2 ",
    role: "3",
    applicationId: "app-1",
  });
  onTestFinished(() => client.close());
  const error = await failure(client.get(request));
  const [{ text } = { text: "" }] = seen;
  expect(text.replace("></platformCore:role>", "/>")).toContain(
    '<platformMsgs:passport><platformCore:email>me@example.com</platformCore:email><platformCore:password>hunter2 </platformCore:password><platformCore:account>1234567_SB1</platformCore:account><platformCore:role internalId="3"/></platformMsgs:passport>',
  );
  expect(text).toContain("applicationId>app-1<");
  expect(text).not.toContain("tokenPassport");
  expect(inspect([client, error], { depth: Infinity })).not.toContain(
    "hunter2",
  );
});
