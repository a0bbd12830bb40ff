import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { CLIENT_MODULE, type Example } from "./examples.js";
import { checkout, layOutClient, layOutLibraries } from "./lay-out.js";
import { runNode, tsc, type Run } from "./run-node.js";

const vitest = join(
  createRequire(import.meta.url).resolve("vitest/package.json"),
  "../vitest.mjs",
);

/** A user's project: the package in `netsuite`, the published files of our libraries, and the examples as modules. */
export interface Workspace {
  readonly folder: string;
  readonly remove: () => Promise<void>;
}

/** What every example is compiled with: strict, and the types of Node. */
const COMPILER_OPTIONS = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  target: "es2022",
  lib: ["es2023", "esnext.disposable"],
  types: ["node"],
  module: "nodenext",
  // The package's own declarations are checked by the type tests.
  skipLibCheck: true,
};

/** Lays out a project in a new folder of the checkout, where the dependencies of our libraries, and vitest, resolve. */
export async function createWorkspace(
  examples: readonly Example[],
): Promise<Workspace> {
  await mkdir(join(checkout, ".demo"), { recursive: true });
  const folder = await mkdtemp(join(checkout, ".demo/readme-"));
  const remove = (): Promise<void> =>
    rm(folder, { recursive: true, force: true });
  try {
    await writeProject(folder, examples);
    await Promise.all([layOutLibraries(folder), layOutClient(folder)]);
  } catch (error) {
    await remove();
    throw error;
  }
  return { folder, remove };
}

async function writeProject(
  folder: string,
  examples: readonly Example[],
): Promise<void> {
  const files = {
    "package.json": '{ "type": "module" }\n',
    "tsconfig.json": JSON.stringify({
      compilerOptions: COMPILER_OPTIONS,
      include: ["*.ts"],
    }),
    // Else vitest takes the checkout's.
    "vitest.config.js": "export default {};\n",
    "client.ts": CLIENT_MODULE,
    ...Object.fromEntries(
      examples.map((each) => [`${moduleName(each)}.ts`, each.code]),
    ),
  };
  for (const [name, text] of Object.entries(files))
    await writeFile(join(folder, name), text);
}

/** The name of an example's module: `line-42`, `line-42.test`. */
export function moduleName({ line, isTest }: Example): string {
  return `line-${line}${isTest ? ".test" : ""}`;
}

/** Type-checks all examples as one program, and writes them as JavaScript. */
export function compileExamples({ folder }: Workspace): Promise<Run> {
  return runNode(folder, [tsc, "-p", folder, "--pretty", "false"]);
}

/** Type-checks one more module by itself; writes nothing but its source. */
export async function compileModule(
  { folder }: Workspace,
  code: string,
): Promise<Run> {
  const project = join(folder, "tsconfig.one.json");
  await writeFile(join(folder, "one.ts"), code);
  await writeFile(
    project,
    JSON.stringify({
      extends: "./tsconfig.json",
      compilerOptions: { noEmit: true },
      include: ["one.ts"],
    }),
  );
  return runNode(folder, [tsc, "-p", project, "--pretty", "false"]);
}

/**
 * Runs an example that was compiled, or by vitest as it was written, with nothing of NetSuite in its environment but
 * this.
 */
export function runExample(
  { folder }: Workspace,
  example: Example,
  environment: Readonly<Record<string, string>>,
): Promise<Run> {
  const name = moduleName(example);
  return runNode(
    folder,
    example.isTest ? [vitest, "run", `${name}.ts`] : [`${name}.js`],
    environment,
  );
}
