import { symlink } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const checkout = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Bundles a module of the checkout into a folder, as JavaScript that a process of its own can run; gives its path.
 *
 * What is installed is not bundled but found through a link, since lmdb looks for its binary beside itself.
 */
export async function bundleModule(
  module: string,
  folder: string,
): Promise<string> {
  const outfile = join(folder, basename(module).replace(/\.ts$/, ".mjs"));
  await build({
    entryPoints: [module],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20.19",
    external: ["lmdb", "saxes", "undici"],
    alias: {
      "nsgen-runtime": join(checkout, "runtime/index.ts"),
      "nsgen-runtime/codegen-v1": join(checkout, "runtime/codegen-v1/index.ts"),
      "nsgen-emulator": join(checkout, "emulator/index.ts"),
    },
    logLevel: "warning",
  });
  await symlink(join(checkout, "node_modules"), join(folder, "node_modules"));
  return outfile;
}
