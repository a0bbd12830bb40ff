import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);

/** The compilers that users have, by the major version that a test names: the path of each one's `tsc`. */
export const compilers: Readonly<Record<string, string>> = {
  "5.9": tscOf("typescript-5.9"),
  "6": tscOf("typescript"),
  "7": tscOf("typescript-7"),
};

/** The compiler options of a project that all others are made of: strict, declarations checked, no DOM, no Node. */
export const strict: Readonly<Record<string, unknown>> = {
  strict: true,
  skipLibCheck: false,
  target: "es2022",
  lib: ["es2022"],
  types: [],
  module: "nodenext",
  noEmit: true,
};

/** What a compiler says about one place. */
export interface Diagnostic {
  /** Path from the project's folder, with `/`. */
  readonly file: string;
  readonly line: number;
  /** Code and text, such as `TS2353: Object literal may only …`, its elaboration on lines of their own. */
  readonly message: string;
}

/**
 * Compiles the files of a project, all as one program.
 *
 * @param folder of the project; `tsconfig.<name>.json` is written there
 * @param include patterns of files, from that folder
 * @throws Error where the compiler did not run to its end
 */
export async function compile(
  compiler: string,
  folder: string,
  name: string,
  compilerOptions: object,
  include: readonly string[],
): Promise<Diagnostic[]> {
  const project = join(folder, `tsconfig.${name}.json`);
  await writeFile(project, JSON.stringify({ compilerOptions, include }));
  return parseDiagnostics(await run(compiler, folder, project));
}

/**
 * Counts how often a compiler puts arguments into generic types to check the files of a project: what types cost, which,
 * unlike time, is the same on every machine.
 *
 * @param folder of the project; `tsconfig.<name>.json` is written there
 * @throws Error where the files have errors
 */
export async function countInstantiations(
  compiler: string,
  folder: string,
  name: string,
  compilerOptions: object,
  include: readonly string[],
): Promise<number> {
  const project = join(folder, `tsconfig.${name}.json`);
  const options = { ...compilerOptions, extendedDiagnostics: true };
  await writeFile(
    project,
    JSON.stringify({ compilerOptions: options, include }),
  );
  const printed = await run(compiler, folder, project);
  const count = /^Instantiations:\s+(\d+)$/m.exec(printed)?.[1];
  if (count === undefined || / error TS\d/.test(printed))
    throw new Error(`tsc did not check ${project}:\n${printed}`);
  return Number(count);
}

/** A compiler's `tsc`, which not every version of the package hands out by its exports. */
function tscOf(packageName: string): string {
  const home = dirname(require.resolve(`${packageName}/package.json`));
  return join(home, "bin", "tsc");
}

function run(
  compiler: string,
  folder: string,
  project: string,
): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [compiler, "-p", project, "--pretty", "false"],
      { cwd: folder, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        // 1 and 2 are the exit codes of a program with errors.
        if (!error || error.code === 1 || error.code === 2) resolve(stdout);
        else reject(new Error(`${error.message}\n${stderr}`));
      },
    );
  });
}

/** Reads what `tsc --pretty false` prints: `file(line,column): error TS1: text`, then indented lines. */
function parseDiagnostics(output: string): Diagnostic[] {
  const found: { file: string; line: number; message: string }[] = [];
  for (const text of output.split(/\r?\n/)) {
    if (text === "") continue;
    const head = /^(?:(.+?)\((\d+),\d+\): )?error (TS\d+: .*)$/.exec(text);
    const last = found.at(-1);
    if (head) {
      const [, file = "", line = "0", message = ""] = head;
      found.push({ file, line: Number(line), message });
    } else if (last && text.startsWith(" ")) last.message += `\n${text}`;
    else throw new Error(`tsc printed a line of unknown form: ${text}`);
  }
  return found;
}
