import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { makeFolder } from "../emit/output/testing/folders.js";
import {
  client,
  doctor,
  expectNoSecret,
  keys,
  linesOf,
  startAccount,
  useFixedEnvironment,
} from "./testing/doctor-account.js";
import { nsgen } from "./testing/nsgen.js";

useFixedEnvironment();

test("all is well: a line each, 0", async () => {
  const { endpoint } = await startAccount();
  const run = await doctor("--records", "customer,entityCustomField");
  expect(run).toMatchObject({ code: 0, stderr: "" });
  expect(run.stdout)
    .toBe(`✓ Configuration             all keys are there and well formed
✓ Account                   TSTDRV1234567
✓ Endpoint                  ${endpoint}/services/NetSuitePort_2022_1, on this machine
✓ DNS                       127.0.0.1 is an address
✓ Connection                ${endpoint.slice(7)} answers, without TLS
✓ Clock                     as the server's, within 30 s
! Version                   2022.1 answers; Oracle no longer supports it, and switches it off with release 2028.2
    Fix:   Generate the client from a later WSDL: nsgen --wsdl 2025_2 --out <folder>.
✓ Data center               TSTDRV1234567 is at ${endpoint}
✓ Authentication            getServerTime was answered
✓ Role                      it has the permissions SOAP Web Services and Log in using Access Tokens
✓ Governance                4 requests at a time are free for this integration; 4 may be made
✓ Record customer           the role may read it
✓ Record entityCustomField  the role may read it
`);
  expectNoSecret(run);
});

test("--quiet prints warnings and failures only, --json data", async () => {
  await startAccount({ isAdministrator: false });
  const quiet = await doctor("--quiet");
  expect(quiet.stdout)
    .toBe(`! Version         2022.1 answers; Oracle no longer supports it, and switches it off with release 2028.2
    Fix:   Generate the client from a later WSDL: nsgen --wsdl 2025_2 --out <folder>.
`);
  const { code, stdout } = await doctor("--json");
  expect(code).toBe(0);
  const results = JSON.parse(stdout) as { id: string }[];
  expect(results.map(({ id }) => id)).toEqual([
    "configuration",
    "account",
    "endpoint",
    "dns",
    "connection",
    "clock",
    "version",
    "dataCenter",
    "authentication",
    "role",
    "governance",
  ]);
  expect(results.at(-1)).toEqual({
    id: "governance",
    status: "skip",
    message: "NetSuite tells the limit to administrators only",
    where:
      "Setup > Integration > Integration Governance shows the limits to administrators.",
  });
});

