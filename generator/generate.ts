import type { EmitOptions, OutputPlan } from "./emit/index.js";
import { digestProgram } from "./memory/digest-program.js";
import { createMemory, type Memory, type Recalled } from "./memory/memory.js";
import {
  cacheFolder,
  type Fingerprint,
  type ReadOptions,
} from "./read/index.js";

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
  /**
   * The file of the running program, whose content tells it apart from others. With it, what was generated is remembered in the cache
   * folder, and a run that would change nothing parses nothing. By default nothing is remembered.
   */
  readonly program?: string | undefined;
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
  const memory = openMemory(options);
  const recalled = options.force ? null : await memory?.recall(options.out);
  if (recalled) return describe(recalled);
  // A run that finds nothing changed need not load what parses and prints.
  const { generatePackage } = await import("./generate-package.js");
  let fingerprint: Fingerprint | undefined;
  const { manifestHash, ...generated } = await generatePackage({
    ...options,
    read: {
      ...options.read,
      onFingerprint: (each) => {
        fingerprint = each;
        options.read?.onFingerprint?.(each);
      },
    },
  });
  if (memory && fingerprint) {
    await memory.remember(fingerprint, generated.counts, manifestHash);
  }
  return generated;
}

/** The memory of these options; null where the program is not known. */
function openMemory(options: GenerateOptions): Memory | null {
  if (options.program === undefined) return null;
  const program = digestProgram(options.program);
  if (program === null) return null;
  return createMemory(cacheFolder(options.read ?? {}), {
    source: options.source,
    program,
    options: [
      options.packageName ?? null,
      options.records,
      options.operations,
      options.emit,
      options.long,
      options.generatorVersion,
      options.runtimeVersion,
    ],
  });
}

function describe({ output, counts }: Recalled): Generated {
  const { manifest, plan } = output;
  return {
    version: manifest.version,
    packageName: String(manifest.options["package"]),
    digest: manifest.schema,
    counts,
    plan,
  };
}
