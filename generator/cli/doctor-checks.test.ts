import { createServer } from "node:http";
import { describe, expect, test, vi } from "vitest";
import { listenOn } from "../doctor/testing/listen-on.js";
import {
  client,
  doctor,
  expectNoSecret,
  linesOf,
  setConfiguration,
  startAccount,
  useFixedEnvironment,
} from "./testing/doctor-account.js";
import { nsgen } from "./testing/nsgen.js";

useFixedEnvironment();

describe("host", () => {
  test.each([
    [
      { account: "12 34" },
      `✗ Account  it cannot be an account id
    Cause: NETSUITE_ACCOUNT is "12 34", which is not an account id. Give the id from Setup > Company > Company Information, such as 1234567 or 1234567_SB1.
    Where: Setup > Company > Company Information, Account ID
– Endpoint  Account comes first
– DNS  Account comes first
`,
    ],
    [
      { account: "1234567SB1", endpoint: "https://suitetalk.invalid" },
      `! Account  1234567SB1 is spelt unlike NetSuite's account ids
    Cause: The underscore is missing: this may be 1234567_SB1.
    Fix:   Compare NETSUITE_ACCOUNT with what NetSuite shows while you are logged in to that account.
    Where: Setup > Company > Company Information, Account ID
! Endpoint  https://suitetalk.invalid/services/NetSuitePort_2022_1 is not under netsuite.com
    Cause: Calls of 2022.1 are sent there, signed with the account's tokens.
    Fix:   Where that is not a gateway of your own, leave NETSUITE_ENDPOINT out.
✗ DNS  suitetalk.invalid does not resolve (ENOTFOUND)
    Cause: The account id or the endpoint is misspelt, or this machine's name server does not know names of the Internet.
    Fix:   Check NETSUITE_ACCOUNT and NETSUITE_ENDPOINT, then: nslookup suitetalk.invalid. Behind a proxy, name it in HTTPS_PROXY.
    Where: Setup > Company > Company Information, Company URLs
– Connection  DNS comes first
– Clock  DNS comes first
– Version  DNS comes first
– Data center  DNS comes first
– Authentication  DNS comes first
`,
    ],
    [
      {
        account: "1234567-sb1",
        endpoint: "https://webservices.netsuite.com",
      },
      `✓ Account  1234567_SB1 in signatures, 1234567-sb1 in host names
✗ Endpoint  webservices.netsuite.com is not for calls: since 2019.1 calls are answered only at the account's own host; it is there for WSDLs and getDataCenterUrls
    Fix:   Leave NETSUITE_ENDPOINT out, or give https://1234567-sb1.suitetalk.api.netsuite.com.
    Where: Setup > Company > Company Information, Company URLs, SuiteTalk (SOAP and REST web services)
– DNS  Endpoint comes first
`,
    ],
    [
      {
        endpoint:
          "https://tstdrv1234567.suitetalk.api.netsuite.com/services/NetSuitePort_2025_2",
      },
      `✗ Endpoint  it cannot be the account's
    Cause: NETSUITE_ENDPOINT is of version 2025_2, and this client was generated for 2022_1. Give https://tstdrv1234567.suitetalk.api.netsuite.com/services/NetSuitePort_2022_1, or generate a client for 2025_2.
    Fix:   Leave NETSUITE_ENDPOINT out to use the account's own host.
`,
    ],
    [
      { account: "7654321", endpoint: "https://1234567.app.netsuite.com" },
      `✗ Endpoint  it cannot be the account's
    Cause: NETSUITE_ENDPOINT is of account 1234567, and account is 7654321. Give the one that is meant in both.
    Fix:   Leave NETSUITE_ENDPOINT out to use the account's own host.
`,
    ],
  ])("%j", async (configuration, lines) => {
    setConfiguration(configuration);
    const run = await doctor();
    expect(run.code).toBe(1);
    for (const line of lines.split(/^(?=\S)/m))
      expect(linesOf(run, line.slice(2).split("  ")[0] ?? "")).toBe(line);
    expectNoSecret(run);
  });

  test("a port where nobody listens", async () => {
    const emulator = await startAccount();
    const { endpoint } = emulator;
    await emulator.close();
    const run = await doctor();
    expect(run.code).toBe(1);
    expect(linesOf(run, "Connection", "Clock", "Authentication"))
      .toBe(`✗ Connection  no connection to ${endpoint.slice(7)} (ECONNREFUSED)
    Cause: Nothing listens there.
    Fix:   Check the host and port; on this machine, whether the emulator runs.
– Clock  Connection comes first
– Authentication  Connection comes first
`);
  });

  test("a server that speaks no TLS", async () => {
    const port = await listenOn(createServer());
    setConfiguration({ endpoint: `https://127.0.0.1:${port}` });
    expect(linesOf(await doctor(), "Connection")).toMatch(
      /^✗ Connection {2}no connection to 127\.0\.0\.1:\d+ \((?:EPROTO|ERR_SSL\w+)\)\n {4}Cause: What answers there does not speak TLS, or only versions that are switched off\.\n {4}Fix: {3}Where it is an emulator, give http:\/\/ in the endpoint: http:\/\/127\.0\.0\.1:\d+\.\n$/,
    );
  });

  test("a proxy is named, without its password", async () => {
    const server = createServer().on("connect", (_, socket) => {
      socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
    });
    const port = await listenOn(server);
    setConfiguration({ account: "1234567" });
    vi.stubEnv("HTTPS_PROXY", `http://jane:hunter2@127.0.0.1:${port}`);
    const run = await doctor();
    expect(linesOf(run, "DNS", "Connection"))
      .toBe(`✓ DNS  the proxy 127.0.0.1:${port} (HTTPS_PROXY) looks up 1234567.suitetalk.api.netsuite.com
✓ Connection  the proxy that HTTPS_PROXY names, 127.0.0.1:${port}, answers
`);
    expect(run.stdout).not.toContain("hunter2");
  });
});

