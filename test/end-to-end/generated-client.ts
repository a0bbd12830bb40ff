import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { generate, type GenerateOptions } from "../../generator/generate.js";
import type {
  CallOptions,
  ClientOptions,
  NetSuiteSchema,
} from "../../runtime/index.js";

/** A method of a generated client, without the types that tsc checks elsewhere. */
export type Operation = (
  request?: object,
  options?: CallOptions,
) => Promise<unknown>;

/** The operations of a generated client that the tests call by name. */
export interface GeneratedClient {
  readonly get: Operation;
  readonly add: Operation;
  readonly addList: Operation;
  readonly upsert: Operation;
  readonly delete: Operation;
  readonly search: Operation;
  readonly searchMoreWithId: Operation;
  readonly getServerTime: Operation;
  readonly getDataCenterUrls: Operation;
  readonly close: () => Promise<void>;
}

/** What the tests use of a generated package. */
export interface GeneratedPackage {
  readonly NetSuiteClient: new (options: ClientOptions) => GeneratedClient;
  readonly schema: NetSuiteSchema;
}

/** A generated package on disk. */
export interface GeneratedFolder {
  readonly package: GeneratedPackage;
  readonly remove: () => Promise<void>;
}

const DEMO = fileURLToPath(new URL("../../.demo", import.meta.url));

/** Generates a package into a new folder of the checkout, where `nsgen-runtime` resolves, and imports it. */
export async function generatePackage(
  source: string,
  options: Partial<GenerateOptions> = {},
): Promise<GeneratedFolder> {
  await mkdir(DEMO, { recursive: true });
  const out = await mkdtemp(join(DEMO, "test-"));
  const remove = (): Promise<void> => rm(out, { recursive: true, force: true });
  try {
    await generate({
      source,
      out,
      records: null,
      operations: null,
      emit: "js",
      long: "number",
      dryRun: false,
      force: false,
      generatorVersion: "0.0.0",
      runtimeVersion: "0.0.0",
      ...options,
    });
    // What index.js exports is the subject of the type tests.
    const imported = (await import(
      /* @vite-ignore */ pathToFileURL(join(out, "index.js")).href
    )) as GeneratedPackage;
    return { package: imported, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}
