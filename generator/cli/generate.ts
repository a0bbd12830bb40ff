import type { Argv } from "yargs";
import { formatDiff } from "../emit/index.js";
import { generate, type Generated } from "../generate.js";
import { parseList } from "./parse-list.js";
import { createProgressBar } from "./progress-bar.js";
import { UsageError } from "./usage-error.js";
import { generatorVersion, runtimeVersion } from "./version.js";

/** Adds the command that generates a package: it is what `nsgen` does without a command. */
export function addGenerate(parser: Argv, exit: (code: number) => void): Argv {
  return parser
    .usage(
      "$0 --wsdl <source> --out <folder>\n\nGenerates a typed client package from a NetSuite SuiteTalk WSDL.",
    )
    .command(
      "$0",
      false,
      (command) =>
        command
          .options({
            wsdl: {
              type: "string",
              demandOption: true,
              requiresArg: true,
              describe:
                "URL, .wsdl file, folder, .zip, version (2025_2) or generated package",
            },
            out: {
              type: "string",
              demandOption: true,
              requiresArg: true,
              describe: "Folder of the generated package",
            },
            package: {
              type: "string",
              requiresArg: true,
              describe: "Name of the package [default: netsuite-<version>]",
            },
            records: {
              type: "string",
              requiresArg: true,
              describe: "Only these records, as customer,salesOrder",
            },
            operations: {
              type: "string",
              requiresArg: true,
              describe: "Only these operations, as get,search",
            },
            emit: {
              choices: ["js", "ts"] as const,
              default: "js" as const,
              describe: "Modules with declarations, or TypeScript sources",
            },
            long: {
              choices: ["number", "bigint"] as const,
              default: "number" as const,
              describe: "TypeScript type of xsd:long",
            },
            check: {
              type: "boolean",
              default: false,
              describe: "Write nothing; print what differs, exit 1 if anything",
            },
            "dry-run": {
              type: "boolean",
              default: false,
              describe: "Write nothing; print what would be written",
            },
            force: {
              type: "boolean",
              default: false,
              describe: "Replace edited files, write into a folder with others",
            },
            json: {
              type: "boolean",
              default: false,
              describe: "Print the result as JSON",
            },
            quiet: {
              type: "boolean",
              default: false,
              describe: "Print errors only",
            },
          })
          .check((args) => {
            for (const name of ["wsdl", "out", "package", "emit", "long"]) {
              if (Array.isArray(args[name])) {
                throw new UsageError(`--${name} is given more than once.`);
              }
            }
            if (args.out === "") throw new UsageError("--out names no folder.");
            return true;
          }),
      async (args) => {
        const startedAt = performance.now();
        const isSilent = args.quiet || args.json;
        const progress = createProgressBar(process.stderr, isSilent);
        let result: Generated;
        try {
          result = await generate({
            source: args.wsdl,
            out: args.out,
            packageName: checkPackageName(args.package),
            records: parseList("records", args.records),
            operations: parseList("operations", args.operations),
            emit: args.emit,
            long: args.long,
            dryRun: args.check || args["dry-run"],
            force: args.force,
            generatorVersion,
            runtimeVersion,
            read: { onProgress: progress.show },
          });
        } finally {
          progress.end();
        }
        const seconds = (performance.now() - startedAt) / 1000;
        const isStale = result.plan.files.some(
          ({ change }) => change !== "unchanged",
        );
        if (args.json) printJson(result, seconds);
        else if (!args.quiet) {
          if (args.check) printCheck(result, isStale);
          else {
            if (args["dry-run"]) printPlan(result);
            printSummary(result, seconds, args["dry-run"]);
          }
        }
        exit(args.check && isStale ? 1 : 0);
      },
    );
}

/** The naming rules of the npm registry. */
function checkPackageName(name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  const part = "[a-z0-9~-][a-z0-9._~-]*";
  if (new RegExp(`^(?:@${part}/)?${part}$`).test(name) && name.length <= 214) {
    return name;
  }
  throw new UsageError(
    `--package ${JSON.stringify(name)} is not a package name: it may hold lower-case letters, digits, "-", ".", "_", and a scope such as @acme/.`,
  );
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function printPlan({ plan }: Generated): void {
  for (const { change, path } of plan.files) {
    if (change !== "unchanged") print(`${change.padEnd(9)} ${path}`);
  }
  for (const conflict of plan.conflicts) print(`conflict: ${conflict}`);
}

function printCheck(result: Generated, isStale: boolean): void {
  if (isStale) {
    printPlan(result);
    process.stdout.write(formatDiff(result.plan));
  } else print(`${result.plan.folder} is up to date.`);
}

function printSummary(
  { version, packageName, counts, plan }: Generated,
  seconds: number,
  dryRun: boolean,
): void {
  const number = (value: number): string => value.toLocaleString("en-US");
  const changed = plan.files.filter(({ change }) => change !== "unchanged");
  print(
    [
      `${packageName}: NetSuite ${version}`,
      `  ${number(counts.types)} types, ${number(counts.enumerations)} enumerations, ${number(counts.operations)} operations, ${number(counts.records)} records`,
      `  ${number(plan.files.length)} files, ${number(counts.bytes)} bytes, ${changed.length === 0 ? "nothing changed" : `${number(changed.length)} ${dryRun ? "to change" : "changed"}`}`,
      `  ${dryRun ? "would be written to" : "in"} ${plan.folder}, ${seconds.toFixed(1)} s`,
    ].join("\n"),
  );
}

function printJson(result: Generated, seconds: number): void {
  const { plan, ...facts } = result;
  print(
    JSON.stringify(
      {
        ...facts,
        out: plan.folder,
        seconds: Number(seconds.toFixed(3)),
        files: plan.files.map(({ path, change }) => ({ path, change })),
        conflicts: plan.conflicts,
      },
      null,
      2,
    ),
  );
}
