import { expect, test } from "vitest";
import { nsgen } from "./testing/nsgen.js";

test.each([
  [
    ["emulat", "--wsdl", "2025_2"],
    'There is no command "emulat": there are emulate and doctor. Without a command nsgen generates a package, and needs --wsdl and --out.\nSee nsgen --help.',
  ],
  [
    ["docto", "--client", "x"],
    'There is no command "docto": there are emulate and doctor. Without a command nsgen generates a package, and needs --wsdl and --out.\nSee nsgen --help.',
  ],
  [["--out", "x"], "Missing required argument: wsdl\nSee nsgen --help."],
  [["emulate"], "Missing required argument: wsdl\nSee nsgen emulate --help."],
  [
    ["emulate", "--wsdl", "x", "--frobnicate"],
    "Unknown argument: frobnicate\nSee nsgen emulate --help.",
  ],
  [
    ["doctor", "--client", "x", "--frobnicate"],
    "Unknown argument: frobnicate\nSee nsgen doctor --help.",
  ],
])("%j", async (args, message) => {
  expect(await nsgen(...args)).toEqual({
    code: 2,
    stdout: "",
    stderr: `nsgen: ${message}\n`,
  });
});
