import { expect, test } from "vitest";
import { wsdlSet } from "../wsdl-sets.js";
import { emit } from "./packages.js";

const newest = wsdlSet("v2025_2");

test.skipIf(newest === null)(
  "the package of 2025.2 stays within its bytes",
  async () => {
    const { files } = await emit(newest ?? "");
    const bytesOf = (isCounted: (path: string) => boolean): number =>
      [...files]
        .filter(([path]) => isCounted(path))
        .reduce((sum, [, text]) => sum + Buffer.byteLength(text), 0);
    expect(bytesOf((path) => path === "schema.js")).toBeLessThan(400_000);
    expect(bytesOf((path) => path.endsWith(".d.ts"))).toBeLessThan(2_100_000);
  },
);
