import { startEmulator } from "../../emulator/index.js";
import type { NetSuiteSchema } from "../../runtime/codegen-v1/index.js";
import type { Peer } from "./find-peers.js";
import { runProgram } from "./run-program.js";
import { parseSteps, SEEDED, WRITTEN, type Step } from "./step.js";

/**
 * Runs a peer against an emulator of its own, and gives the steps that it reported.
 *
 * `order` is the names of all steps: where the program dies, that of the first that is missing.
 */
export async function runPeer(
  [program, ...args]: NonNullable<Peer["command"]>,
  schema: NetSuiteSchema,
  order: readonly string[],
): Promise<readonly Step[]> {
  await using emulator = await startEmulator({
    schema,
    seed: {
      records: SEEDED.map((companyName) => ({
        $type: "Customer",
        companyName,
      })),
    },
  });
  const { endpoint, ...credentials } = emulator.connection;
  const { version } = schema;
  const task = {
    wsdl: `${endpoint}/wsdl/v${version}_0/netsuite.wsdl`,
    version,
    ...credentials,
    ...WRITTEN,
  };
  const { exitCode, stdout, stderr } = await runProgram(
    program,
    args,
    JSON.stringify(task),
  );
  const steps = parseSteps(stdout);
  const operation = order[steps.length];
  if (exitCode === 0 || operation === undefined) return steps;
  const error = `the program ended with ${exitCode ?? "a signal"}: ${stderr}`;
  return [...steps, { operation, ms: 0, error }];
}
