import { existsSync } from "node:fs";
import { join } from "node:path";
import { runProgram } from "./run-program.js";
import type { Sight } from "./step.js";

/** A client of others, and how it is run here. */
export interface Peer {
  readonly name: string;
  /** The program and its arguments; null where the peer is not installed. */
  readonly command: readonly [program: string, ...args: string[]] | null;
  /** How it is installed. */
  readonly remedy: string;
  readonly sight: Omit<Sight, "operations">;
}

const own = (file: string): string => join(import.meta.dirname, file);

/** Looks for the clients that this machine can run. */
export async function findPeers(): Promise<readonly Peer[]> {
  const python = await findPython();
  const php = await findPhp();
  return [
    {
      name: "zeep",
      command: python === null ? null : [python, own("zeep_client.py")],
      remedy: "apt-get install python3-zeep",
      sight: {},
    },
    {
      name: "PHP SoapClient",
      command: php === null ? null : [php, own("php-client.php")],
      remedy: "apt-get install php-cli php-soap",
      sight: {},
    },
    createNodePeer("node-soap", "soap"),
    {
      ...createNodePeer("strong-soap", "strong-soap"),
      sight: { trimsText: true },
    },
  ];
}

function createNodePeer(name: string, packageName: string): Peer {
  const isInstalled = existsSync(own(`node_modules/${packageName}`));
  return {
    name,
    command: isInstalled ? [process.execPath, own(`${name}.js`)] : null,
    remedy: "npm ci --prefix test/peers",
    sight: {},
  };
}

/** A PHP that has SOAP, or null. */
export async function findPhp(): Promise<string | null> {
  const { stdout } = await runProgram("php", ["-m"]);
  return /^soap$/m.test(stdout) ? "php" : null;
}

/** Debian's zeep belongs to Debian's Python, which need not be the first in the path. */
async function findPython(): Promise<string | null> {
  for (const program of ["python3", "/usr/bin/python3"]) {
    const { exitCode } = await runProgram(program, ["-c", "import zeep"]);
    if (exitCode === 0) return program;
  }
  return null;
}
