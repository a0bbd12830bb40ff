import { existsSync } from "node:fs";
import { join } from "node:path";

/** The folder of the real WSDL sets: `NSGEN_WSDL_DIR`, else `shared/wsdl` beside the checkout. */
export const WSDL_DIR =
  process.env["NSGEN_WSDL_DIR"] ??
  join(import.meta.dirname, "../../../../shared/wsdl");

/** Tells whether the real sets are there; warns where they are not, so that nobody takes skipped tests for passed ones. */
export function hasRealSets(): boolean {
  if (existsSync(WSDL_DIR)) return true;
  // A test run has no other way to say so.
  // eslint-disable-next-line no-console
  console.warn(
    `SKIPPED: no WSDL sets in ${WSDL_DIR}. Set NSGEN_WSDL_DIR to the folder that holds v2025_2.zip and the others.`,
  );
  return false;
}
