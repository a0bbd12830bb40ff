import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { viteHandlebars } from "./scripts/handlebars-plugin.js";

const path = (relative: string): string =>
  fileURLToPath(new URL(relative, import.meta.url));

const common = {
  extends: true as const,
};

export default defineConfig({
  plugins: [viteHandlebars],
  resolve: {
    alias: [
      {
        find: /^nsgen-runtime\/codegen-v1$/,
        replacement: path("./runtime/codegen-v1/index.ts"),
      },
      { find: /^nsgen-runtime$/, replacement: path("./runtime/index.ts") },
      { find: /^nsgen-emulator$/, replacement: path("./emulator/index.ts") },
    ],
  },
  test: {
    projects: [
      {
        ...common,
        test: {
          name: "unit",
          include: [
            "generator/**/*.test.ts",
            "runtime/**/*.test.ts",
            "emulator/**/*.test.ts",
          ],
        },
      },
      {
        ...common,
        test: {
          name: "golden",
          include: ["test/golden/**/*.test.ts"],
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
      {
        ...common,
        test: {
          name: "wire",
          include: ["test/wire/**/*.test.ts", "test/end-to-end/**/*.test.ts"],
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
      {
        ...common,
        test: {
          name: "soak",
          include: ["test/soak/**/*.test.ts", "test/durability/**/*.test.ts"],
          execArgv: ["--expose-gc"],
          testTimeout: 1_800_000,
        },
      },
      {
        ...common,
        test: {
          name: "type-tests",
          include: ["test/types/**/*.test.ts"],
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
      {
        ...common,
        test: {
          name: "consumers",
          include: ["test/consumers/*.test.ts"],
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
      {
        ...common,
        test: {
          name: "readme",
          include: ["test/readme/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        ...common,
        test: {
          name: "peers",
          include: ["test/peers/*.test.ts"],
          testTimeout: 300_000,
        },
      },
    ],
  },
});