describe("configuration", () => {
  test("nothing is set: 2", async () => {
    const run = await doctor();
    expect(run.code).toBe(2);
    expect(run.stdout).toBe(`✗ Configuration   5 things are wrong with it
    Cause: NETSUITE_ACCOUNT is missing; give the id from Setup > Company > Company Information.
           NETSUITE_CONSUMER_KEY is missing; give the consumer key of the integration record.
           NETSUITE_CONSUMER_SECRET is missing; give the consumer secret of the integration record.
           NETSUITE_TOKEN_ID is missing; give the id of the access token.
           NETSUITE_TOKEN_SECRET is missing; give the secret of the access token.
    Where: Setup > Integration > Manage Integrations (consumer key and secret), Setup > Users/Roles > Access Tokens (token id and secret). Secrets are shown once, when they are made.
✗ Account         NETSUITE_ACCOUNT is not given
    Where: Setup > Company > Company Information, Account ID
– Endpoint        Account comes first
– DNS             Account comes first
– Connection      Account comes first
– Clock           Account comes first
– Version         Account comes first
– Data center     Account comes first
– Authentication  Configuration comes first
– Role            Configuration comes first
– Governance      Configuration comes first
`);
  });

  test.each([
    [
      { NETSUITE_TOKEN_ID: `"${keys.tokenId}"` },
      "NETSUITE_TOKEN_ID is in quotes that are part of it; take them off.",
    ],
    [
      { NETSUITE_TOKEN_SECRET: `${keys.tokenSecret} ` },
      "NETSUITE_TOKEN_SECRET begins or ends with white space; take it off.",
    ],
    [
      { NETSUITE_CONSUMER_KEY: `c1c1\u200b${keys.consumerKey}` },
      "NETSUITE_CONSUMER_KEY has white space or an invisible character in it; copy it again.",
    ],
    [
      { NETSUITE_CONSUMER_SECRET: "<consumer secret>" },
      "NETSUITE_CONSUMER_SECRET is still a placeholder; give its value.",
    ],
    [
      { NETSUITE_TOKEN_SECRET: keys.tokenId },
      "NETSUITE_TOKEN_ID and NETSUITE_TOKEN_SECRET are the same, and never are in NetSuite; one was pasted twice.",
    ],
    [
      { NETSUITE_MAX_RETRIES: "many" },
      "NETSUITE_MAX_RETRIES must be a whole number from 0 to 10.",
    ],
    [
      { NETSUITE_TOKEN_KEY: "70" },
      "NETSUITE_TOKEN_ID and NETSUITE_TOKEN_KEY mean the same, and differ. Leave one of them out.",
    ],
  ])("%j", async (environment, cause) => {
    await startAccount();
    for (const [name, value] of Object.entries(environment))
      vi.stubEnv(name, value);
    const run = await doctor();
    expect(run.code).toBe(2);
    expect(linesOf(run, "Configuration", "Authentication"))
      .toBe(`✗ Configuration  one thing is wrong with it
    Cause: ${cause}
    Where: Setup > Integration > Manage Integrations (consumer key and secret), Setup > Users/Roles > Access Tokens (token id and secret). Secrets are shown once, when they are made.
– Authentication  Configuration comes first
`);
    expectNoSecret(run);
  });

  test("a file, JSON or of variables", async () => {
    const { endpoint } = await startAccount();
    vi.unstubAllEnvs();
    const folder = await makeFolder({
      "netsuite.json": JSON.stringify({
        account: "tstdrv1234567",
        endpoint,
        ...keys,
      }),
      ".env": `NETSUITE_ACCOUNT=TSTDRV1234567
NETSUITE_API_URL="${endpoint}"
NETSUITE_CONSUMER_KEY=${keys.consumerKey}
NETSUITE_CONSUMER_SECRET='${keys.consumerSecret}'
NETSUITE_TOKEN_KEY=${keys.tokenId}
NETSUITE_TOKEN_SECRET=wrong
`,
    });
    const json = await doctor("--config", join(folder, "netsuite.json"));
    expect(json.code).toBe(0);
    expect(linesOf(json, "Account")).toBe(
      "✓ Account  TSTDRV1234567 in signatures, tstdrv1234567 in host names\n",
    );
    const file = ["--env", join(folder, ".env")];
    expect((await doctor(...file)).code).toBe(1);
    vi.stubEnv("NETSUITE_TOKEN_SECRET", keys.tokenSecret);
    expect((await doctor(...file)).code).toBe(0);
  });
});

describe("bad arguments are 2, and a secret among them is not repeated", () => {
  const remedy =
    "Arguments are seen by other programs and kept by the shell. Set NETSUITE_… variables, or give --env or --config; and where that was a real key, replace it in NetSuite.";
  test.each([
    [
      [],
      "Which version? Give --wsdl <source>, or --client <folder> of the generated package.",
    ],
    [
      ["--client", client, "--wsdl", client],
      "Arguments wsdl and client are mutually exclusive",
    ],
    [
      ["--client", client, "--token-secret", "hunter2"],
      `--token-secret is not taken from arguments. ${remedy}`,
    ],
    [
      ["--client", client, "--consumerKey=hunter2"],
      `--consumerKey is not taken from arguments. ${remedy}`,
    ],
    [
      ["--client", client, `--account=${keys.tokenSecret}`],
      `An argument looks like a key or secret of NetSuite's. ${remedy}`,
    ],
    [["--client", client, "--read"], "--read is for what --records names."],
    [
      ["--client", client, "--env", "/nowhere/.env"],
      "--env /nowhere/.env cannot be read (ENOENT).",
    ],
  ])("%j", async (args, message) => {
    const run = await nsgen("doctor", ...args);
    expect(run).toEqual({
      code: 2,
      stdout: "",
      stderr: `nsgen: ${message}\nSee nsgen doctor --help.\n`,
    });
  });

  test("a record that the schema has not", async () => {
    const run = await doctor("--records", "custmer");
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toMatch(
      /^nsgen: There is no record "custmer"\. Did you mean customer\?\n/,
    );
  });
});

test.each([["./nope"], ["2025_2"]])(
  "--client %s, which is no package, is 3",
  async (folder) => {
    expect(await nsgen("doctor", "--client", folder)).toEqual({
      code: 3,
      stdout: "",
      stderr: `nsgen: --client ${folder} is no generated package: there is no nsgen.manifest.json in it
  Give the folder that nsgen --out wrote, or the version with --wsdl.
`,
    });
  },
);

test("a source that is not there is 3", async () => {
  const run = await nsgen("doctor", "--wsdl", "/nowhere/netsuite.wsdl");
  expect(run).toMatchObject({ code: 3, stdout: "" });
  expect(run.stderr).toMatch(/^nsgen: there is no file or folder "\/nowhere/);
});
