/** The options of generating, as yargs takes them. */
export const GENERATE_OPTIONS = {
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
} as const;

/** What `nsgen` was told to generate. */
export interface GenerateArguments {
  readonly wsdl: string;
  readonly out: string;
  readonly package?: string | undefined;
  readonly records?: string | string[] | undefined;
  readonly operations?: string | string[] | undefined;
  readonly emit: "js" | "ts";
  readonly long: "number" | "bigint";
  readonly check: boolean;
  readonly "dry-run": boolean;
  readonly force: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
}
