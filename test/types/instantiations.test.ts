import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { compilers, countInstantiations, strict } from "./compile.js";
import { layOutRuntime } from "./workspace.js";

const checkout = join(import.meta.dirname, "../..");
const folder = await mkdtemp(join(tmpdir(), "nsgen-instantiations-"));

afterAll(() => rm(folder, { recursive: true, force: true }));

await writeFile(join(folder, "package.json"), '{ "type": "module" }\n');
await layOutRuntime(join(folder, "node_modules"));
await cp(
  join(checkout, "generated/netsuite-2025-2"),
  join(folder, "netsuite"),
  { recursive: true },
);
await cp(join(import.meta.dirname, "small"), join(folder, "small"), {
  recursive: true,
});

test.each([
  { what: "alone", skipLibCheck: true, most: 600 },
  { what: "with all declarations", skipLibCheck: false, most: 3_000 },
])(
  "a small application $what takes at most $most instantiations",
  async ({ skipLibCheck, most }) => {
    const count = await countInstantiations(
      compilers["6"] ?? "",
      folder,
      `small-${skipLibCheck}`,
      { ...strict, skipLibCheck },
      ["small/*"],
    );
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThan(most);
  },
);
