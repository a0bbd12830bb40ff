import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * SHA-256 of a program: of its file, and of the modules that the build puts into `chunks/` beside it, which may have been patched where
 * they are installed. Null where it cannot be read.
 */
export function digestProgram(file: string): string | null {
  try {
    const chunks = join(dirname(file), "chunks");
    const names = existsSync(chunks) ? readdirSync(chunks).sort() : [];
    const hash = createHash("sha256").update(readFileSync(file));
    for (const name of names)
      hash.update(`\0${name}\0`).update(readFileSync(join(chunks, name)));
    return hash.digest("hex");
  } catch {
    return null;
  }
}
