import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** The file that lists what nsgen wrote into a folder. */
export const MANIFEST = "nsgen.manifest.json";

/** What `nsgen.manifest.json` says. */
export interface Manifest {
  /** Version of the nsgen that wrote the package. */
  readonly nsgen: string;
  /** NetSuite version, as `2025.2`. */
  readonly version: string;
  /** Digest of the schema model. */
  readonly schema: string;
  /** The options that the package was generated with. */
  readonly options: Readonly<Record<string, unknown>>;
  /** SHA-256 of each file, by path. */
  readonly files: Readonly<Record<string, string>>;
}

/** The text of the manifest of these files, as prettier would leave it. */
export function formatManifest(
  about: Omit<Manifest, "files">,
  files: ReadonlyMap<string, string>,
): string {
  const manifest: Manifest = {
    ...about,
    files: Object.fromEntries(
      [...files].map(([path, text]) => [path, hashText(text)]),
    ),
  };
  // Prettier joins arrays that fit a line; JSON.stringify breaks them all.
  const text = JSON.stringify(manifest, null, 2).replace(
    /\[\n\s+([^[\]]*?)\n\s+\]/g,
    (broken, inner: string, at: number, whole: string) => {
      const joined = `[${inner.replace(/\n\s+/g, " ")}]`;
      const start = whole.lastIndexOf("\n", at) + 1;
      const comma = whole.charAt(at + broken.length) === "," ? 1 : 0;
      const width = at - start + joined.length + comma;
      return width <= 80 ? joined : broken;
    },
  );
  return `${text}\n`;
}

/** The manifest of a folder, or null where it has none or one that cannot be read. */
export async function readManifest(folder: string): Promise<Manifest | null> {
  let text: string;
  try {
    text = await readFile(join(folder, MANIFEST), "utf8");
  } catch {
    return null;
  }
  return parseManifest(text);
}

/** Parses the text of a manifest, or null where it is none. */
export function parseManifest(text: string): Manifest | null {
  try {
    const parsed: unknown = JSON.parse(text);
    return isManifest(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

function isManifest(value: unknown): value is Manifest {
  return (
    typeof value === "object" &&
    value !== null &&
    "files" in value &&
    typeof value.files === "object" &&
    value.files !== null &&
    Object.entries(value.files).every(
      ([path, hash]) => isInside(path) && typeof hash === "string",
    )
  );
}

/** Whether a listed path stays inside the folder: a manifest from elsewhere must not remove other files. */
function isInside(path: string): boolean {
  return (
    path !== "" &&
    !/^[/\\]|\\|:/.test(path) &&
    !path.split("/").some((part) => part === ".." || part === "")
  );
}

/** SHA-256 of a file's text. Line ends do not count, so that a checkout with CRLF is not taken for an edit. */
export function hashText(text: string): string {
  return createHash("sha256")
    .update(text.replaceAll("\r\n", "\n"))
    .digest("hex");
}
