import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * The licence texts of the packages that files belong to. Of a package that is published without one: its licence's name and its
 * author.
 *
 * @param {string} root what the paths are relative to
 * @param {readonly string[]} paths files; those outside of `node_modules` do not count
 * @returns {Promise<string>} the texts, sorted by package
 * @throws Error for a package that says neither
 */
export async function collectLicences(root, paths) {
  const folders = new Set(
    paths
      .map((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1])
      .filter((folder) => folder !== undefined),
  );
  const texts = [];
  for (const folder of [...folders].sort()) {
    const home = join(root, folder);
    const manifest = JSON.parse(
      await readFile(join(home, "package.json"), "utf8"),
    );
    const { name, version, license } = manifest;
    const text = (await readLicence(home)) ?? describeLicence(manifest);
    texts.push(`${name} ${version} (${license})\n\n${text}`);
  }
  return texts.join(`\n${"-".repeat(72)}\n\n`);
}

/** The text of a package's licence; null where it has none. */
async function readLicence(home) {
  const names = await readdir(home);
  const file = names.find((name) => /^licen[cs]e([.-]|$)/i.test(name));
  return file === undefined ? null : readFile(join(home, file), "utf8");
}

function describeLicence({ name, license, author }) {
  if (!license || !author)
    throw new Error(
      `${name} is bundled and has no licence file, nor a licence and an author in its package.json: find out on what terms it may be passed on.`,
    );
  const by = typeof author === "string" ? author : author.name;
  return `Published by ${by} under the ${license} licence, without its text.\n`;
}
