import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  generatorVersion,
  runtimeVersion,
} from "../../generator/cli/version.js";
import { formatDiff } from "../../generator/emit/index.js";
import { generate } from "../../generator/generate.js";
import { GENERATED_PACKAGES } from "../../scripts/generated-packages.js";
import { wsdlSet } from "../wsdl-sets.js";

const checkout = join(import.meta.dirname, "../..");

describe.each(GENERATED_PACKAGES)(
  "$folder",
  ({ folder, packageName, set, source }) => {
    const path = set === null ? join(checkout, source ?? "") : wsdlSet(set);

    test.skipIf(path === null)(
      "is what nsgen generates: if not, run npm run regenerate",
      async () => {
        expect(existsSync(join(checkout, folder))).toBe(true);
        const { plan } = await generate({
          source: path ?? "",
          out: join(checkout, folder),
          packageName,
          records: null,
          operations: null,
          emit: "js",
          long: "number",
          dryRun: true,
          force: false,
          generatorVersion,
          runtimeVersion,
        });
        expect(formatDiff(plan)).toBe("");
        expect(plan.conflicts).toEqual([]);
      },
    );
  },
);
