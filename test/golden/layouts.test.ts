import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeFolder } from "../../generator/emit/output/testing/folders.js";
import { writeZip } from "../../generator/read/testing/write-zip.js";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { sampleWsdl, wsdlSet } from "../wsdl-sets.js";
import { emit } from "./packages.js";

type Texts = ReadonlyMap<string, string>;

/** The WSDL and XSDs of the sample by path. */
async function sampleTexts(): Promise<Texts> {
  const folder = dirname(sampleWsdl);
  const xsds = await readdir(join(folder, "xsd"));
  const paths = ["netsuite.wsdl", ...xsds.map((each) => `xsd/${each}`)];
  return new Map(
    await Promise.all(
      paths.map(
        async (path) =>
          [path, await readFile(join(folder, path), "utf8")] as const,
      ),
    ),
  );
}

/** All files side by side, their schemaLocations leading elsewhere, as Oracle's zips of some versions have it. */
function flatten(texts: Texts): Texts {
  return new Map(
    [...texts].map(([path, text]) => [
      basename(path),
      text.replace(
        /schemaLocation="[^"]*?([^"/]+)"/g,
        'schemaLocation="../../../xsd/$1"',
      ),
    ]),
  );
}

const withCrlf = (texts: Texts): Texts =>
  new Map(
    [...texts].map(([path, text]) => [
      path,
      `\ufeff${text.replaceAll(/\r?\n/g, "\r\n")}`,
    ]),
  );

const reversed = (texts: Texts): Texts => new Map([...texts].reverse());

async function writeTexts(texts: Texts): Promise<string> {
  const folder = await makeFolder();
  for (const [path, text] of texts) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

async function writeZipOf(texts: Texts): Promise<string> {
  const path = join(await makeFolder(), "some.zip");
  const entries = [...texts].map(([name, content]) => ({ name, content }));
  await writeFile(path, writeZip(entries));
  return path;
}

describe("the same schema gives the same bytes", () => {
  test.each([
    ["a folder", async (texts: Texts) => writeTexts(texts)],
    ["a zip", async (texts: Texts) => writeZipOf(texts)],
    [
      "a zip in another order",
      async (texts: Texts) => writeZipOf(reversed(texts)),
    ],
    [
      "a flat zip with locations that lead nowhere",
      async (texts: Texts) => writeZipOf(flatten(texts)),
    ],
    [
      "a flat folder of them",
      async (texts: Texts) => writeTexts(flatten(texts)),
    ],
    [
      "CRLF and byte-order marks",
      async (texts: Texts) => writeTexts(withCrlf(texts)),
    ],
  ])("as %s", async (_, write) => {
    const want = await emit(sampleWsdl);
    expect(await emit(await write(await sampleTexts()))).toEqual(want);
  });

  const zip = wsdlSet("v2022_1");
  const urls = wsdlSet("v2022_1.url-layout");
  test.skipIf(zip === null || urls === null)(
    "as 2022.1's zip and as the server lays it out",
    async () => {
      expect(await emit(urls ?? "")).toEqual(await emit(zip ?? ""));
    },
  );
});
