import { afterAll, describe, expect, test } from "vitest";
import { schema as netsuite2025 } from "../../generated/netsuite-2025-2/index.js";
import type { NetSuiteSchema } from "../../runtime/codegen-v1/index.js";
import { callServer } from "./call-server.js";
import { findPeers, findPhp } from "./find-peers.js";
import { startPhpServer } from "./php-server.js";
import { runPeer } from "./run-peer.js";
import { loadSchemas } from "./schemas.js";
import { wantedSteps, type Step } from "./step.js";
import { formatTable, type Row } from "./table.js";

const peers = await findPeers();
const schemas = await loadSchemas();
const rows: Row[] = [];

afterAll(() => {
  print(`\n${formatTable(rows)}\n`);
});

for (const { name, remedy, command } of peers)
  if (command === null)
    print(`\n*** ${name} is not installed: it is skipped. ${remedy} ***\n`);

describe.each(schemas)("version $version", (schema) => {
  test.for(peers)("$name", async ({ name, command, sight }, { skip }) => {
    if (command === null) {
      skipRow(name, schema, skip);
      return;
    }
    const operations = schema.facts.service.operations.length;
    const wanted = wantedSteps({ operations, ...sight });
    const steps = await runPeer(command, schema, [...wanted.keys()]);
    expect(judgeSteps(name, schema, steps, wanted)).toEqual([]);
  });
});

test("our client, on a server of PHP", async ({ skip }) => {
  const name = "nsgen on PHP SoapServer";
  const php = await findPhp();
  if (php === null) {
    skipRow(name, netsuite2025, skip);
    return;
  }
  await using server = await startPhpServer(php, netsuite2025);
  const steps = await callServer(server.connection);
  const [, ...wanted] = wantedSteps({ operations: 0 });
  // Our client starts from no WSDL: the first step is not for it.
  expect(judgeSteps(name, netsuite2025, steps, wanted)).toEqual([]);
});

function skipRow(
  peer: string,
  { version }: NetSuiteSchema,
  skip: () => void,
): void {
  const outcome = "skipped: not installed";
  rows.push({ peer, version, operation: "", outcome, ms: null });
  skip();
}

/** Writes the rows of a peer, and gives the steps that are not as wanted. */
function judgeSteps(
  peer: string,
  { version }: NetSuiteSchema,
  steps: readonly Step[],
  wanted: Iterable<readonly [string, unknown]>,
): readonly string[] {
  return [...wanted].flatMap(([operation, saw]) => {
    const step = steps.find((each) => each.operation === operation);
    const outcome = judge(step, saw);
    rows.push({ peer, version, operation, outcome, ms: step?.ms ?? null });
    return outcome === "ok" ? [] : [`${operation}: ${outcome}`];
  });
}

/** `ok`, or what is wrong with a step. */
function judge(step: Step | undefined, wanted: unknown): string {
  if (!step) return "not reached";
  if (step.error !== undefined) return step.error;
  try {
    expect(step.saw).toEqual(wanted);
    return "ok";
  } catch {
    return `saw ${JSON.stringify(step.saw)}`;
  }
}

function print(text: string): void {
  // eslint-disable-next-line no-console -- the table is what this is run for
  console.log(text);
}
