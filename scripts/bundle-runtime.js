import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const home = fileURLToPath(new URL("../runtime", import.meta.url));

/**
 * Bundles nsgen-runtime: a module for each entry of its package. Node takes longer to load 200 small modules than to
 * start.
 *
 * @param {string} outdir the package's `dist`
 */
export async function bundleRuntime(outdir) {
  await build({
    entryPoints: [
      join(home, "index.ts"),
      join(home, "codegen-v1/index.ts"),
      join(home, "trace/opentelemetry.ts"),
    ],
    outbase: home,
    outdir,
    bundle: true,
    // What entries share is there once, and what only the first call needs is loaded by it.
    splitting: true,
    chunkNames: "chunks/[name]-[hash]",
    platform: "node",
    target: "node20.19",
    format: "esm",
    packages: "external",
    logLevel: "warning",
  });
}
