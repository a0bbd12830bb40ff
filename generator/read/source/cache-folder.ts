import envPaths from "env-paths";
import type { ReadOptions } from "../read-options.js";

/** The folder in which nsgen keeps what it need not do twice: the option, else `NSGEN_CACHE_DIR`, else the system's place for caches. */
export function cacheFolder({
  cacheDir,
  environment = process.env,
}: Pick<ReadOptions, "cacheDir" | "environment">): string {
  return (
    cacheDir ??
    (environment["NSGEN_CACHE_DIR"] || envPaths("nsgen", { suffix: "" }).cache)
  );
}
