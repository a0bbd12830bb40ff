import js from "@eslint/js";
import tseslint from "typescript-eslint";
import { walls } from "./scripts/eslint-walls.js";

export default tseslint.config(
  {
    ignores: [
      "**/dist/**",
      "generated/**",
      "coverage/**",
      ".demo/**",
      // Sources of users, against packages that are generated when the tests run.
      "test/consumers/*/",
      "test/types/*/",
    ],
  },
  js.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true },
      ],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Code points are what is meant where a string is spread.
      "@typescript-eslint/no-misused-spread": ["error", { allow: ["string"] }],
      "no-console": "error",
    },
  },
  {
    files: ["generator/**/*.ts", "runtime/**/*.ts", "emulator/**/*.ts"],
    plugins: { walls },
    rules: { "walls/imports": "error" },
  },
  {
    files: ["**/*.js"],
    languageOptions: {
      globals: { console: "readonly", process: "readonly", URL: "readonly" },
    },
  },
);
