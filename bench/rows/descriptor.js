import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { createApp } from "../inputs/create-app.js";
import { createRow, formatKb } from "../report/row.js";

export const title = "Size: the descriptor, and an application in a bundle";
export const needs = [];

/** An application that uses one record. */
const ONE_RECORD = `import { NetSuiteClient } from "netsuite";
const client = NetSuiteClient.fromEnv();
console.log((await client.records.customer.get("42")).companyName);
await client.close();
`;

/** Bytes, and bytes as gzip leaves them: the same on every machine. */
export async function run({ workspace }) {
  const descriptor = readFileSync(
    join(dirname(workspace.package), "schema.js"),
  );
  const rows = [
    createRow("descriptor", {
      ours: format(descriptor),
      theirs: "as JSON, 2025.2: 329 KB, 70 KB gzip",
      value: descriptor.length,
      atMost: 400_000,
      target: "≤ 400 KB",
    }),
    createRow("bundle, minified, one record of all", {
      ours: format(await bundle(workspace, "netsuite")),
    }),
  ];
  const source = workspace.wsdl ?? dirname(workspace.package);
  workspace.generate(
    source,
    join(workspace.folder, "node_modules/netsuite-customer"),
    ...["--records", "customer"],
  );
  return [
    ...rows,
    createRow("bundle, minified, --records customer", {
      ours: format(await bundle(workspace, "netsuite-customer")),
    }),
  ];
}

/** undici stays outside: it is loaded by the first call. */
async function bundle(workspace, name) {
  const project = createApp(workspace, `bundle-${name}`, {
    text: ONE_RECORD,
    from: name,
  });
  const { outputFiles } = await build({
    entryPoints: [join(project, "app.ts")],
    bundle: true,
    minify: true,
    write: false,
    platform: "node",
    format: "esm",
    external: ["undici"],
  });
  return outputFiles[0].contents;
}

function format(bytes) {
  return `${formatKb(bytes.length)}, ${formatKb(gzipSync(bytes).length)} gzip`;
}
