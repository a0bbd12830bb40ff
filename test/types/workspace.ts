import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { generate, type GenerateOptions } from "../../generator/generate.js";
import { sampleWsdl, wsdlSets } from "../wsdl-sets.js";
import { compilers } from "./compile.js";

const checkout = fileURLToPath(new URL("../..", import.meta.url));

/** How a package is generated, and which of the user's folders of sources stand beside it. */
interface Variant {
  readonly name: string;
  readonly options: Partial<GenerateOptions>;
  readonly users: readonly string[];
}

const VARIANTS: readonly Variant[] = [
  { name: "js", options: {}, users: ["right", "wrong", "node"] },
  { name: "ts", options: { emit: "ts" }, users: ["right"] },
  { name: "bigint", options: { long: "bigint" }, users: ["bigint"] },
  {
    name: "subset",
    options: {
      records: ["customer", "salesOrder"],
      operations: ["get", "search"],
    },
    users: [],
  },
];

/** A temporary folder with generated packages, as a user's `node_modules` and sources see them. */
export interface Workspace {
  readonly folder: string;
  /** Names of the sources that packages were generated from, such as `sample` and `v2025_2`. */
  readonly sources: readonly string[];
  readonly remove: () => Promise<void>;
}

/**
 * Lays out, for each source and variant, the package in `<source>-<variant>/netsuite` with the user's sources beside
 * it, and the published files of `nsgen-runtime` in `node_modules`.
 */
export async function createWorkspace(): Promise<Workspace> {
  const folder = await mkdtemp(join(tmpdir(), "nsgen-types-"));
  await writeFile(join(folder, "package.json"), '{ "type": "module" }\n');
  await layOutRuntime(join(folder, "node_modules"));
  const sources = packageSources();
  for (const [name, source] of sources)
    for (const variant of VARIANTS)
      await layOutPackage(
        join(folder, `${name}-${variant.name}`),
        source,
        variant,
      );
  return {
    folder,
    sources: [...sources.keys()],
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** The small WSDL, the real sets, and, where those are absent, the committed packages that are left. */
function packageSources(): Map<string, string> {
  const generated = join(checkout, "generated");
  const committed = readdirSync(generated, { withFileTypes: true })
    .filter((entry) => existsSync(join(generated, entry.name, "schema.js")))
    .map(({ name }): [string, string] => [
      name.replace(/^netsuite-(\d+)-(\d)$/, "v$1_$2"),
      join(generated, name),
    ]);
  return new Map([
    ...committed,
    ...wsdlSets()
      // A second layout of the same schema gives the same package.
      .filter((path) => !basename(path, ".zip").includes("."))
      .map((path): [string, string] => [basename(path, ".zip"), path]),
    ["sample", sampleWsdl],
  ]);
}

async function layOutPackage(
  folder: string,
  source: string,
  { options, users }: Variant,
): Promise<void> {
  await generate({
    source,
    out: join(folder, "netsuite"),
    records: null,
    operations: null,
    emit: "js",
    long: "number",
    dryRun: false,
    force: false,
    generatorVersion: "0.0.0",
    runtimeVersion: "0.0.0",
    ...options,
  });
  for (const user of users)
    await cp(join(checkout, "test/types", user), join(folder, user), {
      recursive: true,
    });
}

/** The runtime's declarations as they are published, beside the types that only `node/` asks for. */
export async function layOutRuntime(modules: string): Promise<void> {
  const home = join(modules, "nsgen-runtime");
  await mkdir(home, { recursive: true });
  await cp(join(checkout, "runtime/package.json"), join(home, "package.json"));
  execFileSync(
    process.execPath,
    [
      compilers["6"] ?? "",
      ...["-p", join(checkout, "runtime/tsconfig.build.json")],
      ...["--emitDeclarationOnly", "--outDir", join(home, "dist")],
    ],
    { stdio: "inherit" },
  );
  const require = createRequire(import.meta.url);
  for (const name of ["undici", "@types/node"]) {
    const target = join(require.resolve(`${name}/package.json`), "..");
    await mkdir(join(modules, name, ".."), { recursive: true });
    await symlink(target, join(modules, name), "junction");
  }
}
