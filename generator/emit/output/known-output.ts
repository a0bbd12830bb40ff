import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  hashText,
  MANIFEST,
  parseManifest,
  type Manifest,
} from "./manifest.js";
import type { OutputPlan } from "./plan.js";
import { unfinishedWrites } from "./write.js";

/** A folder that is as nsgen left it. */
export interface KnownOutput {
  readonly manifest: Manifest;
  /** Hash of the manifest's text, as those in it are. */
  readonly manifestHash: string;
  /** The plan that changes nothing. */
  readonly plan: OutputPlan;
}

/**
 * Reads and hashes a folder that nsgen wrote. Null unless it has a manifest, each file that the manifest lists is there with the hash
 * listed, and no write is unfinished.
 */
export async function readKnownOutput(
  folder: string,
): Promise<KnownOutput | null> {
  try {
    if ((await unfinishedWrites(folder)).length > 0) return null;
    const text = await readFile(join(folder, MANIFEST), "utf8");
    const manifest = parseManifest(text);
    if (manifest === null) return null;
    const listed = Object.entries(manifest.files);
    // One after the other in this thread takes half the time of promises.
    const texts = listed.map(([path]) =>
      readFileSync(join(folder, path), "utf8"),
    );
    const isKnown = listed.every(
      ([, hash], at) => hashText(texts[at] ?? "") === hash,
    );
    if (!isKnown) return null;
    const files = listed
      .map(([path], at) => ({ path, text: texts[at] ?? "" }))
      .concat({ path: MANIFEST, text })
      .sort((a, b) => (a.path < b.path ? -1 : 1))
      .map(({ path, text }) => ({
        path,
        change: "unchanged" as const,
        before: text,
        after: text,
      }));
    return {
      manifest,
      manifestHash: hashText(text),
      plan: { folder, files, conflicts: [] },
    };
  } catch {
    // A plan says what is missing or in the way.
    return null;
  }
}
