import { afterAll, expect, test } from "vitest";
import { sampleWsdl } from "../wsdl-sets.js";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { startEmulator } from "../../emulator/index.js";
import { schema } from "../../generated/sample/index.js";
import { installProject, packPackages, run } from "./packed-packages.js";

const packed = await packPackages();
const emulator = await startEmulator({
  schema,
  account: "1234567",
  tokens: [
    {
      consumerKey: "consumer key",
      consumerSecret: "consumer secret",
      tokenId: "token id",
      tokenSecret: "token secret",
    },
  ],
  seed: {
    records: [
      { $type: "Customer", internalId: "42", companyName: "Acme & Sons" },
    ],
  },
});

afterAll(async () => {
  await emulator.close();
  await packed.remove();
});

test.each([
  {
    what: "an ES module",
    project: "es-module",
    emit: "js",
    prints: "es-module: Acme & Sons\n",
  },
  {
    what: "CommonJS TypeScript, which requires the ES modules,",
    project: "commonjs",
    emit: "js",
    prints: "commonjs: Acme & Sons\n",
  },
  {
    what: "an esbuild bundle, undici outside of it,",
    project: "bundle",
    emit: "js",
    prints: "bundle: Acme & Sons\n",
  },
  {
    what: "TypeScript sources, compiled with the project's own,",
    project: "sources",
    emit: "ts",
    prints: "sources: Acme & Sons\n",
  },
])("$what gets a customer", async ({ project, emit, prints }) => {
  const folder = await installProject(packed, project);
  await run(folder, "npx", [
    ...["nsgen", "--wsdl", sampleWsdl, "--out", "netsuite", "--emit", emit],
  ]);
  await run(folder, "npm", ["run", "build", "--if-present"]);
  const printed = await run(folder, "npm", ["start", "--silent"], {
    NETSUITE_ENDPOINT: emulator.endpoint,
  });
  expect(printed).toBe(prints);
});

test("a project's own test runs against an emulator in its process", async () => {
  const folder = await installProject(packed, "emulator");
  await run(folder, "npx", [
    ...["nsgen", "--wsdl", sampleWsdl, "--out", "netsuite"],
  ]);
  expect(await run(folder, "npm", ["start", "--silent"])).toContain("1 passed");
});

test("nsgen alone runs an emulator until SIGTERM, and the doctor against it", async () => {
  const folder = await installProject(packed, "empty", ["nsgen"]);
  const program = spawn(
    // Not npx, which does not hand signals on.
    "node_modules/.bin/nsgen",
    [
      ...["emulate", "--json", "--quiet"],
      ...["--wsdl", sampleWsdl, "--port", "0"],
    ],
    { cwd: folder, stdio: ["ignore", "pipe", "inherit"] },
  );
  const ended = once(program, "exit");
  // One line when it listens.
  const [line] = (await once(program.stdout, "data")) as [Buffer];
  const { environment, wsdl } = JSON.parse(line.toString()) as {
    environment: Record<string, string>;
    wsdl: string[];
  };
  const printed = await run(
    folder,
    "npx",
    ["nsgen", "doctor", "--wsdl", wsdl[0] ?? "", "--records", "customer"],
    environment,
  );
  expect(printed).toContain("✓ Authentication   getServerTime was answered\n");
  expect(printed).toContain("✓ Record customer  the role may read it\n");
  program.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
});
