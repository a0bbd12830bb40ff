import {
  emitPackage,
  formatManifest,
  lockOutput,
  MANIFEST,
  planOutput,
  recoverOutput,
  unfinishedWrites,
  writeOutput,
  type EmitOptions,
  type OutputPlan,
} from "./emit/index.js";
import { formatVersion, selectSubset, type Schema } from "./model/index.js";
import { readPackage, readSchema, type ReadOptions } from "./read/index.js";

/** What to generate, from what, into which folder. */
export interface GenerateOptions {
  /** A source as `readSchema` takes it. */
  readonly source: string;
  /** The folder of the package. */
  readonly out: string;
  /** Name of the package; by default `netsuite-2025-2`, after the version. */
  readonly packageName?: string | undefined;
  /** Records to keep, or null for all. */
  readonly records: readonly string[] | null;
  /** Operations to keep, or null for all. */
  readonly operations: readonly string[] | null;
  readonly emit: EmitOptions["emit"];
  readonly long: EmitOptions["long"];
  /** Plan only: nothing is written. */
  readonly dryRun: boolean;
  /** Write also where the folder has other or edited content. */
  readonly force: boolean;
  readonly generatorVersion: string;
  readonly runtimeVersion: string;
  readonly read?: ReadOptions;
}

/** What was generated. */
export interface Generated {
  /** NetSuite version, as `2025.2`. */
  readonly version: string;
  readonly packageName: string;
  /** Digest of the schema. */
  readonly digest: string;
  readonly counts: {
    readonly types: number;
    readonly enumerations: number;
    readonly operations: number;
    readonly records: number;
    readonly bytes: number;
  };
  readonly plan: OutputPlan;
}

/** The output folder holds what nsgen must not replace without being told so. */
export class OutputConflictError extends Error {
  override readonly name = "OutputConflictError";
  readonly conflicts: readonly string[];

  constructor(folder: string, conflicts: readonly string[]) {
    super(
      `${folder} cannot be written:\n${conflicts.map((each) => `  ${each}\n`).join("")}Nothing was changed. Choose another folder with --out, or replace what nsgen would write there with --force.`,
    );
    this.conflicts = conflicts;
  }
}

/**
 * Generates a package: source → schema → files → folder.
 *
 * @throws InputError for a source that cannot be read, SelectionError for records or operations that it does not have,
 *   OutputConflictError for a folder that holds something else, OutputBusyError for one that another nsgen is writing.
 */
export async function generate(options: GenerateOptions): Promise<Generated> {
  const whole = await readSchema(options.source, {
    readPackage,
    ...options.read,
  });
  const schema = selectSubset(whole, options);
  const packageName =
    options.packageName ?? `netsuite-${schema.version.replace("_", "-")}`;
  const emitted = emitPackage(schema, {
    packageName,
    emit: options.emit,
    long: options.long,
    generatorVersion: options.generatorVersion,
    runtimeVersion: options.runtimeVersion,
  });
  const version = formatVersion(schema.version);
  const files = new Map(emitted.files);
  files.set(
    MANIFEST,
    formatManifest(
      {
        nsgen: options.generatorVersion,
        version,
        schema: emitted.digest,
        options: {
          package: packageName,
          emit: options.emit,
          long: options.long,
          records: options.records,
          operations: options.operations,
        },
      },
      emitted.files,
    ),
  );
  const plan = options.dryRun
    ? await planOutput(options.out, files)
    : await write(options, files);
  return {
    version,
    packageName,
    digest: emitted.digest,
    counts: {
      ...count(schema),
      records: emitted.recordCount,
      bytes: byteLength(files),
    },
    plan,
  };
}

/** Writes what differs. A folder in which nothing does is not touched, and need not be writable. */
async function write(
  { out, force }: GenerateOptions,
  files: ReadonlyMap<string, string>,
): Promise<OutputPlan> {
  const first = await planOutput(out, files);
  const isUpToDate =
    first.conflicts.length === 0 &&
    first.files.every(({ change }) => change === "unchanged") &&
    (await unfinishedWrites(out)).length === 0;
  if (isUpToDate) return first;
  return lockOutput(out, async () => {
    await recoverOutput(out);
    const plan = await planOutput(out, files);
    if (plan.conflicts.length > 0 && !force)
      throw new OutputConflictError(out, plan.conflicts);
    await writeOutput(plan);
    return plan;
  });
}

function count(schema: Schema): {
  types: number;
  enumerations: number;
  operations: number;
} {
  const all = schema.namespaces.flatMap(({ types }) => types);
  const types = all.filter(({ kind }) => kind === "complexType").length;
  return {
    types,
    enumerations: all.length - types,
    operations: schema.service.operations.length,
  };
}

function byteLength(files: ReadonlyMap<string, string>): number {
  let bytes = 0;
  for (const text of files.values()) bytes += Buffer.byteLength(text);
  return bytes;
}