describe("service", () => {
  test("an endpoint version that is not there", async () => {
    await startAccount();
    const run = await nsgen(
      "doctor",
      "--client",
      client.replace("sample", "netsuite-2025-2"),
    );
    expect(run.code).toBe(1);
    expect(linesOf(run, "Clock", "Version", "Data center", "Authentication"))
      .toBe(`✓ Clock  as the server's, within 30 s
✗ Version  there is no endpoint 2025.2 on this host (/services/NetSuitePort_2025_2)
    Cause: This is an emulator, and it serves 2022.1.
    Fix:   Generate the client for a version that is served: nsgen --wsdl 2022_1 --out <folder>. Or serve this one: nsgen emulate --wsdl 2025_2.
– Data center  Version comes first
– Authentication  Version comes first
`);
  });

  test.each([
    [
      600_000,
      1,
      `✗ Clock  10 min ahead of the server's; NetSuite refuses signatures that are 5 minutes off
    Cause: In the Login Audit Trail this is InvalidTimestamp.
    Fix:   Synchronise this machine's clock: timedatectl set-ntp true (Linux), w32tm /resync (Windows), sntp -sS time.apple.com (macOS); containers take that of their host.
– Authentication  Clock comes first
`,
    ],
    [
      -180_000,
      0,
      `! Clock  3 min behind the server's
    Cause: Beyond 5 minutes NetSuite refuses every signature.
    Fix:   Synchronise this machine's clock: timedatectl set-ntp true (Linux), w32tm /resync (Windows), sntp -sS time.apple.com (macOS); containers take that of their host.
✓ Authentication  getServerTime was answered
`,
    ],
    [
      -20_000,
      0,
      "✓ Clock  as the server's, within 30 s\n✓ Authentication  getServerTime was answered\n",
    ],
  ])("a clock that is %s ms off", async (skewMs, code, lines) => {
    const serverNow = (): Date => new Date(Date.now() - skewMs);
    await startAccount({}, { now: serverNow });
    const run = await doctor();
    expect(run.code).toBe(code);
    expect(linesOf(run, "Clock", "Authentication")).toBe(lines);
  });

  test("something else answers", async () => {
    const port = await listenOn(
      createServer((_, response) => {
        response.writeHead(503, { "content-type": "text/html" });
        response.end("<html><body>Down for maintenance</body></html>");
      }),
    );
    setConfiguration({ endpoint: `http://127.0.0.1:${port}` });
    expect(linesOf(await doctor(), "Version")).toMatch(
      /^✗ Version {2}\/services\/NetSuitePort_2022_1 was asked, and no SOAP answer came\n {4}Cause: .*503.*Down for maintenance.*\n {4}Fix: {3}Try again in some minutes\.\n {4}Where: https:\/\/status\.netsuite\.com\n$/,
    );
  });

  test("an account that NetSuite does not know", async () => {
    const { endpoint } = await startAccount();
    setConfiguration({ endpoint, account: "7654321" });
    const run = await doctor();
    expect(run.code).toBe(1);
    expect(linesOf(run, "Data center", "Authentication"))
      .toBe(`✗ Data center  NetSuite does not know 7654321
    Cause: account is 7654321, and NetSuite knows no such account: ${endpoint.slice(7)} answered with webservices.netsuite.com, as it does for all that it does not know. Check the account id in Setup > Company > Company Information.
    Fix:   Check NETSUITE_ACCOUNT.
    Where: Setup > Company > Company Information, Company URLs
– Authentication  Data center comes first
`);
  });
});

