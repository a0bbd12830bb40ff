import { cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runNode, tsc } from "./run-node.js";

/** The folder of the whole project. */
export const checkout: string = fileURLToPath(
  new URL("../..", import.meta.url),
);

/** Compiles nsgen-runtime, and nsgen-emulator against it, into the `node_modules` of a folder. */
export async function layOutLibraries(folder: string): Promise<void> {
  await layOutLibrary(folder, "runtime");
  await layOutLibrary(folder, "emulator");
}

/** Copies the client of 2025.2, which nsgen generated, into `netsuite` of a folder. */
export async function layOutClient(folder: string): Promise<void> {
  await cp(
    join(checkout, "generated/netsuite-2025-2"),
    join(folder, "netsuite"),
    { recursive: true },
  );
}

async function layOutLibrary(
  folder: string,
  name: "runtime" | "emulator",
): Promise<void> {
  const home = join(folder, `node_modules/nsgen-${name}`);
  await mkdir(home, { recursive: true });
  await cp(join(checkout, name, "package.json"), join(home, "package.json"));
  const runtime = "./node_modules/nsgen-runtime/dist";
  const project = join(folder, `tsconfig.${name}.json`);
  await writeFile(
    project,
    JSON.stringify({
      extends: join(checkout, name, "tsconfig.build.json"),
      compilerOptions: {
        outDir: join(home, "dist"),
        // Not what was built in the checkout, some time ago.
        paths: {
          "nsgen-runtime": [`${runtime}/index.d.ts`],
          "nsgen-runtime/codegen-v1": [`${runtime}/codegen-v1/index.d.ts`],
        },
      },
    }),
  );
  const { exitCode, stdout } = await runNode(checkout, [tsc, "-p", project]);
  if (exitCode !== 0)
    throw new Error(`nsgen-${name} does not compile:\n${stdout}`);
}
