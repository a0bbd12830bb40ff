import type { NetSuiteSchema } from "nsgen-runtime/codegen-v1";

/** The endpoint versions that a server answers, by their version token. */
export type Endpoints = ReadonlyMap<string, NetSuiteSchema>;

/**
 * The endpoints of schemas.
 *
 * @throws Error where there is none, or two are of one version
 */
export function createEndpoints(schemas: readonly NetSuiteSchema[]): Endpoints {
  const endpoints = new Map<string, NetSuiteSchema>();
  for (const schema of schemas) {
    if (endpoints.has(schema.version))
      throw new Error(
        `Two of the given schemas are of version ${schema.version}. Give one for each version.`,
      );
    endpoints.set(schema.version, schema);
  }
  if (endpoints.size === 0)
    throw new Error("No schema is given. Give that of a generated package.");
  return endpoints;
}

const SERVICE = /^\/services\/NetSuitePort_(\d{4}_\d+)$/;

/** The version of a service's path, such as `2025_2`, or null for any other path. */
export function versionInPath(path: string): string | null {
  return SERVICE.exec(path)?.[1] ?? null;
}
