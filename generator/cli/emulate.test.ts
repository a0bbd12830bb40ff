import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import {
  generatePackage,
  type GeneratedClient,
} from "../../test/end-to-end/generated-client.js";
import { sampleWsdl } from "../../test/wsdl-sets.js";
import { listenOn } from "../doctor/testing/listen-on.js";
import { makeFolder } from "../emit/output/testing/folders.js";
import { nsgen, startNsgen, type Run } from "./testing/nsgen.js";

const { package: generated, remove } = await generatePackage(sampleWsdl);
afterAll(remove);

interface Running {
  readonly client: GeneratedClient;
  readonly stdout: string;
  /** Ends it as Ctrl+C does. */
  readonly end: () => Promise<Run>;
}

/** Runs `nsgen emulate` on a free port until the test ends it, with a client for what it says. */
async function emulate(...args: readonly string[]): Promise<Running> {
  const { ended, written } = startNsgen(
    "emulate",
    ...["--wsdl", sampleWsdl, "--port", "0", ...args],
  );
  await vi.waitFor(
    () => {
      expect(written.stdout).toMatch(/\n$/);
    },
    { timeout: 10_000 },
  );
  const { stdout } = written;
  const environment = args.includes("--json")
    ? (JSON.parse(stdout) as { environment: Record<string, string> })
        .environment
    : Object.fromEntries(
        [...stdout.matchAll(/^ +export (\w+)=(.*)$/gm)].map(
          ([, name = "", value = ""]) => [name, value],
        ),
      );
  const client = createClient(environment);
  return {
    client,
    stdout,
    end: async () => {
      await client.close();
      process.emit("SIGINT", "SIGINT");
      return ended;
    },
  };
}

/** A client as those make it who paste the lines. */
function createClient(
  environment: Readonly<Record<string, string>>,
): GeneratedClient {
  const read = (name: string): string => environment[`NETSUITE_${name}`] ?? "";
  return new generated.NetSuiteClient({
    account: read("ACCOUNT"),
    endpoint: read("ENDPOINT"),
    consumerKey: read("CONSUMER_KEY"),
    consumerSecret: read("CONSUMER_SECRET"),
    tokenId: read("TOKEN_ID"),
    tokenSecret: read("TOKEN_SECRET"),
    maxRetries: 0,
  });
}

const customer = {
  $type: "Customer",
  externalId: "crm-7",
  companyName: "Acme",
};
const baseRef = { $type: "RecordRef", type: "customer", externalId: "crm-7" };

test("prints what to call, answers, and ends with 0 at a signal", async () => {
  const { client, stdout, end } = await emulate();
  const endpoint = /at (http:\/\/127\.0\.0\.1:\d+),/.exec(stdout)?.[1] ?? "";
  expect(stdout)
    .toBe(`NetSuite 2022.1 listens at ${endpoint}, account TSTDRV1234567. End it with Ctrl+C.

WSDL:
  ${endpoint}/wsdl/v2022_1_0/netsuite.wsdl

For NetSuiteClient.fromEnv() and nsgen doctor:
  export NETSUITE_ACCOUNT=TSTDRV1234567
  export NETSUITE_ENDPOINT=${endpoint}
  export NETSUITE_CONSUMER_KEY=emulator-consumer-key
  export NETSUITE_CONSUMER_SECRET=emulator-consumer-secret
  export NETSUITE_TOKEN_ID=emulator-token-id
  export NETSUITE_TOKEN_SECRET=emulator-token-secret
`);
  await client.add({ record: customer });
  await client.add({ record: customer });
  const { code, stderr } = await end();
  expect(code).toBe(0);
  expect(stderr).toMatch(
    /^\d\d:\d\d:\d\d\.\d{3} 2022_1 add customer: ok, \d+ ms\n\d\d:\d\d:\d\d\.\d{3} 2022_1 add customer: DUP_\w+, \d+ ms\n$/,
  );
  await expect(fetch(endpoint)).rejects.toThrow("fetch failed");
});

test("--json, several versions, account, tokens, --quiet", async () => {
  const { client, stdout, end } = await emulate(
    ...["--wsdl", "generated/netsuite-2025-2", "--account", "1234567-sb1"],
    ...["--token", "ck1,cs1,ti1,ts1", "--token", "ck2,cs2,ti2,ts2"],
    ...["--json", "--quiet"],
  );
  const told = JSON.parse(stdout) as { endpoint: string };
  const { endpoint } = told;
  expect(told).toEqual({
    endpoint,
    account: "1234567_SB1",
    versions: ["2022.1", "2025.2"],
    wsdl: [
      `${endpoint}/wsdl/v2022_1_0/netsuite.wsdl`,
      `${endpoint}/wsdl/v2025_2_0/netsuite.wsdl`,
    ],
    environment: {
      NETSUITE_ACCOUNT: "1234567_SB1",
      NETSUITE_ENDPOINT: endpoint,
      NETSUITE_CONSUMER_KEY: "ck1",
      NETSUITE_CONSUMER_SECRET: "cs1",
      NETSUITE_TOKEN_ID: "ti1",
      NETSUITE_TOKEN_SECRET: "ts1",
    },
  });
  await client.getServerTime({});
  const other = createClient({
    NETSUITE_ACCOUNT: "1234567_SB1",
    NETSUITE_ENDPOINT: endpoint,
    NETSUITE_CONSUMER_KEY: "ck2",
    NETSUITE_CONSUMER_SECRET: "cs2",
    NETSUITE_TOKEN_ID: "ti2",
    NETSUITE_TOKEN_SECRET: "ts2",
  });
  await other.getServerTime({});
  await other.close();
  expect(await end()).toMatchObject({ code: 0, stderr: "" });
});

