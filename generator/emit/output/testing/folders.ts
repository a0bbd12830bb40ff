import {
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { onTestFinished } from "vitest";

/** Makes a folder for one test, which is removed with all in it when the test ends. */
export async function makeFolder(
  files: Readonly<Record<string, string>> = {},
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "nsgen-output-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await addFiles(folder, files);
  return folder;
}

/** Writes files into a folder. */
export async function addFiles(
  folder: string,
  files: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

/** The text of each file in a folder, by path; folders end in `/` and have none. */
export async function listTexts(
  folder: string,
): Promise<Record<string, string>> {
  const paths = await listPaths(folder);
  const texts = paths.map(async (path) => [
    path,
    path.endsWith("/") ? "" : await readFile(join(folder, path), "utf8"),
  ]);
  // Each row is made of a path and a text just above.
  return Object.fromEntries(await Promise.all(texts)) as Record<string, string>;
}

/** When each file and folder in a folder was last written, in nanoseconds, by path. */
export async function listTimes(
  folder: string,
): Promise<Record<string, bigint>> {
  const times: Record<string, bigint> = {};
  for (const path of ["", ...(await listPaths(folder))]) {
    const { mtimeNs } = await lstat(join(folder, path), { bigint: true });
    times[path] = mtimeNs;
  }
  return times;
}

async function listPaths(folder: string): Promise<string[]> {
  const entries = await readdir(folder, {
    recursive: true,
    withFileTypes: true,
  });
  return entries
    .map((each) => {
      const path = relative(folder, join(each.parentPath, each.name));
      return each.isDirectory() ? `${path}/` : path;
    })
    .sort();
}
