import { afterAll, expect, test } from "vitest";
import { sampleWsdl } from "../wsdl-sets.js";
import { startCustomerServer } from "./customer-server.js";
import { installProject, packPackages, run } from "./packed-packages.js";

const packed = await packPackages();
const server = await startCustomerServer();

afterAll(async () => {
  server.close();
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
    NETSUITE_ENDPOINT: server.endpoint,
  });
  expect(printed).toBe(prints);
  expect(server.account()).toBe("1234567");
});