test("--state keeps what was written, --seed and --faults are read", async () => {
  const folder = await makeFolder({
    "seed.json": JSON.stringify({ records: [customer] }),
    "faults.json": JSON.stringify([
      {
        operation: "getServerTime",
        effect: "fault",
        code: "SESSION_TIMED_OUT",
      },
    ]),
  });
  const state = ["--state", join(folder, "state")];
  const first = await emulate(
    ...state,
    ...["--seed", join(folder, "seed.json")],
    ...["--faults", join(folder, "faults.json")],
    "--quiet",
  );
  await expect(first.client.getServerTime({})).rejects.toMatchObject({
    netsuiteCode: "SESSION_TIMED_OUT",
  });
  await first.client.upsert({
    record: { ...customer, companyName: "Acme West" },
  });
  expect(await first.end()).toMatchObject({ code: 0, stderr: "" });
  const second = await emulate(
    ...state,
    ...["--seed", join(folder, "seed.json")],
    "--quiet",
  );
  expect(await second.client.get({ baseRef })).toMatchObject({
    readResponse: { record: { companyName: "Acme West" } },
  });
  expect(await second.end()).toMatchObject({
    code: 0,
    stderr: `nsgen: --state ${join(folder, "state")} has data already: records of --seed that were put there once are not put again.\n`,
  });
});

test("a port in use is 2", async () => {
  const port = await listenOn(createServer());
  expect(
    await nsgen("emulate", "--wsdl", sampleWsdl, "--port", String(port)),
  ).toEqual({
    code: 2,
    stdout: "",
    stderr: `nsgen: port ${port} of 127.0.0.1 is in use: end what listens there, or give another --port (0 for any free one).\nSee nsgen emulate --help.\n`,
  });
});

test("bad arguments are 2 and say why", async () => {
  const folder = await makeFolder({
    "broken.json": "{",
    "seed.json": `{"records": [{"$type": "Custmer"}]}`,
    "faults.json": `[{"effect": "fault"}]`,
  });
  const rows: readonly (readonly [readonly string[], RegExp])[] = [
    [
      ["--port", "70000"],
      /port is 70000: give a whole number from 0 to 65535\./,
    ],
    [
      ["--host", "192.0.2.1"],
      /^nsgen: --host 192\.0\.2\.1 is no address of this machine: /,
    ],
    [
      ["--port", "1", "--port", "2"],
      /^nsgen: --port is given more than once\./,
    ],
    [["--account", "12 34"], /"12 34", which is not an account id/],
    [
      ["--token", "hunter2,b,c"],
      /^nsgen: --token has 3 parts: give four, as consumerKey,consumerSecret,tokenId,tokenSecret\. Make them up: real ones do not belong into arguments\.\n/,
    ],
    [
      ["--seed", "/nowhere.json"],
      /^nsgen: --seed \/nowhere\.json cannot be read: ENOENT/,
    ],
    [
      ["--seed", join(folder, "broken.json")],
      /^nsgen: --seed \S+broken\.json is not JSON: /,
    ],
    [["--seed", join(folder, "seed.json")], /Custmer/],
    [
      ["--faults", join(folder, "faults.json")],
      /faults\[0\]\.code is missing: fault needs it\./,
    ],
    [
      ["--wsdl", sampleWsdl],
      /^nsgen: Two of the given schemas are of version 2022_1\./,
    ],
    [
      ["--concurrency", "-1"],
      /settings\.concurrencyLimit is -1: give a whole number/,
    ],
  ];
  for (const [args, message] of rows) {
    const run = await nsgen(
      "emulate",
      "--wsdl",
      sampleWsdl,
      ...(args.includes("--port") ? [] : ["--port", "0"]),
      ...args,
    );
    expect(run, args.join(" ")).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toMatch(message);
    expect(run.stderr).not.toContain("hunter2");
    expect(run.stderr).not.toContain("fault in nsgen itself");
  }
});

test("a source that is not there is 3", async () => {
  expect(
    await nsgen("emulate", "--wsdl", "/nowhere/netsuite.wsdl"),
  ).toMatchObject({
    code: 3,
    stdout: "",
    stderr: expect.stringMatching(
      /^nsgen: there is no file or folder/,
    ) as unknown,
  });
});
