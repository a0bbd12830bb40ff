import { execFile } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const checkout = fileURLToPath(new URL("../..", import.meta.url));
const execute = promisify(execFile);

/** The tarballs of all packages, as they would be published, in a temporary folder. */
export interface PackedPackages {
  readonly folder: string;
  /** Paths by the package's name. */
  readonly tarballs: ReadonlyMap<string, string>;
  readonly remove: () => Promise<void>;
}

/** Builds all packages and packs them. */
export async function packPackages(): Promise<PackedPackages> {
  const folder = await mkdtemp(join(tmpdir(), "nsgen-consumers-"));
  await execute(process.execPath, ["scripts/build.js"], { cwd: checkout });
  const { stdout } = await execute(
    "npm",
    [
      ...["pack", "--json", "--pack-destination", folder],
      ...["--include-workspace-root", "--workspaces"],
    ],
    { cwd: checkout },
  );
  // What npm documents for --json.
  const packed = JSON.parse(stdout) as { name: string; filename: string }[];
  return {
    folder,
    tarballs: new Map(
      packed.map(({ name, filename }) => [name, join(folder, filename)]),
    ),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/**
 * Copies a project and installs packages of ours into it, with what they and the project depend on.
 *
 * @param packages names; default all
 * @throws Error that says so where the registry cannot be reached
 */
export async function installProject(
  { folder, tarballs }: PackedPackages,
  name: string,
  packages: readonly string[] = [...tarballs.keys()],
): Promise<string> {
  const project = join(folder, name);
  await cp(join(checkout, "test/consumers", name), project, {
    recursive: true,
  });
  try {
    await run(project, "npm", [
      "install",
      "--no-audit",
      "--no-fund",
      ...packages.map((each) => tarballs.get(each) ?? each),
    ]);
  } catch (error) {
    throw isUnreachable(error)
      ? new Error(
          "The npm registry cannot be reached, and this test installs nsgen as a user does. Run it where `npm ping` succeeds.",
          { cause: error },
        )
      : error;
  }
  return project;
}

/** Runs a command in a project; what it printed on stdout. */
export async function run(
  project: string,
  command: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { stdout } = await execute(command, args, {
    cwd: project,
    env: { ...process.env, ...environment },
  });
  return stdout;
}

function isUnreachable(error: unknown): boolean {
  return (
    error instanceof Error &&
    /\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH)\b/.test(
      error.message,
    )
  );
}
