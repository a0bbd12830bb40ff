import { access, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseEnv } from "node:util";
import type { Argv } from "yargs";
import type { CheckResult, ConfigurationSource } from "../doctor/index.js";
import { selectSubset } from "../model/index.js";
import { InputError } from "../read/index.js";
import { loadSchema } from "./load-schema.js";
import { parseList } from "./parse-list.js";
import { createProgressBar } from "./progress-bar.js";
import { UsageError } from "./usage-error.js";

const MARKS = { pass: "✓", warn: "!", fail: "✗", skip: "–" } as const;

/** Adds `nsgen doctor`: it tells whether a client of this configuration can work, and if not, why. */
export function addDoctor(parser: Argv, exit: (code: number) => void): Argv {
  return parser.command(
    "doctor",
    "Check configuration, connection, login and permissions",
    (command) =>
      command
        .usage(
          "$0 doctor --wsdl <source> | --client <folder>\n\nChecks, one after another, whether a client can work: configuration, account, host, clock, version, login, role. Keys are read from NETSUITE_… variables or a file, never from arguments, and are never printed. It logs in once and writes nothing.",
        )
        .options({
          wsdl: {
            type: "string",
            requiresArg: true,
            describe: "The version to check: a source as for generating",
          },
          client: {
            type: "string",
            requiresArg: true,
            describe: "The same: folder of a generated package",
          },
          config: {
            type: "string",
            requiresArg: true,
            describe: "JSON file with the configuration",
          },
          env: {
            type: "string",
            requiresArg: true,
            describe:
              "File of NETSUITE_… lines; the environment goes before it",
          },
          records: {
            type: "string",
            requiresArg: true,
            describe: "Records that the role must read, as customer,salesOrder",
          },
          read: {
            type: "boolean",
            default: false,
            describe: "Read one record of each of them too",
          },
          json: {
            type: "boolean",
            default: false,
            describe: "Print the results as JSON",
          },
          quiet: {
            type: "boolean",
            default: false,
            describe: "Print warnings and failures only",
          },
        })
        .conflicts({ wsdl: "client", config: "env" })
        .check(({ wsdl, client, read, records }) => {
          if (wsdl === undefined && client === undefined)
            throw new UsageError(
              "Which version? Give --wsdl <source>, or --client <folder> of the generated package.",
            );
          if (read && records === undefined)
            throw new UsageError("--read is for what --records names.");
          return true;
        }),
    async (args) => {
      const records = parseList("records", args.records) ?? [];
      const configuration = await readSource(args.config, args.env);
      if (args.client !== undefined) await requirePackage(args.client);
      const progress = createProgressBar(
        process.stderr,
        args.quiet || args.json,
      );
      const { model, schema } = await loadSchema(
        args.client ?? args.wsdl ?? "",
        { onProgress: progress.show },
      ).finally(() => {
        progress.end();
      });
      if (records.length > 0)
        selectSubset(model, { records, operations: null });
      const { listChecks, runChecks } = await import("../doctor/index.js");
      const options = { schema, configuration, records, read: args.read };
      const width = Math.max(
        ...listChecks(options).map(({ title }) => title.length),
      );
      const results: CheckResult[] = [];
      for await (const result of runChecks(options)) {
        results.push(result);
        const isNews = result.status === "warn" || result.status === "fail";
        if (!args.json && (isNews || !args.quiet))
          process.stdout.write(formatResult(result, width));
      }
      if (args.json)
        process.stdout.write(
          `${JSON.stringify(
            results.map((each) => ({ ...each, title: undefined })),
            null,
            2,
          )}\n`,
        );
      exit(exitCode(results));
    },
  );
}

/** A `--client` that is no package is not taken for another kind of source: `2025_2` would be fetched. */
async function requirePackage(folder: string): Promise<void> {
  try {
    await access(join(folder, "nsgen.manifest.json"));
  } catch {
    throw new InputError([
      {
        what: `--client ${folder} is no generated package: there is no nsgen.manifest.json in it`,
        source: null,
        excerpt: null,
        remedy:
          "Give the folder that nsgen --out wrote, or the version with --wsdl.",
      },
    ]);
  }
}

async function readSource(
  config: string | undefined,
  envFile: string | undefined,
): Promise<ConfigurationSource> {
  if (config !== undefined) return { config };
  if (envFile === undefined) return { environment: process.env };
  const text = await readFile(envFile, "utf8").catch((error: unknown) => {
    const code = error instanceof Error && "code" in error ? error.code : "";
    throw new UsageError(`--env ${envFile} cannot be read (${String(code)}).`);
  });
  // As `node --env-file` and dotenv have it.
  return { environment: { ...parseEnv(text), ...process.env } };
}

function formatResult(result: CheckResult, width: number): string {
  const { status, title, message, cause, fix, where } = result;
  const head = `${MARKS[status]} ${title.padEnd(width)}  ${message}\n`;
  const advice = [
    ["Cause", cause],
    ["Fix", fix],
    ["Where", where],
  ] as const;
  return (
    head +
    advice
      .flatMap(([label, text]) =>
        text === undefined ? [] : [formatAdvice(label, text)],
      )
      .join("")
  );
}

/** `    Cause: first line`, and the other lines under it. */
function formatAdvice(label: string, text: string): string {
  return text
    .split("\n")
    .map(
      (line, at) =>
        `    ${at === 0 ? `${label}:`.padEnd(7) : "       "}${line}\n`,
    )
    .join("");
}

/** 2 where there is no usable configuration, 1 where anything else failed. */
function exitCode(results: readonly CheckResult[]): number {
  const failed = results.filter(({ status }) => status === "fail");
  if (failed.some(({ id }) => id === "configuration")) return 2;
  return failed.length > 0 ? 1 : 0;
}