describe("login", () => {
  test("a wrong secret is tried once, and the causes are told", async () => {
    const { loginAudit, requests } = await startAccount();
    vi.stubEnv("NETSUITE_TOKEN_SECRET", "ff".repeat(32));
    const run = await doctor("--records", "customer");
    expect(run.code).toBe(1);
    expect(linesOf(run, "Authentication", "Role", "Governance", "Record"))
      .toBe(`✗ Authentication  NetSuite refused the login (INVALID_LOGIN_CREDENTIALS)
    Cause: The likeliest first:
           - NETSUITE_CONSUMER_SECRET or NETSUITE_TOKEN_SECRET is not the one that belongs to its key, or NETSUITE_CONSUMER_KEY and NETSUITE_CONSUMER_SECRET were swapped with NETSUITE_TOKEN_ID and NETSUITE_TOKEN_SECRET.
           - The token was revoked, or was made for another integration or account than NETSUITE_CONSUMER_KEY and TSTDRV1234567.
           - The integration record is blocked, or Token-Based Authentication is not ticked in it; resetting its credentials gave it others.
           - The token's role lacks Log in using Access Tokens, or was taken from the user.
           - The user is locked by earlier failures, for 30 minutes.
           - Token-Based Authentication is off: Setup > Company > Enable Features > SuiteCloud.
    Fix:   Look the cause up before you try again: the fifth failure in a row locks the user for 30 minutes. This was one.
    Where: Setup > Users/Roles > User Management > View Login Audit Trail: choose Use Advanced Search, add the column Detail to the results, and look at the last failed login.
             InvalidSignature: a secret is wrong, or keys of two integrations or accounts are mixed
             token_rejected: the token id is unknown here, revoked, or of another integration or account
             consumer_key_unknown: no integration record has this consumer key
             consumer_key_refused: the integration record is blocked, or token-based authentication is off in it
             InvalidTimestamp: the clock is more than 5 minutes off
             NonceUsed: a request was sent twice with one signature
             permission_denied: the role lacks Log in using Access Tokens, or the user the role
             temporary_locked: five failures locked the user; wait 30 minutes, and change nothing meanwhile
             FeatureDisabled: token-based authentication is off in the account
             UnknownAlgorithm: the signature is not HMAC-SHA256
             MissingTokenPassportRequiredFields: the request lost part of its header on the way
– Role  Authentication comes first
– Governance  Authentication comes first
– Record customer  Authentication comes first
`);
    expectNoSecret(run);
    expect(loginAudit.map(({ cause }) => cause)).toEqual(["InvalidSignature"]);
    expect(requests.map(({ operation }) => operation)).toEqual([
      "getDataCenterUrls",
      "getServerTime",
    ]);
  });

  test("in a sandbox a refresh is the likeliest", async () => {
    const { loginAudit } = await startAccount(
      {},
      { isRevoked: true, account: "1234567_SB1" },
    );
    vi.stubEnv("NETSUITE_ACCOUNT", "1234567-sb1");
    expect(linesOf(await doctor(), "Authentication")).toContain(
      `
    Cause: The likeliest first:
           - 1234567_SB1 was refreshed from production since the token was made: that deletes all its tokens, and those of production are not valid in it. Create one there.
`,
    );
    expect(loginAudit.map(({ cause }) => cause)).toEqual(["token_rejected"]);
  });

  test("a role without Log in using Access Tokens cannot be told from a wrong key", async () => {
    await startAccount({ lacks: ["Log in using Access Tokens"] });
    expect(linesOf(await doctor(), "Authentication")).toMatch(
      /^✗ Authentication {2}NetSuite refused the login \(INVALID_LOGIN_CREDENTIALS\)\n/,
    );
  });

  test.each([
    [
      { lacks: ["SOAP Web Services"] as const },
      {},
      `✗ Role  NetSuite took the keys, and refused the role (WS_PERMISSION_REQD)
    Cause: The role has no permission SOAP Web Services.
    Fix:   Add it, with level Full.
    Where: Setup > Users/Roles > Manage Roles > the token's role > Permissions > Setup
`,
    ],
    [
      {},
      { settings: { disabledFeatures: ["SOAP Web Services"] as const } },
      `✗ Role  NetSuite took the keys, and refused the role (WS_FEATURE_REQD)
    Cause: SOAP Web Services are off in the account.
    Fix:   Tick SOAP Web Services.
    Where: Setup > Company > Enable Features > SuiteCloud > SuiteTalk (Web Services)
`,
    ],
  ])("%j %j", async (role, options, line) => {
    await startAccount(role, options);
    const run = await doctor();
    expect(run.code).toBe(1);
    expect(linesOf(run, "Authentication", "Role", "Governance")).toBe(
      `✓ Authentication  the keys were taken\n${line}– Governance  Role comes first\n`,
    );
  });
});

