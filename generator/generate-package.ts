import {
  emitPackage,
  formatManifest,
  hashText,
  lockOutput,
  MANIFEST,
  planOutput,
  recoverOutput,
  unfinishedWrites,
  writeOutput,
  type OutputPlan,
} from "./emit/index.js";
import {
  OutputConflictError,
  type Generated,
  type GenerateOptions,
} from "./generate.js";
import { formatVersion, selectSubset, type Schema } from "./model/index.js";
import { readPackage, readSchema } from "./read/index.js";

/** What was generated, and the hash of its manifest. */
export interface GeneratedPackage extends Generated {
  readonly manifestHash: string;
}

/** Reads the source, prints the package and writes it. Throws as `generate` does, which calls it. */
export async function generatePackage(
  options: GenerateOptions,
): Promise<GeneratedPackage> {
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
  const manifest = formatManifest(
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
  );
  files.set(MANIFEST, manifest);
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
    manifestHash: hashText(manifest),
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
