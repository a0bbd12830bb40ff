import { join } from "node:path";
import { expect, test } from "vitest";
import { wsdlSet } from "../wsdl-sets.js";
import { emit } from "./packages.js";

const newest =
  wsdlSet("v2025_2") ??
  join(import.meta.dirname, "../../generated/netsuite-2025-2");

test("the package of 2025.2 stays within its bytes", async () => {
  const { files } = await emit(newest);
  const bytesOf = (isCounted: (path: string) => boolean): number =>
    [...files]
      .filter(([path]) => isCounted(path))
      .reduce((sum, [, text]) => sum + Buffer.byteLength(text), 0);
  const descriptor = bytesOf((path) => path === "schema.js");
  const declarations = bytesOf((path) => path.endsWith(".d.ts"));
  // What is elsewhere is not counted, and would always be little enough.
  expect(descriptor).toBeGreaterThan(100_000);
  expect(descriptor).toBeLessThan(400_000);
  expect(declarations).toBeGreaterThan(500_000);
  expect(declarations).toBeLessThan(2_100_000);
});
