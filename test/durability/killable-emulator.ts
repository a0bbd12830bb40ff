import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import type { EmulatorConnection } from "nsgen-emulator";

/** An emulator in a process of its own. */
export interface KillableEmulator {
  readonly connection: EmulatorConnection;
  /** Ends it as a crash does, at once; resolves when it is gone. */
  kill(): Promise<void>;
}

/**
 * Starts an emulator on a state file.
 *
 * @param program the bundled `emulator-process.ts`
 * @throws Error with what it wrote to stderr where it did not start
 */
export async function startKillable(
  program: string,
  state: string,
): Promise<KillableEmulator> {
  const { child, gone, stderr } = run(program, state);
  let printed = "";
  const ready = (async () => {
    for await (const chunk of child.stdout) {
      printed += String(chunk);
      if (printed.endsWith("\n")) return;
    }
    await gone;
    throw new Error(`The emulator did not start: ${stderr()}`);
  })();
  await ready;
  return {
    // What emulator-process.ts prints.
    connection: JSON.parse(printed) as EmulatorConnection,
    async kill() {
      child.kill("SIGKILL");
      await gone;
    },
  };
}

/** Starts an emulator, and kills it so soon that it may not be ready yet. */
export async function killWhileStarting(
  program: string,
  state: string,
  afterMs: number,
): Promise<void> {
  const { child, gone } = run(program, state);
  await delay(afterMs);
  child.kill("SIGKILL");
  await gone;
}

function run(program: string, state: string) {
  const child = spawn(process.execPath, [program, state], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  child.stderr.on("data", (chunk) => (text += String(chunk)));
  return { child, gone: once(child, "close"), stderr: () => text };
}
