// Builds all packages: nsgen-runtime and nsgen as bundles, nsgen-emulator with tsc.

import { execFileSync } from "node:child_process";
import { chmod, mkdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { bundleRuntime } from "./bundle-runtime.js";
import { collectLicences } from "./collect-licences.js";
import { esbuildHandlebars } from "./handlebars-plugin.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const require = createRequire(import.meta.url);

/** Compiles a package of the workspace into its `dist`, or only its declarations. */
async function compile(folder, ...options) {
  await rm(join(root, folder, "dist"), { recursive: true, force: true });
  execFileSync(
    process.execPath,
    [
      require.resolve("typescript/bin/tsc"),
      "-p",
      join(root, folder, "tsconfig.build.json"),
      ...options,
    ],
    { stdio: "inherit" },
  );
}

/** The emulator imports the runtime by name, and so finds it built. */
async function buildLibraries() {
  await compile("runtime", "--emitDeclarationOnly");
  await bundleRuntime(join(root, "runtime/dist"));
  await compile("emulator");
}

async function buildGenerator() {
  await rm(join(root, "dist"), { recursive: true, force: true });
  await mkdir(join(root, "dist"));
  const { metafile } = await build({
    entryPoints: [join(root, "generator/cli/nsgen.ts")],
    outdir: join(root, "dist"),
    bundle: true,
    // What only some commands import is loaded when one of them runs.
    splitting: true,
    chunkNames: "chunks/[name]-[hash]",
    platform: "node",
    target: "node20.19",
    format: "esm",
    metafile: true,
    legalComments: "none",
    // Loaded only when something is downloaded or sent, or kept in a file; dependencies of the package.
    external: ["undici", "lmdb"],
    plugins: [esbuildHandlebars],
    banner: {
      // What bundled CommonJS modules call.
      js: 'import { createRequire as __createRequire } from "node:module";\nconst require = __createRequire(import.meta.url);',
    },
    logLevel: "warning",
  });
  await chmod(join(root, "dist/nsgen.js"), 0o755);
  await writeFile(
    join(root, "dist/THIRD_PARTY_LICENSES"),
    await collectLicences(root, Object.keys(metafile.inputs)),
  );
}

process.chdir(dirname(join(root, "package.json")));
await Promise.all([buildLibraries(), buildGenerator()]);
