import { readFile, stat } from "node:fs/promises";
import type { Emulator, EmulatorOptions, RequestEntry } from "nsgen-emulator";
import type { Argv } from "yargs";
import {
  describeEmulator,
  formatEmulator,
  formatRequest,
} from "./describe-emulator.js";
import { loadSchema } from "./load-schema.js";
import { createProgressBar } from "./progress-bar.js";
import { untilSignal } from "./until-signal.js";
import { UsageError } from "./usage-error.js";

/** Where `nsgen emulate` listens unless told otherwise. */
const DEFAULT_PORT = 7080;

/** Adds `nsgen emulate`: a SuiteTalk endpoint on this machine, until a signal ends it. */
export function addEmulate(parser: Argv, exit: (code: number) => void): Argv {
  return parser.command(
    "emulate",
    "Run a local SuiteTalk endpoint for tests",
    (command) =>
      command
        .usage(
          "$0 emulate --wsdl <source>\n\nRuns a local SuiteTalk endpoint of one account, for one version or several, until Ctrl+C. What to call it with is printed when it listens.",
        )
        .options({
          wsdl: {
            type: "string",
            array: true,
            demandOption: true,
            requiresArg: true,
            describe:
              "Version to serve: a source as for generating; several for several",
          },
          port: {
            type: "number",
            default: DEFAULT_PORT,
            requiresArg: true,
            describe: "Port to listen on; 0 for any free one",
          },
          host: {
            type: "string",
            default: "127.0.0.1",
            requiresArg: true,
            describe: "Address to listen on; 0.0.0.0 for other machines",
          },
          account: {
            type: "string",
            requiresArg: true,
            describe: "Account id [default: TSTDRV1234567]",
          },
          token: {
            type: "string",
            array: true,
            requiresArg: true,
            describe:
              "Who may call: consumerKey,consumerSecret,tokenId,tokenSecret, made up for tests [default: a fixed one]",
          },
          seed: {
            type: "string",
            requiresArg: true,
            describe: "JSON file of what the account begins with",
          },
          state: {
            type: "string",
            requiresArg: true,
            describe: "File that keeps the data [default: memory]",
          },
          faults: {
            type: "string",
            requiresArg: true,
            describe: "JSON file of rules for what goes wrong",
          },
          lenient: {
            type: "boolean",
            default: false,
            describe: "Read requests too that the XSDs do not allow",
          },
          concurrency: {
            type: "number",
            requiresArg: true,
            describe: "Requests at a time that the account takes [default: 5]",
          },
          latency: {
            type: "number",
            requiresArg: true,
            describe: "How long each request takes, in ms [default: 0]",
          },
          json: {
            type: "boolean",
            default: false,
            describe: "Print what to call as JSON, on one line",
          },
          quiet: {
            type: "boolean",
            default: false,
            describe: "Print no line for each request",
          },
        })
        .check((args) => {
          for (const name of [
            "port",
            "host",
            "account",
            "seed",
            "state",
            "faults",
            "concurrency",
            "latency",
          ])
            if (Array.isArray(args[name]))
              throw new UsageError(`--${name} is given more than once.`);
          return true;
        }),
    async (args) => {
      const { concurrency, faults, latency, seed } = args;
      const tokens = args.token?.map(parseToken);
      const progress = createProgressBar(process.stderr, args.quiet);
      const onProgress = progress.show;
      const schemas = [];
      try {
        for (const source of args.wsdl)
          schemas.push((await loadSchema(source, { onProgress })).schema);
      } finally {
        progress.end();
      }
      const isSeededBefore =
        seed !== undefined &&
        args.state !== undefined &&
        (await hasData(args.state));
      // What files hold is checked where the emulator starts.
      const emulator = await start({
        schema: schemas,
        port: args.port,
        host: args.host,
        ...(args.account !== undefined && { account: args.account }),
        ...(tokens && { tokens }),
        ...(seed !== undefined && {
          seed: (await readJson("seed", seed)) as NonNullable<
            EmulatorOptions["seed"]
          >,
        }),
        ...(args.state !== undefined && { state: args.state }),
        ...(faults !== undefined && {
          faults: (await readJson("faults", faults)) as NonNullable<
            EmulatorOptions["faults"]
          >,
        }),
        lenient: args.lenient,
        ...(concurrency !== undefined && {
          settings: { concurrencyLimit: concurrency },
        }),
        ...(latency !== undefined && { latencyMs: latency }),
        ...(!args.quiet && {
          log: (entry: RequestEntry) => {
            process.stderr.write(formatRequest(entry));
          },
        }),
      });
      if (isSeededBefore)
        process.stderr.write(
          `nsgen: --state ${args.state ?? ""} has data already: records of --seed that were put there once are not put again.\n`,
        );
      const ended = untilSignal("SIGINT", "SIGTERM");
      const versions = schemas.map(({ version }) => version);
      process.stdout.write(
        args.json
          ? `${JSON.stringify(describeEmulator(emulator, versions))}\n`
          : formatEmulator(emulator, versions),
      );
      await ended;
      await emulator.close();
      exit(0);
    },
  );
}

async function start(options: EmulatorOptions): Promise<Emulator> {
  const { startEmulator } = await import("nsgen-emulator");
  try {
    return await startEmulator(options);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if ("code" in error) throw describeListening(error, options);
    // What it finds wrong with its options and files are plain errors; others are its own faults.
    throw error.name === "Error" ? new UsageError(error.message) : error;
  }
}

function describeListening(
  error: Error & { readonly code: unknown },
  { host = "", port = 0 }: EmulatorOptions,
): Error {
  switch (error.code) {
    case "EADDRINUSE":
      return new UsageError(
        `port ${port} of ${host} is in use: end what listens there, or give another --port (0 for any free one).`,
      );
    case "EACCES":
      return new UsageError(
        `port ${port} of ${host} is not allowed: give a --port above 1023.`,
      );
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return new UsageError(
        `--host ${host} is no address of this machine: give 127.0.0.1, or 0.0.0.0 for all of them.`,
      );
    case "ERR_MODULE_NOT_FOUND":
      return new UsageError(
        "--state needs the package lmdb, which could not be installed on this machine. Leave --state out to keep the data in memory.",
      );
    default:
      return error;
  }
}

/** Never quotes the text: somebody may have put real keys there. */
function parseToken(
  text: string,
): NonNullable<EmulatorOptions["tokens"]>[number] {
  const parts = text.split(",").map((each) => each.trim());
  const [consumerKey, consumerSecret, tokenId, tokenSecret] = parts;
  if (
    parts.length !== 4 ||
    !consumerKey ||
    !consumerSecret ||
    !tokenId ||
    !tokenSecret
  )
    throw new UsageError(
      `--token has ${parts.filter(Boolean).length} parts: give four, as consumerKey,consumerSecret,tokenId,tokenSecret. Make them up: real ones do not belong into arguments.`,
    );
  return { consumerKey, consumerSecret, tokenId, tokenSecret };
}

/** Whether a state file was there before the emulator makes one; what else may be wrong with it shows at the start. */
async function hasData(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && found.size > 0;
}

async function readJson(name: string, path: string): Promise<unknown> {
  try {
    const text = await readFile(path, "utf8");
    // Some editors begin a file with a byte order mark.
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const { message } = error instanceof Error ? error : new Error();
    throw new UsageError(
      error instanceof SyntaxError
        ? `--${name} ${path} is not JSON: ${message}.`
        : `--${name} ${path} cannot be read: ${message}.`,
    );
  }
}
