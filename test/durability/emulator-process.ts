import { startEmulator } from "nsgen-emulator";
import { schema } from "../../generated/sample/index.js";

// The process that is killed: an emulator on the state file that it is given. It prints its connection when it is ready.

const emulator = await startEmulator({
  schema,
  ...(process.argv[2] !== undefined && { state: process.argv[2] }),
  settings: { concurrencyLimit: 100, jobDelayMs: 2 },
});
process.stdout.write(`${JSON.stringify(emulator.connection)}\n`);