describe("role", () => {
  test("who is no administrator is not told the limit", async () => {
    await startAccount({ isAdministrator: false });
    const run = await doctor();
    expect(run.code).toBe(0);
    expect(linesOf(run, "Governance"))
      .toBe(`– Governance  NetSuite tells the limit to administrators only
    Where: Setup > Integration > Integration Governance shows the limits to administrators.
`);
  });

  test("a concurrency above the limit", async () => {
    await startAccount({}, { settings: { concurrencyLimit: 3 } });
    expect(linesOf(await doctor(), "Governance"))
      .toBe(`! Governance  2 requests at a time are free for this integration, and 4 may be made
    Cause: SOAP, REST and RESTlets of all integrations share the account's limit; what is above it is refused with WS_REQUEST_BLOCKED.
    Fix:   Set NETSUITE_CONCURRENCY=2, or call adoptGovernanceLimit() when the application starts.
    Where: Setup > Integration > Integration Governance shows the limits to administrators.
`);
  });

  test("a record that it may not read", async () => {
    await startAccount({ forbiddenRecords: ["contact"] });
    const run = await doctor("--records", "customer,contact", "--read");
    expect(run.code).toBe(1);
    expect(linesOf(run, "Record contact", "Read contact")).toMatch(
      /^✗ Record contact {2}the role may not read contact\n {4}Cause: .+\n {4}Fix: {3}Add the permission for this kind of record, with level View at least; Edit or Full to write\.\n {4}Where: Setup > Users\/Roles > Manage Roles > the token's role > Permissions > Transactions, Lists or Custom Record\n– Read contact {2}Record contact comes first\n$/,
    );
    expect(linesOf(run, "Record customer")).toBe(
      "✓ Record customer  the role may read it\n",
    );
  });

  test("--read reads one", async () => {
    await startAccount(
      {},
      {
        seed: {
          records: [
            { $type: "Customer", internalId: "42", companyName: "Acme" },
          ],
        },
      },
    );
    const run = await doctor("--records", "customer,contact", "--read");
    expect(run.code).toBe(0);
    expect(linesOf(run, "Read"))
      .toBe(`✓ Read customer  the one with internalId 42 was read and understood
✓ Read contact  the search worked, and there is none
`);
  });
});

test("--read tells where a record holds what the schema does not know", async () => {
  const { endpoint } = await startAccount(
    {},
    {
      seed: {
        records: [{ $type: "Customer", internalId: "42", companyName: "Acme" }],
      },
    },
  );
  const gateway = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      // A request without an encoding gives buffers.
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const { soapaction = "", "content-type": type = "" } = request.headers;
      const answer = await fetch(new URL(request.url ?? "/", endpoint), {
        method: "POST",
        headers: { soapaction: String(soapaction), "content-type": type },
        body: Buffer.concat(chunks),
      });
      const text = await answer.text();
      response.setHeader("date", new Date().toUTCString());
      response.setHeader("content-type", "text/xml");
      response.end(
        text.replace(/<([\w:]*)companyName>/, "<mood>good</mood>$&"),
      );
    })();
  });
  const port = await listenOn(gateway);
  setConfiguration({ endpoint: `http://127.0.0.1:${port}` });
  const run = await doctor("--records", "customer", "--read");
  expect(run.code).toBe(0);
  expect(linesOf(run, "Read"))
    .toBe(`! Read customer  the one with internalId 42 was read; it holds what this version's schema does not know
    Cause: mood.
    Fix:   It is kept in $unknown. Where you need it, generate the client from a WSDL that declares it.
`);
});
