import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { generate } from "../../generator/generate.js";
import { sampleWsdl } from "../wsdl-sets.js";
import { CLIENT_MODULE, type Example } from "./examples.js";

const checkout = fileURLToPath(new URL("../..", import.meta.url));

const tsc = join(
  createRequire(import.meta.url).resolve("typescript/package.json"),
  "../bin/tsc",
);

/** A user's project: the package in `netsuite`, the published files of `nsgen-runtime`, and the examples as modules. */
export interface Workspace {
  readonly folder: string;
  readonly remove: () => Promise<void>;
}

/** What a program said and how it ended. */
export interface Run {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
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

/** Lays out a project in a new folder of the checkout, where the runtime's dependencies resolve. */
export async function createWorkspace(
  examples: readonly Example[],
): Promise<Workspace> {
  await mkdir(join(checkout, ".demo"), { recursive: true });
  const folder = await mkdtemp(join(checkout, ".demo/readme-"));
  await writeFile(join(folder, "package.json"), '{ "type": "module" }\n');
  await writeFile(
    join(folder, "tsconfig.json"),
    JSON.stringify({ compilerOptions: COMPILER_OPTIONS, include: ["*.ts"] }),
  );
  await writeFile(join(folder, "client.ts"), CLIENT_MODULE);
  for (const example of examples)
    await writeFile(join(folder, `${moduleName(example)}.ts`), example.code);
  await Promise.all([layOutRuntime(folder), layOutPackage(folder)]);
  return {
    folder,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** The name of an example's module: `line-42`. */
export function moduleName({ line }: Example): string {
  return `line-${line}`;
}

/** Type-checks all examples as one program, and writes them as JavaScript. */
export function compileExamples({ folder }: Workspace): Promise<Run> {
  return run(folder, [tsc, "-p", folder, "--pretty", "false"]);
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
  return run(folder, [tsc, "-p", project, "--pretty", "false"]);
}

/** Runs an example that was compiled, with nothing of NetSuite in its environment but this. */
export function runExample(
  { folder }: Workspace,
  example: Example,
  environment: Readonly<Record<string, string>>,
): Promise<Run> {
  return run(folder, [`${moduleName(example)}.js`], environment);
}

async function layOutRuntime(folder: string): Promise<void> {
  const home = join(folder, "node_modules/nsgen-runtime");
  await mkdir(home, { recursive: true });
  await cp(join(checkout, "runtime/package.json"), join(home, "package.json"));
  const built = await run(checkout, [
    tsc,
    ...["-p", join(checkout, "runtime/tsconfig.build.json")],
    ...["--outDir", join(home, "dist")],
  ]);
  if (built.exitCode !== 0)
    throw new Error(`nsgen-runtime does not compile:\n${built.stdout}`);
}

function layOutPackage(folder: string): Promise<unknown> {
  return generate({
    source: sampleWsdl,
    out: join(folder, "netsuite"),
    records: null,
    operations: null,
    emit: "js",
    long: "number",
    dryRun: false,
    force: false,
    generatorVersion: "0.0.0",
    runtimeVersion: "0.0.0",
  });
}

function run(
  cwd: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Run> {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^NETSUITE_|^NODE_OPTIONS$|_proxy$/i.test(name),
  );
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      args,
      {
        cwd,
        env: { ...Object.fromEntries(inherited), ...environment },
        timeout: 60_000,
      },
      (_, stdout, stderr) => {
        resolve({ stdout, stderr, exitCode: child.exitCode ?? -1 });
      },
    );
  });
}
