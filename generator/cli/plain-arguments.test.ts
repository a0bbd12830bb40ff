import { describe, expect, test, vi } from "vitest";
import type { GenerateArguments } from "./generate-options.js";
import { parsePlainArguments } from "./plain-arguments.js";
import { runCommand } from "./run-command.js";
import { runGenerate } from "./run-generate.js";

vi.mock("./run-generate.js", () => ({ runGenerate: vi.fn() }));

const NEEDED = ["--wsdl", "a", "--out", "b"];

/** What yargs makes of arguments. */
async function parseWithYargs(
  args: readonly string[],
): Promise<Partial<GenerateArguments>> {
  const run = vi.mocked(runGenerate).mockReset().mockResolvedValue(0);
  await runCommand(args, undefined);
  return run.mock.calls[0]?.[0] ?? {};
}

/** What was given, as yargs has it: a list of one is no list. */
function onlyGiven(
  parsed: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(parsed)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [
        name,
        Array.isArray(value) && value.length === 1 ? String(value[0]) : value,
      ]),
  );
}

describe("gives what yargs gives", () => {
  test.each([
    [NEEDED],
    [["--wsdl=a=b", "--out=-c"]],
    [[...NEEDED, "--package", "@acme/x", "--emit", "ts", "--long=bigint"]],
    [[...NEEDED, "--check", "--dry-run", "--force", "--json", "--quiet"]],
    [[...NEEDED, "--records", "a,b", "--operations", "get"]],
    [["--wsdl", "007", "--out", "1e3"]],
    [["--wsdl", "C:\\wsdl", "--out", "ü b"]],
  ])("%j", async (args) => {
    const plain = parsePlainArguments(args);
    const full = await parseWithYargs(args);
    expect(plain).not.toBeNull();
    expect(full).toMatchObject(onlyGiven({ ...plain }));
  });

  test("a list that is given twice", async () => {
    const args = [...NEEDED, "--records", "a", "--records", "b,c"];
    expect(parsePlainArguments(args)?.records).toEqual(["a", "b,c"]);
    expect((await parseWithYargs(args)).records).toEqual(["a", "b,c"]);
  });
});

test.each([
  [[]],
  [["--help"]],
  [["--version"]],
  [["doctor"]],
  [["emulate", ...NEEDED]],
  [["--wsdl", "a"]],
  [["--wsdl", "a", "--out"]],
  [["--wsdl", "--out", "b"]],
  [["--wsdl", "a", "--out", ""]],
  [["--wsdl", "a", "--out="]],
  [["--wsdl", '"a"', "--out", "b"]],
  [["--wsdl", "a", "--wsdl", "a", "--out", "b"]],
  [[...NEEDED, "c"]],
  [[...NEEDED, "--", "c"]],
  [[...NEEDED, "--frobnicate"]],
  [[...NEEDED, "--dryRun"]],
  [[...NEEDED, "--no-check"]],
  [[...NEEDED, "--check", "--check"]],
  [[...NEEDED, "--check=false"]],
  [[...NEEDED, "--check", "false"]],
  [[...NEEDED, "--emit", "py"]],
  [[...NEEDED, "--long", "int"]],
  [[...NEEDED, "-q"]],
])("leaves %j to yargs", (args) => {
  expect(parsePlainArguments(args)).toBeNull();
});
