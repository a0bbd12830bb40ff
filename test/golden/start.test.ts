import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import { bundleRuntime } from "../../scripts/bundle-runtime.js";

const checkout = join(import.meta.dirname, "../..");
const project = await mkdtemp(join(tmpdir(), "nsgen-start-"));
const modules = join(project, "node_modules");

afterAll(() => rm(project, { recursive: true, force: true }));

const runtime = join(modules, "nsgen-runtime");
await mkdir(runtime, { recursive: true });
await cp(join(checkout, "runtime/package.json"), join(runtime, "package.json"));
await bundleRuntime(join(runtime, "dist"));
await cp(join(checkout, "generated/sample"), join(modules, "netsuite"), {
  recursive: true,
});
const require = createRequire(import.meta.url);
for (const name of ["undici", "oauth-1.0a"])
  await symlink(
    dirname(require.resolve(`${name}/package.json`)),
    join(modules, name),
    "junction",
  );

/** Tells the URL of each module that is loaded. */
await writeFile(
  join(project, "hooks.mjs"),
  `import { writeSync } from "node:fs";
export async function load(url, context, next) {
  writeSync(1, url + "\\n");
  return next(url, context);
}
`,
);
await writeFile(
  join(project, "register.mjs"),
  `import { register } from "node:module";
register("./hooks.mjs", import.meta.url);
`,
);
await writeFile(
  join(project, "start.mjs"),
  `import { NetSuiteClient } from "netsuite";
new NetSuiteClient({
  account: "1234567",
  consumerKey: "a",
  consumerSecret: "b",
  tokenId: "c",
  tokenSecret: "d",
});
`,
);

async function run(...args: readonly string[]): Promise<string[]> {
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    cwd: project,
  });
  return stdout.split("\n").filter((line) => line !== "");
}

test("a client is ready after a handful of modules, undici and oauth-1.0a not among them", async () => {
  const urls = await run("--import", "./register.mjs", "start.mjs");
  const files = urls
    .filter((url) => url.includes("/node_modules/"))
    .map((url) =>
      url
        .replace(/^.*\/node_modules\//, "")
        // esbuild names what entries share by its content.
        .replace(/chunk-\w+\.js$/, "chunk.js"),
    );
  expect(files.sort()).toEqual([
    "netsuite/client.js",
    "netsuite/index.js",
    "netsuite/records.js",
    "netsuite/schema.js",
    "nsgen-runtime/dist/chunks/chunk.js",
    "nsgen-runtime/dist/chunks/chunk.js",
    "nsgen-runtime/dist/codegen-v1/index.js",
    "nsgen-runtime/dist/index.js",
  ]);
});

test("a client is ready without Node's own slow modules", async () => {
  const loaded = await run(
    ...["--input-type=module", "--eval"],
    `await import("./start.mjs");
for (const each of process.moduleLoadList) console.log(each);`,
  );
  expect(loaded).toContain("NativeModule fs");
  for (const name of ["crypto", "zlib", "http", "tls"])
    expect(loaded).not.toContain(`NativeModule ${name}`);
});
